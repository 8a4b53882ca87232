//! What a reviewer decides about a step.

use serde::{Deserialize, Serialize};

use crate::submissions::ItemReason;
#[cfg(feature = "server")]
use validator::Validate as _;

/// What a reviewer decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The data agree with the evidence.
    Approve,
    /// To be corrected, with reasons.
    Return,
}

/// A decision to be signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewDecision {
    /// Certificate to sign with.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
    /// What is decided.
    pub decision: Decision,
    /// Reasons; at least one when returning, none when approving.
    #[serde(default)]
    #[cfg_attr(
        feature = "server",
        validate(nested, length(max = 100)),
        schema(max_items = 100)
    )]
    pub reasons: Vec<ItemReason>,
}
