use diesel::prelude::*;

use crate::schema::letters;
use crate::types::Timestamp;

/// A letter (e-mail) to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = letters)]
pub struct Letter {
    pub id: String,
    pub account_id: String,
    pub dedupe: String,
    pub address: String,
    pub subject: String,
    pub body: String,
    pub created_at: Timestamp,
    pub attempts: i64,
    pub next_attempt_at: Timestamp,
    pub sent_at: Option<Timestamp>,
    pub last_error: String,
}
