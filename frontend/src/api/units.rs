//! The organisation.

use congvu_openapi::units::{Unit, UnitList};

use super::{ApiError, Call};

/// The units, parents before children.
///
/// # Errors
/// As any call.
pub async fn list() -> Result<Vec<Unit>, ApiError> {
    let list: UnitList = Call::get("/units").send().await?.value;
    Ok(list.items)
}

/// Choices for a list of units, indented by level.
#[must_use]
pub fn options(units: &[Unit]) -> Vec<(String, String)> {
    units
        .iter()
        .map(|unit| {
            let indent = "\u{2003}".repeat(usize::from(unit.depth));
            (unit.id.clone(), format!("{indent}{}", unit.name))
        })
        .collect()
}
