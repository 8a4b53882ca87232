use diesel::prelude::*;

use crate::schema::task_moves;
use crate::types::Timestamp;

/// Somebody took a task on, handed it over or gave it back.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = task_moves)]
pub struct TaskMove {
    pub id: String,
    pub task_id: String,
    /// `claim`, `hand_over`, `release` or `take_over`.
    pub kind: String,
    /// Who had it; empty where it was free.
    pub from_name: String,
    /// Who has it now; empty where it is free.
    pub to_name: String,
    pub note: String,
    pub by_account_id: String,
    pub by_name: String,
    pub at: Timestamp,
}
