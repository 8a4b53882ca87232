//! The organisation.

pub mod routes;

use congvu_db::{AnyConnection, Unit, units};
use congvu_openapi::units::UnitManagement;

use crate::codes::word;
use crate::error::ApiError;
use crate::services::Services;

/// Adds a unit below another, or the root of the body.
///
/// # Errors
/// 409 where the code is taken.
pub fn add(
    services: &Services,
    connection: &mut AnyConnection,
    parent: Option<&Unit>,
    code: &str,
    name: &str,
    management: UnitManagement,
) -> Result<Unit, ApiError> {
    let id = services.new_id();
    let above = parent.map_or("/", |unit| unit.path.as_str());
    let unit = Unit {
        path: format!("{above}{id}/"),
        parent_id: parent.map(|unit| unit.id.clone()),
        depth: parent.map_or(0, |unit| unit.depth + 1),
        code: code.to_owned(),
        name: name.to_owned(),
        management: word(&management),
        id,
    };
    units::insert(connection, &unit)?;
    Ok(unit)
}
