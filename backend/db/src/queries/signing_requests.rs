use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::SigningRequest;
use crate::schema::signing_requests;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, request: &SigningRequest) -> Result<(), DbError> {
    diesel::insert_into(signing_requests::table)
        .values(request)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<SigningRequest, DbError> {
    Ok(signing_requests::table
        .find(id)
        .select(SigningRequest::as_select())
        .first(connection)?)
}

/// The request, kept from other writers until the transaction ends.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn lock(connection: &mut AnyConnection, id: &str) -> Result<SigningRequest, DbError> {
    Ok(Locked(
        signing_requests::table
            .find(id)
            .select(SigningRequest::as_select()),
    )
    .get_result(connection)?)
}

/// Marks the request as used, with the signature and what it brought about.
///
/// # Errors
/// See [`DbError`].
pub fn complete(
    connection: &mut AnyConnection,
    id: &str,
    signature: &[u8],
    result: &str,
) -> Result<(), DbError> {
    diesel::update(signing_requests::table.find(id))
        .set((
            signing_requests::signature.eq(Some(signature)),
            signing_requests::result.eq(Some(result)),
        ))
        .execute(connection)?;
    Ok(())
}
