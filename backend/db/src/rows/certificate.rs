use diesel::prelude::*;

use crate::schema::certificates;
use crate::types::Timestamp;

/// Certificates that accounts sign with.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = certificates)]
pub struct Certificate {
    pub id: String,
    pub account_id: String,
    pub label: String,
    pub serial: String,
    pub der: Vec<u8>,
    pub subject: String,
    pub issuer: String,
    pub public_key_sha256: String,
    pub not_before: Timestamp,
    pub not_after: Timestamp,
    pub level: String,
    pub revoked_at: Option<Timestamp>,
    pub revocation_reason: String,
}
