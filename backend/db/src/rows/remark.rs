use diesel::prelude::*;

use crate::schema::remarks;
use crate::types::Timestamp;

/// Reports of wrong items (B8).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = remarks)]
pub struct Remark {
    pub id: String,
    pub person_id: String,
    pub pointer: String,
    pub text: String,
    pub by_name: String,
    pub at: Timestamp,
    pub state: String,
    pub answer: String,
    pub answered_by: Option<String>,
    pub answered_at: Option<Timestamp>,
    pub revision: i64,
}
