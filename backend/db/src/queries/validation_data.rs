use std::collections::HashSet;

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{CachedRevocation, ValidationData};
use crate::schema::{revocation_cache, signature_validation_data, validation_data};

/// Keeps what a signature was judged by; what is there already is kept once.
///
/// # Errors
/// See [`DbError`].
pub fn keep(
    connection: &mut AnyConnection,
    signature_id: &str,
    rows: &[ValidationData],
) -> Result<(), DbError> {
    // Asked for once: a signature brings some ten of them, and most are known from the one before.
    let digests: Vec<&str> = rows.iter().map(|row| row.sha256.as_str()).collect();
    let mut known: HashSet<String> = validation_data::table
        .filter(validation_data::sha256.eq_any(&digests))
        .select(validation_data::sha256)
        .load(connection)?
        .into_iter()
        .collect();
    let mut linked: HashSet<String> = signature_validation_data::table
        .filter(signature_validation_data::signature_id.eq(signature_id))
        .select(signature_validation_data::sha256)
        .load(connection)?
        .into_iter()
        .collect();
    for row in rows {
        if known.insert(row.sha256.clone()) {
            // Somebody else may keep the same at this moment: in a savepoint of its own.
            let kept = connection.transaction(|connection| {
                diesel::insert_into(validation_data::table)
                    .values(row)
                    .execute(connection)
            });
            match kept.map_err(DbError::from) {
                Ok(_) | Err(DbError::Conflict(_)) => {}
                Err(error) => return Err(error),
            }
        }
        if linked.insert(row.sha256.clone()) {
            diesel::insert_into(signature_validation_data::table)
                .values((
                    signature_validation_data::signature_id.eq(signature_id),
                    signature_validation_data::sha256.eq(&row.sha256),
                ))
                .execute(connection)?;
        }
    }
    Ok(())
}

/// What these signatures were judged by, each once, in a fixed order.
///
/// # Errors
/// See [`DbError`].
pub fn of_signatures(
    connection: &mut AnyConnection,
    signature_ids: &[String],
) -> Result<Vec<ValidationData>, DbError> {
    Ok(validation_data::table
        .inner_join(signature_validation_data::table)
        .filter(signature_validation_data::signature_id.eq_any(signature_ids))
        .order((validation_data::kind, validation_data::sha256))
        .select(ValidationData::as_select())
        .distinct()
        .load(connection)?)
}

/// What was fetched from an address.
///
/// # Errors
/// See [`DbError`].
pub fn cached(
    connection: &mut AnyConnection,
    url: &str,
) -> Result<Option<CachedRevocation>, DbError> {
    Ok(revocation_cache::table
        .find(url)
        .select(CachedRevocation::as_select())
        .first(connection)
        .optional()?)
}

/// Everything that was fetched.
///
/// # Errors
/// See [`DbError`].
pub fn all_cached(connection: &mut AnyConnection) -> Result<Vec<CachedRevocation>, DbError> {
    Ok(revocation_cache::table
        .order(revocation_cache::url)
        .select(CachedRevocation::as_select())
        .load(connection)?)
}

/// Keeps what was fetched in place of what was there.
///
/// # Errors
/// See [`DbError`].
pub fn cache(connection: &mut AnyConnection, row: &CachedRevocation) -> Result<(), DbError> {
    diesel::delete(revocation_cache::table.find(&row.url)).execute(connection)?;
    diesel::insert_into(revocation_cache::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}
