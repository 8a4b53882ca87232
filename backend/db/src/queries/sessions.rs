use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Account, Session};
use crate::schema::{accounts, sessions};
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, session: &Session) -> Result<(), DbError> {
    diesel::insert_into(sessions::table)
        .values(session)
        .execute(connection)?;
    Ok(())
}

/// The session and its account, where it is neither revoked nor over.
///
/// # Errors
/// See [`DbError`].
pub fn live(
    connection: &mut AnyConnection,
    id: &str,
    now: Timestamp,
) -> Result<Option<(Session, Account)>, DbError> {
    Ok(sessions::table
        .inner_join(accounts::table.on(accounts::id.eq(sessions::account_id)))
        .filter(sessions::id.eq(id))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .select((Session::as_select(), Account::as_select()))
        .first(connection)
        .optional()?)
}

/// # Errors
/// See [`DbError`].
pub fn revoke(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<(), DbError> {
    diesel::update(sessions::table.find(id))
        .set(sessions::revoked_at.eq(Some(at)))
        .execute(connection)?;
    Ok(())
}

/// Ends every session of an account but one.
///
/// # Errors
/// See [`DbError`].
pub fn revoke_others(
    connection: &mut AnyConnection,
    account_id: &str,
    but: Option<&str>,
    at: Timestamp,
) -> Result<(), DbError> {
    diesel::update(
        sessions::table
            .filter(sessions::account_id.eq(account_id))
            .filter(sessions::revoked_at.is_null())
            .filter(sessions::id.ne(but.unwrap_or_default())),
    )
    .set(sessions::revoked_at.eq(Some(at)))
    .execute(connection)?;
    Ok(())
}
