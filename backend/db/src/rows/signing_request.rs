use diesel::prelude::*;

use crate::schema::signing_requests;
use crate::types::Timestamp;

/// Things waiting for a signature, single use.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = signing_requests)]
pub struct SigningRequest {
    pub id: String,
    pub account_id: String,
    pub certificate_id: String,
    pub kind: String,
    pub subject_id: String,
    pub subject_revision: i64,
    pub intent: String,
    pub payload: Vec<u8>,
    pub content_sha256: String,
    pub attributes: Vec<u8>,
    pub expires_at: Timestamp,
    pub signature: Option<Vec<u8>>,
    pub result: Option<String>,
}
