use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::Export;
use crate::schema::exports;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, export: &Export) -> Result<(), DbError> {
    diesel::insert_into(exports::table)
        .values(export)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<Export, DbError> {
    Ok(exports::table
        .find(id)
        .select(Export::as_select())
        .first(connection)?)
}

/// The export, kept from other writers until the transaction ends.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn lock(connection: &mut AnyConnection, id: &str) -> Result<Export, DbError> {
    Ok(Locked(exports::table.find(id).select(Export::as_select())).get_result(connection)?)
}

/// Exports of a person, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(connection: &mut AnyConnection, person_id: &str) -> Result<Vec<Export>, DbError> {
    Ok(exports::table
        .filter(exports::person_id.eq(person_id))
        .order(exports::id.desc())
        .select(Export::as_select())
        .load(connection)?)
}

/// Puts a newly signed file in place of the one with this revision; false where it is another.
///
/// # Errors
/// See [`DbError`].
pub fn advance(
    connection: &mut AnyConnection,
    id: &str,
    revision: i64,
    state: &str,
    sha256: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        exports::table
            .find(id)
            .filter(exports::revision.eq(revision)),
    )
    .set((
        exports::state.eq(state),
        exports::sha256.eq(sha256),
        exports::revision.eq(exports::revision + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Notes where on the pages the signatures belong.
///
/// # Errors
/// See [`DbError`].
pub fn place(connection: &mut AnyConnection, id: &str, layout: &str) -> Result<(), DbError> {
    diesel::update(exports::table.find(id))
        .set(exports::layout.eq(layout))
        .execute(connection)?;
    Ok(())
}

/// Exports whose signatures wait for their time stamps, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn awaiting_time_stamp(
    connection: &mut AnyConnection,
    limit: i64,
) -> Result<Vec<Export>, DbError> {
    Ok(exports::table
        .filter(exports::state.eq("awaiting_time_stamp"))
        .order(exports::id)
        .limit(limit)
        .select(Export::as_select())
        .load(connection)?)
}

/// The export with this code on it.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn with_code(connection: &mut AnyConnection, code: &str) -> Result<Export, DbError> {
    Ok(exports::table
        .filter(exports::code.eq(code))
        .select(Export::as_select())
        .first(connection)?)
}

/// The export whose file this is now.
///
/// # Errors
/// See [`DbError`].
pub fn with_file(connection: &mut AnyConnection, sha256: &str) -> Result<Option<Export>, DbError> {
    Ok(exports::table
        .filter(exports::sha256.eq(sha256))
        .select(Export::as_select())
        .first(connection)
        .optional()?)
}
