use diesel::prelude::*;

use crate::schema::idempotency_keys;
use crate::types::Timestamp;

/// First answers to creations, repeated for the same key.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = idempotency_keys)]
pub struct IdempotencyKey {
    pub account_id: String,
    pub key: String,
    pub route: String,
    pub request_sha256: String,
    pub status: i64,
    pub etag: Option<String>,
    pub body: String,
    pub created_at: Timestamp,
}
