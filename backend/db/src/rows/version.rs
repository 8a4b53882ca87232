use diesel::prelude::*;

use crate::schema::versions;
use crate::types::Timestamp;

/// Approved versions, chained by digest; never updated, never deleted (E7).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = versions)]
pub struct Version {
    pub id: String,
    pub person_id: String,
    pub number: i64,
    pub change_kind: String,
    pub document: String,
    pub document_sha256: String,
    pub digest: String,
    pub previous_digest: Option<String>,
    pub submission_id: String,
    pub effective_at: Timestamp,
}
