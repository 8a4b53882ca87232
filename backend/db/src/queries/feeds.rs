use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Account, DueChange};
use crate::schema::{accounts, due_changes};

/// Sets or removes the hash of the secret that opens an account's calendar feed.
///
/// # Errors
/// See [`DbError`].
pub fn set_feed(
    connection: &mut AnyConnection,
    account_id: &str,
    sha256: Option<&str>,
) -> Result<(), DbError> {
    diesel::update(accounts::table.find(account_id))
        .set((
            accounts::feed_sha256.eq(sha256),
            accounts::revision.eq(accounts::revision + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// The active account whose feed a secret with this hash opens.
///
/// # Errors
/// See [`DbError`].
pub fn by_feed(connection: &mut AnyConnection, sha256: &str) -> Result<Option<Account>, DbError> {
    Ok(accounts::table
        .filter(accounts::feed_sha256.eq(sha256))
        .filter(accounts::status.eq("active"))
        .select(Account::as_select())
        .first(connection)
        .optional()?)
}

/// Everything that happened to the deadlines of these tasks, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn moves(connection: &mut AnyConnection, task_ids: &[&str]) -> Result<Vec<DueChange>, DbError> {
    Ok(due_changes::table
        .filter(due_changes::task_id.eq_any(task_ids))
        .order((due_changes::at, due_changes::id))
        .select(DueChange::as_select())
        .load(connection)?)
}
