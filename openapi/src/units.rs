//! Units of the organisation.

use serde::{Deserialize, Serialize};

/// Whether the unit's people are managed at the top or by the unit itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnitManagement {
    /// Managed at the top of the body.
    Top,
    /// Managed by the unit itself.
    Unit,
}

/// A unit of the organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Unit {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The unit above it.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// Short code.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Levels below the root, which is 0.
    pub depth: u16,
    /// How its people are managed where the regulation goes by unit.
    pub management: UnitManagement,
}

/// The units, parents before children.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct UnitList {
    /// The units.
    pub items: Vec<Unit>,
}
