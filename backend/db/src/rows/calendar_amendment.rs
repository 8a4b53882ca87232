use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::calendar_amendments;
use crate::types::Timestamp;

/// A day off or working day that the operator entered, with the announcement.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = calendar_amendments)]
pub struct CalendarAmendment {
    pub id: String,
    pub day: NaiveDate,
    pub kind: String,
    pub name: String,
    pub announcement: String,
    pub announced_on: NaiveDate,
    pub entered_by: String,
    pub entered_at: Timestamp,
    pub withdrawn_by: String,
    pub withdrawn_at: Option<Timestamp>,
}
