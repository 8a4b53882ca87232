use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Letter;
use crate::schema::{accounts, letters};
use crate::types::Timestamp;

/// Rows of one INSERT; SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE: usize = 2_500;

/// Queues letters; one about the same thing (`dedupe`) is written once.
///
/// # Errors
/// See [`DbError`].
pub fn queue(connection: &mut AnyConnection, rows: &[Letter]) -> Result<(), DbError> {
    for part in rows.chunks(ROWS_AT_ONCE) {
        let values: Vec<_> = part
            .iter()
            .map(|row| {
                (
                    letters::id.eq(&row.id),
                    letters::account_id.eq(&row.account_id),
                    letters::dedupe.eq(&row.dedupe),
                    letters::address.eq(&row.address),
                    letters::subject.eq(&row.subject),
                    letters::body.eq(&row.body),
                    letters::created_at.eq(row.created_at),
                    letters::attempts.eq(row.attempts),
                    letters::next_attempt_at.eq(row.next_attempt_at),
                    letters::sent_at.eq(row.sent_at),
                    letters::last_error.eq(&row.last_error),
                )
            })
            .collect();
        let insert = diesel::insert_into(letters::table)
            .values(values)
            .on_conflict_do_nothing();
        match connection {
            AnyConnection::Postgres(postgres) => insert.execute(postgres)?,
            AnyConnection::Sqlite(sqlite) => insert.execute(sqlite)?,
        };
    }
    Ok(())
}

/// Letters whose turn has come, oldest turn first; none to accounts that are no longer active, none that was tried `most` times.
///
/// # Errors
/// See [`DbError`].
pub fn due(
    connection: &mut AnyConnection,
    now: Timestamp,
    most: i64,
    limit: i64,
) -> Result<Vec<Letter>, DbError> {
    Ok(letters::table
        .inner_join(accounts::table)
        .filter(letters::sent_at.is_null())
        .filter(letters::next_attempt_at.le(now))
        .filter(letters::attempts.lt(most))
        .filter(accounts::status.eq("active"))
        .order((letters::next_attempt_at, letters::id))
        .limit(limit)
        .select(Letter::as_select())
        .load(connection)?)
}

/// Takes one by moving its next attempt ahead; false where another server took it.
///
/// # Errors
/// See [`DbError`].
pub fn take(
    connection: &mut AnyConnection,
    letter: &Letter,
    next_attempt_at: Timestamp,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        letters::table
            .find(&letter.id)
            .filter(letters::sent_at.is_null())
            .filter(letters::attempts.eq(letter.attempts))
            .filter(letters::next_attempt_at.eq(letter.next_attempt_at)),
    )
    .set((
        letters::next_attempt_at.eq(next_attempt_at),
        letters::attempts.eq(letters::attempts + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// The mail server accepted it.
///
/// # Errors
/// See [`DbError`].
pub fn sent(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<(), DbError> {
    diesel::update(letters::table.find(id))
        .set((letters::sent_at.eq(Some(at)), letters::last_error.eq("")))
        .execute(connection)?;
    Ok(())
}

/// Notes why an attempt failed.
///
/// # Errors
/// See [`DbError`].
pub fn failed(connection: &mut AnyConnection, id: &str, error: &str) -> Result<(), DbError> {
    diesel::update(letters::table.find(id))
        .set(letters::last_error.eq(error))
        .execute(connection)?;
    Ok(())
}

/// How many were sent at this time or later, by all servers together.
///
/// # Errors
/// See [`DbError`].
pub fn sent_since(connection: &mut AnyConnection, since: Timestamp) -> Result<i64, DbError> {
    Ok(letters::table
        .filter(letters::sent_at.ge(since))
        .count()
        .get_result(connection)?)
}

/// Letters to an account, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_account(
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<Letter>, DbError> {
    Ok(letters::table
        .filter(letters::account_id.eq(account_id))
        .order((letters::created_at, letters::id))
        .select(Letter::as_select())
        .load(connection)?)
}

/// Sets where letters go and how often; false where the account was changed meanwhile.
///
/// # Errors
/// See [`DbError`].
pub fn set_wishes(
    connection: &mut AnyConnection,
    account_id: &str,
    revision: i64,
    email: &str,
    wish: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        accounts::table
            .find(account_id)
            .filter(accounts::revision.eq(revision)),
    )
    .set((
        accounts::email.eq(email),
        accounts::letters.eq(wish),
        accounts::revision.eq(accounts::revision + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}
