use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::IdempotencyKey;
use crate::schema::idempotency_keys;
use crate::types::Timestamp;

/// The first answer to this key, where it was used since `since`.
///
/// # Errors
/// See [`DbError`].
pub fn find(
    connection: &mut AnyConnection,
    account_id: &str,
    key: &str,
    since: Timestamp,
) -> Result<Option<IdempotencyKey>, DbError> {
    Ok(idempotency_keys::table
        .find((account_id, key))
        .filter(idempotency_keys::created_at.gt(since))
        .select(IdempotencyKey::as_select())
        .first(connection)
        .optional()?)
}

/// Keeps the answer to a key, in the transaction that did the work; an older use of the key is forgotten.
///
/// # Errors
/// [`DbError::Conflict`] where somebody used the key at the same moment.
pub fn keep(
    connection: &mut AnyConnection,
    row: &IdempotencyKey,
    since: Timestamp,
) -> Result<(), DbError> {
    diesel::delete(
        idempotency_keys::table
            .find((&row.account_id, &row.key))
            .filter(idempotency_keys::created_at.le(since)),
    )
    .execute(connection)?;
    diesel::insert_into(idempotency_keys::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}
