use chrono::NaiveDate;
use diesel::prelude::*;

use crate::schema::submissions;
use crate::types::Timestamp;

/// Proposed next versions and where they stand (C2–C6).
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = submissions)]
pub struct Submission {
    pub id: String,
    pub person_id: String,
    pub change_kind: String,
    pub chain: String,
    pub state: String,
    pub step: i64,
    pub step_role: String,
    pub step_started_on: NaiveDate,
    pub document: String,
    pub document_sha256: String,
    pub base_version: Option<i64>,
    pub base_digest: Option<String>,
    pub attachments: String,
    pub submitted_at: Timestamp,
    pub submitted_on: NaiveDate,
    pub submitted_by: String,
    pub version: Option<i64>,
    pub revision: i64,
}
