use diesel::prelude::*;

use crate::schema::notifications;
use crate::types::Timestamp;

/// What the app tells somebody.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = notifications)]
pub struct Notification {
    pub id: String,
    pub account_id: String,
    pub kind: String,
    pub text: String,
    pub text_en: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub created_at: Timestamp,
    pub read_at: Option<Timestamp>,
}
