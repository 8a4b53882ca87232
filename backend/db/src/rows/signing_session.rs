use diesel::prelude::*;

use crate::schema::signing_sessions;
use crate::types::Timestamp;

/// Signing with a key that the server reaches: several requests, one PIN or one confirmation.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = signing_sessions)]
pub struct SigningSession {
    pub id: String,
    pub account_id: String,
    pub certificate_id: String,
    pub reference: String,
    pub items: String,
    pub waiting: bool,
    pub created_at: Timestamp,
    pub expires_at: Timestamp,
}
