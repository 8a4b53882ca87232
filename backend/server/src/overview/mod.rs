//! The state of things (B9, F8): what is missing, waiting and late, by unit, step and person, with what
//! stands behind each figure; and why a task is whose, by when.

mod count;
mod figures;
mod list;
mod quotes;
pub mod routes;
mod table;
mod tally;
mod why;

use congvu_db::{AnyConnection, units};
use congvu_domain::access::Action;

use crate::auth::Caller;
use crate::error::ApiError;

/// Paths of the units that are looked at: one with all below it, or everything that the caller may read.
///
/// # Errors
/// 404 where the caller may not read the unit.
fn scope(
    connection: &mut AnyConnection,
    caller: &Caller,
    unit: Option<&str>,
) -> Result<Vec<String>, ApiError> {
    let Some(id) = unit else {
        return Ok(caller.scope(Action::ReadPeople));
    };
    let unit = units::find(connection, id)?;
    if caller.may(Action::ReadPeople, &unit.path) {
        Ok(vec![unit.path])
    } else {
        Err(ApiError::not_found())
    }
}
