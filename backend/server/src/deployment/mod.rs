//! What this installation is, and what its body is called on a day.

pub mod routes;

use congvu_db::Unit;

use crate::services::Services;

/// What a unit is called on a document made today. The body itself is called as the regulation has it on
/// the day, so that after a merger documents bear the new name; those made before keep the old one.
#[must_use]
pub fn called(services: &Services, unit: &Unit) -> String {
    if unit.parent_id.is_none() && names_body(services, &unit.name) {
        services.rules().body.name.clone()
    } else {
        unit.name.clone()
    }
}

/// The body has, or had, this name.
#[must_use]
pub fn names_body(services: &Services, name: &str) -> bool {
    let blocks = &services.deployment.blocks;
    blocks.iter().any(|block| block.body.name == name)
}
