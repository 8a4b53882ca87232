use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Unit;
use crate::schema::units;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, unit: &Unit) -> Result<(), DbError> {
    diesel::insert_into(units::table)
        .values(unit)
        .execute(connection)?;
    Ok(())
}

/// Every unit, parents before children.
///
/// # Errors
/// See [`DbError`].
pub fn all(connection: &mut AnyConnection) -> Result<Vec<Unit>, DbError> {
    Ok(units::table
        .order((units::depth, units::code))
        .select(Unit::as_select())
        .load(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<Unit, DbError> {
    Ok(units::table
        .find(id)
        .select(Unit::as_select())
        .first(connection)?)
}
