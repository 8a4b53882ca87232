use diesel::prelude::*;

use crate::schema::stamp_queue;
use crate::types::Timestamp;

/// A signature whose time stamp has to be fetched.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = stamp_queue)]
pub struct StampWait {
    pub signature_id: String,
    pub attempts: i64,
    pub next_attempt_at: Timestamp,
    pub last_error: String,
}
