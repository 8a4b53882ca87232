use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::accounts;
use crate::types::Timestamp;

/// Accounts (A1–A8).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = accounts)]
pub struct Account {
    pub id: String,
    pub username: String,
    pub password_hash: String,
    pub name: String,
    pub person_id: Option<String>,
    pub unit_id: String,
    pub status: String,
    pub must_change_password: bool,
    pub failed_sign_ins: i64,
    pub locked_until: Option<Timestamp>,
    pub created_at: Timestamp,
    pub issued_on: NaiveDate,
    pub revision: i64,
    /// Where letters go; empty where nowhere.
    pub email: String,
    /// `each`, `daily` or `none`.
    pub letters: String,
    /// Hash of the secret that opens the calendar feed.
    pub feed_sha256: Option<String>,
}
