use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::reminders;
use crate::types::Timestamp;

/// That somebody was reminded of a task at a stage.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = reminders)]
pub struct Reminder {
    pub id: String,
    pub task_id: String,
    pub stage: String,
    pub account_id: String,
    pub due_on: NaiveDate,
    pub created_at: Timestamp,
    pub notification_id: Option<String>,
}
