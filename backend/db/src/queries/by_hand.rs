//! Statements as somebody with access to the database could run them by hand; for tests that show that it is noticed.

use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;

/// Runs one statement; answers how many rows it changed.
///
/// # Errors
/// See [`DbError`].
pub fn run(connection: &mut AnyConnection, statement: &str) -> Result<usize, DbError> {
    Ok(diesel::sql_query(statement).execute(connection)?)
}
