use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::due_changes;
use crate::types::Timestamp;

/// A deadline that was counted anew.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = due_changes)]
pub struct DueChange {
    pub id: String,
    pub task_id: String,
    pub old_due: NaiveDate,
    pub new_due: NaiveDate,
    pub outcome: String,
    pub reason: String,
    pub by_name: String,
    pub at: Timestamp,
}
