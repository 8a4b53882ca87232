use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Version;
use crate::schema::versions;

/// # Errors
/// [`DbError::Conflict`] where the number is taken.
pub fn insert(connection: &mut AnyConnection, version: &Version) -> Result<(), DbError> {
    diesel::insert_into(versions::table)
        .values(version)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(
    connection: &mut AnyConnection,
    person_id: &str,
    number: i64,
) -> Result<Version, DbError> {
    Ok(versions::table
        .filter(versions::person_id.eq(person_id))
        .filter(versions::number.eq(number))
        .select(Version::as_select())
        .first(connection)?)
}

/// Versions of a person, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(connection: &mut AnyConnection, person_id: &str) -> Result<Vec<Version>, DbError> {
    Ok(versions::table
        .filter(versions::person_id.eq(person_id))
        .order(versions::number.desc())
        .select(Version::as_select())
        .load(connection)?)
}

/// The version in force.
///
/// # Errors
/// See [`DbError`].
pub fn latest(connection: &mut AnyConnection, person_id: &str) -> Result<Option<Version>, DbError> {
    Ok(versions::table
        .filter(versions::person_id.eq(person_id))
        .order(versions::number.desc())
        .select(Version::as_select())
        .first(connection)
        .optional()?)
}

/// Every version of everybody, each person's in order of number; for checking the chains.
///
/// # Errors
/// See [`DbError`].
pub fn all(connection: &mut AnyConnection) -> Result<Vec<Version>, DbError> {
    Ok(versions::table
        .order((versions::person_id, versions::number))
        .select(Version::as_select())
        .load(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn with_id(connection: &mut AnyConnection, id: &str) -> Result<Version, DbError> {
    Ok(versions::table
        .find(id)
        .select(Version::as_select())
        .first(connection)?)
}
