use diesel::prelude::*;

use crate::schema::validation_data;
use crate::types::Timestamp;

/// A certificate, revocation list or OCSP response as it was when a signature was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = validation_data)]
pub struct ValidationData {
    pub sha256: String,
    pub kind: String,
    pub der: Vec<u8>,
    pub fetched_at: Timestamp,
}
