use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::persons;

/// People, with the projections that lists and deadlines need; the truth about a profile is in versions.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = persons)]
pub struct Person {
    pub id: String,
    pub unit_id: String,
    pub full_name: String,
    pub sort_key: String,
    pub search_name: String,
    pub personal_id: String,
    pub staff_number: String,
    pub kind: String,
    pub management: String,
    pub status: String,
    pub state: String,
    pub post: String,
    pub birth_date: String,
    pub current_version: Option<i64>,
    pub decision_number: String,
    pub decision_date: NaiveDate,
    pub registered_on: NaiveDate,
    pub revision: i64,
}
