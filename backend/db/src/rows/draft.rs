use diesel::prelude::*;

use crate::schema::drafts;
use crate::types::Timestamp;

/// What is being filled in, one a person.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = drafts)]
pub struct Draft {
    pub person_id: String,
    pub change_kind: String,
    pub document: String,
    pub base_version: Option<i64>,
    pub revision: i64,
    pub updated_at: Timestamp,
    pub updated_by: String,
}
