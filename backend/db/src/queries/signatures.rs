use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Signature;
use crate::schema::signatures;

/// # Errors
/// [`DbError::Conflict`] where the place in the chain is taken.
pub fn insert(connection: &mut AnyConnection, signature: &Signature) -> Result<(), DbError> {
    diesel::insert_into(signatures::table)
        .values(signature)
        .execute(connection)?;
    Ok(())
}

/// Signatures of a submission, in their order.
///
/// # Errors
/// See [`DbError`].
pub fn of_submission(connection: &mut AnyConnection, id: &str) -> Result<Vec<Signature>, DbError> {
    Ok(signatures::table
        .filter(signatures::submission_id.eq(id))
        .order(signatures::position)
        .select(Signature::as_select())
        .load(connection)?)
}

/// Signatures of several submissions, in their order.
///
/// # Errors
/// See [`DbError`].
pub fn of_submissions(
    connection: &mut AnyConnection,
    ids: &[String],
) -> Result<Vec<Signature>, DbError> {
    Ok(signatures::table
        .filter(signatures::submission_id.eq_any(ids))
        .order((signatures::submission_id, signatures::position))
        .select(Signature::as_select())
        .load(connection)?)
}

/// Signatures of an export, in their order.
///
/// # Errors
/// See [`DbError`].
pub fn of_export(connection: &mut AnyConnection, id: &str) -> Result<Vec<Signature>, DbError> {
    Ok(signatures::table
        .filter(signatures::export_id.eq(id))
        .order(signatures::position)
        .select(Signature::as_select())
        .load(connection)?)
}
