use chrono::NaiveDate;
use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::Submission;
use crate::schema::submissions;

/// # Errors
/// [`DbError::Conflict`] where the person has a submission in review.
pub fn insert(connection: &mut AnyConnection, submission: &Submission) -> Result<(), DbError> {
    diesel::insert_into(submissions::table)
        .values(submission)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<Submission, DbError> {
    Ok(submissions::table
        .find(id)
        .select(Submission::as_select())
        .first(connection)?)
}

/// The submission, kept from other writers until the transaction ends.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn lock(connection: &mut AnyConnection, id: &str) -> Result<Submission, DbError> {
    Ok(
        Locked(submissions::table.find(id).select(Submission::as_select()))
            .get_result(connection)?,
    )
}

/// Submissions of a person, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<Vec<Submission>, DbError> {
    Ok(submissions::table
        .filter(submissions::person_id.eq(person_id))
        .order((submissions::submitted_at.desc(), submissions::id.desc()))
        .select(Submission::as_select())
        .load(connection)?)
}

/// The person's newest submission that was not withdrawn.
///
/// # Errors
/// See [`DbError`].
pub fn latest(
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<Option<Submission>, DbError> {
    Ok(submissions::table
        .filter(submissions::person_id.eq(person_id))
        .filter(submissions::state.ne("withdrawn"))
        .order((submissions::submitted_at.desc(), submissions::id.desc()))
        .select(Submission::as_select())
        .first(connection)
        .optional()?)
}

/// The submission before this one that was returned to the submitter, proposed over the same version.
///
/// # Errors
/// See [`DbError`].
pub fn returned_before(
    connection: &mut AnyConnection,
    submission: &Submission,
) -> Result<Option<Submission>, DbError> {
    let before = submissions::table
        .filter(submissions::person_id.eq(&submission.person_id))
        .filter(submissions::state.eq("returned"))
        .filter(submissions::id.ne(&submission.id))
        .filter(submissions::submitted_at.le(submission.submitted_at))
        .order((submissions::submitted_at.desc(), submissions::id.desc()))
        .select(Submission::as_select())
        .first(connection)
        .optional()?;
    Ok(before.filter(|before| before.base_version == submission.base_version))
}

/// Where a submission stands after an act.
pub struct Standing<'a> {
    pub state: &'a str,
    pub step: i64,
    pub step_role: &'a str,
    pub step_started_on: NaiveDate,
    pub version: Option<i64>,
}

/// Moves the submission on where it still is in review with this revision; false where it is not.
///
/// # Errors
/// See [`DbError`].
pub fn advance(
    connection: &mut AnyConnection,
    id: &str,
    revision: i64,
    to: &Standing<'_>,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        submissions::table
            .find(id)
            .filter(submissions::revision.eq(revision))
            .filter(submissions::state.eq("in_review")),
    )
    .set((
        submissions::state.eq(to.state),
        submissions::step.eq(to.step),
        submissions::step_role.eq(to.step_role),
        submissions::step_started_on.eq(to.step_started_on),
        submissions::version.eq(to.version),
        submissions::revision.eq(submissions::revision + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}
