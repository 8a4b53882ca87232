use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Certificate;
use crate::schema::certificates;
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, certificate: &Certificate) -> Result<(), DbError> {
    diesel::insert_into(certificates::table)
        .values(certificate)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<Certificate, DbError> {
    Ok(certificates::table
        .find(id)
        .select(Certificate::as_select())
        .first(connection)?)
}

/// Certificates of an account, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_account(
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<Certificate>, DbError> {
    Ok(certificates::table
        .filter(certificates::account_id.eq(account_id))
        .order(certificates::id.desc())
        .select(Certificate::as_select())
        .load(connection)?)
}

/// Revokes a certificate that was not; false where it was.
///
/// # Errors
/// See [`DbError`].
pub fn revoke(
    connection: &mut AnyConnection,
    id: &str,
    at: Timestamp,
    reason: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        certificates::table
            .find(id)
            .filter(certificates::revoked_at.is_null()),
    )
    .set((
        certificates::revoked_at.eq(Some(at)),
        certificates::revocation_reason.eq(reason),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Revoked certificates, oldest revocation first.
///
/// # Errors
/// See [`DbError`].
pub fn revoked(connection: &mut AnyConnection) -> Result<Vec<Certificate>, DbError> {
    Ok(certificates::table
        .filter(certificates::revoked_at.is_not_null())
        .order((certificates::revoked_at, certificates::id))
        .select(Certificate::as_select())
        .load(connection)?)
}
