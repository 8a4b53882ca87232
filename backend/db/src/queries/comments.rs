use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::SubmissionComment;
use crate::schema::submission_comments;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, comment: &SubmissionComment) -> Result<(), DbError> {
    diesel::insert_into(submission_comments::table)
        .values(comment)
        .execute(connection)?;
    Ok(())
}

/// The newest comments on a submission, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_submission(
    connection: &mut AnyConnection,
    submission_id: &str,
    most: i64,
) -> Result<Vec<SubmissionComment>, DbError> {
    let mut newest = submission_comments::table
        .filter(submission_comments::submission_id.eq(submission_id))
        .order(submission_comments::id.desc())
        .limit(most)
        .select(SubmissionComment::as_select())
        .load(connection)?;
    newest.reverse();
    Ok(newest)
}
