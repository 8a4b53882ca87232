use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::{FileTicket, SigningSession};
use crate::schema::{file_tickets, pin_failures, signing_sessions};
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, session: &SigningSession) -> Result<(), DbError> {
    diesel::insert_into(signing_sessions::table)
        .values(session)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<SigningSession, DbError> {
    Ok(signing_sessions::table
        .find(id)
        .select(SigningSession::as_select())
        .first(connection)?)
}

/// Sessions that wait for a confirmation elsewhere, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn waiting(connection: &mut AnyConnection, limit: i64) -> Result<Vec<SigningSession>, DbError> {
    Ok(signing_sessions::table
        .filter(signing_sessions::waiting.eq(true))
        .order((signing_sessions::created_at, signing_sessions::id))
        .limit(limit)
        .select(SigningSession::as_select())
        .load(connection)?)
}

/// Notes the outcome of a session; false where it had one already.
///
/// # Errors
/// See [`DbError`].
pub fn settle(
    connection: &mut AnyConnection,
    id: &str,
    items: &str,
    waiting: bool,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        signing_sessions::table
            .find(id)
            .filter(signing_sessions::waiting.eq(true)),
    )
    .set((
        signing_sessions::items.eq(items),
        signing_sessions::waiting.eq(waiting),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Notes an outcome whatever stood there: something was carried out.
///
/// # Errors
/// See [`DbError`].
pub fn overrule(connection: &mut AnyConnection, id: &str, items: &str) -> Result<(), DbError> {
    diesel::update(signing_sessions::table.find(id))
        .set((
            signing_sessions::items.eq(items),
            signing_sessions::waiting.eq(false),
        ))
        .execute(connection)?;
    Ok(())
}

/// Wrong PINs in a row at a token, and until when it is left alone.
///
/// # Errors
/// See [`DbError`].
pub fn pin_failures(
    connection: &mut AnyConnection,
    provider: &str,
) -> Result<(i64, Option<Timestamp>), DbError> {
    Ok(pin_failures::table
        .find(provider)
        .select((pin_failures::failures, pin_failures::locked_until))
        .first(connection)
        .optional()?
        .unwrap_or_default())
}

/// Notes how many wrong PINs there were in a row.
///
/// # Errors
/// See [`DbError`].
pub fn set_pin_failures(
    connection: &mut AnyConnection,
    provider: &str,
    failures: i64,
    locked_until: Option<Timestamp>,
) -> Result<(), DbError> {
    diesel::delete(pin_failures::table.find(provider)).execute(connection)?;
    if failures > 0 {
        diesel::insert_into(pin_failures::table)
            .values((
                pin_failures::provider.eq(provider),
                pin_failures::failures.eq(failures),
                pin_failures::locked_until.eq(locked_until),
            ))
            .execute(connection)?;
    }
    Ok(())
}

/// # Errors
/// See [`DbError`].
pub fn add_ticket(connection: &mut AnyConnection, ticket: &FileTicket) -> Result<(), DbError> {
    diesel::insert_into(file_tickets::table)
        .values(ticket)
        .execute(connection)?;
    Ok(())
}

/// A one-time address, kept from other writers until the transaction ends.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn ticket(connection: &mut AnyConnection, token_sha256: &str) -> Result<FileTicket, DbError> {
    Ok(Locked(
        file_tickets::table
            .find(token_sha256)
            .select(FileTicket::as_select()),
    )
    .get_result(connection)?)
}

/// Marks a one-time address as used.
///
/// # Errors
/// See [`DbError`].
pub fn use_ticket(
    connection: &mut AnyConnection,
    token_sha256: &str,
    at: Timestamp,
) -> Result<(), DbError> {
    diesel::update(file_tickets::table.find(token_sha256))
        .set(file_tickets::used_at.eq(Some(at)))
        .execute(connection)?;
    Ok(())
}
