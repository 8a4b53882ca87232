use diesel::prelude::*;

use crate::schema::file_tickets;
use crate::types::Timestamp;

/// A one-time address for an agent that signs whole files.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = file_tickets)]
pub struct FileTicket {
    pub token_sha256: String,
    pub request_id: String,
    pub direction: String,
    pub expires_at: Timestamp,
    pub used_at: Option<Timestamp>,
}
