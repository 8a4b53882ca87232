use diesel::prelude::*;

use crate::schema::revocation_cache;
use crate::types::Timestamp;

/// What was fetched from another authority, until it is to be fetched again.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = revocation_cache)]
pub struct CachedRevocation {
    pub url: String,
    pub kind: String,
    pub der: Vec<u8>,
    pub fetched_at: Timestamp,
    pub refresh_at: Timestamp,
}
