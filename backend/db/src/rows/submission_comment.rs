use diesel::prelude::*;

use crate::schema::submission_comments;
use crate::types::Timestamp;

/// What reviewers and submitter say to one another; outside of what is signed.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = submission_comments)]
pub struct SubmissionComment {
    pub id: String,
    pub submission_id: String,
    pub pointer: String,
    pub text: String,
    pub account_id: String,
    pub by_name: String,
    pub at: Timestamp,
}
