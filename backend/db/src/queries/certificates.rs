use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Scope;
use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Account, Certificate};
use crate::schema::{accounts, certificates, units};
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

/// Revokes a certificate that was not, with a `RevocationCode` and the reason in words; false where it was.
///
/// # Errors
/// See [`DbError`].
pub fn revoke(
    connection: &mut AnyConnection,
    id: &str,
    at: Timestamp,
    code: &str,
    reason: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        certificates::table
            .find(id)
            .filter(certificates::revoked_at.is_null()),
    )
    .set((
        certificates::revoked_at.eq(Some(at)),
        certificates::revocation_code.eq(code),
        certificates::revocation_reason.eq(reason),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Moves a certificate from one state to another; false where it is in a third.
///
/// # Errors
/// See [`DbError`].
pub fn advance(
    connection: &mut AnyConnection,
    id: &str,
    from: &str,
    to: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        certificates::table
            .find(id)
            .filter(certificates::state.eq(from)),
    )
    .set(certificates::state.eq(to))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Notes that a first signature showed who holds the key.
///
/// # Errors
/// See [`DbError`].
pub fn proven(
    connection: &mut AnyConnection,
    id: &str,
    state: &str,
    level: &str,
) -> Result<(), DbError> {
    diesel::update(certificates::table.find(id))
        .set((certificates::state.eq(state), certificates::level.eq(level)))
        .execute(connection)?;
    Ok(())
}

/// The certificate with this serial number, whosever it is.
///
/// # Errors
/// See [`DbError`].
pub fn with_serial(
    connection: &mut AnyConnection,
    serial: &str,
) -> Result<Option<Certificate>, DbError> {
    Ok(certificates::table
        .filter(certificates::serial.eq(serial))
        .select(Certificate::as_select())
        .first(connection)
        .optional()?)
}

/// Certificates that wait for a confirmation, with their holders' accounts, within a scope; oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn awaiting(
    connection: &mut AnyConnection,
    scope: &Scope,
) -> Result<Vec<(Certificate, Account)>, DbError> {
    let mut query = certificates::table
        .inner_join(accounts::table.inner_join(units::table))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    Ok(query
        .filter(certificates::state.eq("awaiting_confirmation"))
        .filter(certificates::revoked_at.is_null())
        .order(certificates::id)
        .limit(200)
        .select((Certificate::as_select(), Account::as_select()))
        .load(connection)?)
}

/// Revoked certificates of the pilot authority, oldest revocation first.
///
/// # Errors
/// See [`DbError`].
pub fn revoked(connection: &mut AnyConnection) -> Result<Vec<Certificate>, DbError> {
    Ok(certificates::table
        .filter(certificates::revoked_at.is_not_null())
        .filter(certificates::level.eq("pilot"))
        .order((certificates::revoked_at, certificates::id))
        .select(Certificate::as_select())
        .load(connection)?)
}
