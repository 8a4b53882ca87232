use diesel::prelude::*;
use diesel::upsert::excluded;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Notification;
use crate::schema::notifications;
use crate::types::Timestamp;

/// Rows of one INSERT; SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE: usize = 3_000;

/// Writes notifications; one that is there already says the new words, and is unread again.
///
/// # Errors
/// See [`DbError`].
pub fn put(connection: &mut AnyConnection, rows: &[Notification]) -> Result<(), DbError> {
    for part in rows.chunks(ROWS_AT_ONCE) {
        let values: Vec<_> = part
            .iter()
            .map(|row| {
                (
                    notifications::id.eq(&row.id),
                    notifications::account_id.eq(&row.account_id),
                    notifications::kind.eq(&row.kind),
                    notifications::text.eq(&row.text),
                    notifications::text_en.eq(&row.text_en),
                    notifications::subject_kind.eq(&row.subject_kind),
                    notifications::subject_id.eq(&row.subject_id),
                    notifications::created_at.eq(row.created_at),
                    notifications::read_at.eq(row.read_at),
                )
            })
            .collect();
        let anew = (
            notifications::text.eq(excluded(notifications::text)),
            notifications::text_en.eq(excluded(notifications::text_en)),
            notifications::subject_kind.eq(excluded(notifications::subject_kind)),
            notifications::subject_id.eq(excluded(notifications::subject_id)),
            notifications::created_at.eq(excluded(notifications::created_at)),
            notifications::read_at.eq(excluded(notifications::read_at)),
        );
        let put = diesel::insert_into(notifications::table)
            .values(values)
            .on_conflict(notifications::id)
            .do_update()
            .set(anew);
        match connection {
            AnyConnection::Postgres(postgres) => put.execute(postgres)?,
            AnyConnection::Sqlite(sqlite) => put.execute(sqlite)?,
        };
    }
    Ok(())
}

/// A page of an account's notifications, newest first, after the one with this time and identifier.
///
/// # Errors
/// See [`DbError`].
pub fn page(
    connection: &mut AnyConnection,
    account_id: &str,
    only_unread: bool,
    after: Option<(Timestamp, String)>,
    limit: i64,
) -> Result<Vec<Notification>, DbError> {
    let mut query = notifications::table
        .filter(notifications::account_id.eq(account_id.to_owned()))
        .into_boxed();
    if only_unread {
        query = query.filter(notifications::read_at.is_null());
    }
    if let Some((at, id)) = after {
        query = query.filter(
            notifications::created_at
                .lt(at)
                .or(notifications::created_at
                    .eq(at)
                    .and(notifications::id.lt(id))),
        );
    }
    Ok(query
        .order((notifications::created_at.desc(), notifications::id.desc()))
        .limit(limit)
        .select(Notification::as_select())
        .load(connection)?)
}

/// How many the account has not read.
///
/// # Errors
/// See [`DbError`].
pub fn unread(connection: &mut AnyConnection, account_id: &str) -> Result<i64, DbError> {
    Ok(notifications::table
        .filter(notifications::account_id.eq(account_id))
        .filter(notifications::read_at.is_null())
        .count()
        .get_result(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where the account has none with this identifier.
pub fn find(
    connection: &mut AnyConnection,
    account_id: &str,
    id: &str,
) -> Result<Notification, DbError> {
    Ok(notifications::table
        .find(id)
        .filter(notifications::account_id.eq(account_id))
        .select(Notification::as_select())
        .first(connection)?)
}

/// The Vietnamese words of these notifications, of those that there are: identifier, words.
///
/// # Errors
/// See [`DbError`].
pub fn words(
    connection: &mut AnyConnection,
    ids: &[&str],
) -> Result<Vec<(String, String)>, DbError> {
    Ok(notifications::table
        .filter(notifications::id.eq_any(ids))
        .select((notifications::id, notifications::text))
        .load(connection)?)
}

/// Marks these of the account as read; what is read already keeps its time.
///
/// # Errors
/// See [`DbError`].
pub fn read(
    connection: &mut AnyConnection,
    account_id: &str,
    ids: &[String],
    at: Timestamp,
) -> Result<(), DbError> {
    diesel::update(
        notifications::table
            .filter(notifications::account_id.eq(account_id))
            .filter(notifications::id.eq_any(ids))
            .filter(notifications::read_at.is_null()),
    )
    .set(notifications::read_at.eq(Some(at)))
    .execute(connection)?;
    Ok(())
}

/// Marks everything of the account as read that came until `until`, included.
///
/// # Errors
/// See [`DbError`].
pub fn read_until(
    connection: &mut AnyConnection,
    account_id: &str,
    until: Timestamp,
    at: Timestamp,
) -> Result<(), DbError> {
    diesel::update(
        notifications::table
            .filter(notifications::account_id.eq(account_id))
            .filter(notifications::created_at.le(until))
            .filter(notifications::read_at.is_null()),
    )
    .set(notifications::read_at.eq(Some(at)))
    .execute(connection)?;
    Ok(())
}
