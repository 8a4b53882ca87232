use diesel::prelude::*;

use crate::schema::signatures;
use crate::types::Timestamp;

/// Every signature with the exact bytes that were signed (C1, C7).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = signatures)]
pub struct Signature {
    pub id: String,
    pub submission_id: Option<String>,
    pub export_id: Option<String>,
    pub position: i64,
    pub act: String,
    pub role: String,
    pub reasons: String,
    pub payload: Vec<u8>,
    pub payload_sha256: String,
    pub cms: Vec<u8>,
    pub cms_sha256: String,
    pub account_id: Option<String>,
    pub signer: String,
    pub serial: String,
    pub issuer: String,
    pub level: String,
    pub signed_at: Timestamp,
    /// `none`, `waiting` or `stamped`.
    pub stamp_state: String,
    pub stamped_at: Option<Timestamp>,
    /// Name of the time-stamp authority.
    pub stamped_by: String,
    pub delegation_id: Option<String>,
    /// In whose stead, in words.
    pub on_behalf_of: String,
}
