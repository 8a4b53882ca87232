use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::tasks;
use crate::types::Timestamp;

/// What somebody has to do, by when and why; an empty role means the person's own duty.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = tasks)]
pub struct Task {
    pub id: String,
    pub kind: String,
    pub person_id: String,
    pub subject_id: String,
    pub change_kind: Option<String>,
    pub role: String,
    /// The due date as text, `9999-12-31` where there is none: the order of the inbox.
    pub due_key: String,
    pub due_on: Option<NaiveDate>,
    pub opens_on: Option<NaiveDate>,
    pub provisional: bool,
    pub clause: String,
    pub why: String,
    pub why_en: String,
    pub opened_at: Timestamp,
    pub closed: bool,
    pub closed_at: Option<Timestamp>,
    /// Day of the event that the deadline was counted from.
    pub counted_from: Option<NaiveDate>,
    /// How many days the regulation gives.
    pub days: Option<i64>,
    /// Unit of `days`: `working` or `calendar`; empty without a deadline.
    pub unit: String,
    /// Account that took it on.
    pub assignee_id: Option<String>,
    pub assignee: String,
    pub assigned_at: Option<Timestamp>,
}
