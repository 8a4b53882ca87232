//! What a reviewer decides about a step.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::signing::{SigningRequest, SigningResult};
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
    /// Where a return goes: 0, or absent, to whoever submitted; otherwise an earlier step of the chain, from 1, which looks again at the same
    /// document. Absent when approving.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to: Option<u16>,
}

/// Approvals of many submissions, each to be signed by itself (C5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewDecisions {
    /// Certificate to sign with.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
    /// What is decided: `approve`. A return has reasons of its own and is made one by one.
    pub decision: Decision,
    /// The submissions as they were seen, 1 to 1000.
    #[cfg_attr(
        feature = "server",
        validate(nested, length(min = 1, max = 1000)),
        schema(min_items = 1, max_items = 1000)
    )]
    pub submissions: Vec<SeenSubmission>,
}

/// A submission as it was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct SeenSubmission {
    /// The submission.
    #[cfg_attr(feature = "server", validate(custom(function = crate::identifier::check)), schema(format = "uuid"))]
    pub id: String,
    /// Its revision: the number in its entity tag.
    pub revision: i64,
}

/// What came of each submission, in the order asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PreparedDecisions {
    /// One for each submission asked about.
    pub items: Vec<PreparedDecision>,
}

/// What is to be signed for one submission, or why it cannot be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PreparedDecision {
    /// The submission.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub submission_id: String,
    /// To be signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<SigningRequest>,
    /// Why not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}

/// Signatures over many signing requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewSignatures {
    /// The signatures, 1 to 1000.
    #[cfg_attr(
        feature = "server",
        validate(nested, length(min = 1, max = 1000)),
        schema(min_items = 1, max_items = 1000)
    )]
    pub items: Vec<RequestSignature>,
}

/// The raw signature over one signing request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct RequestSignature {
    /// The signing request.
    #[cfg_attr(feature = "server", validate(custom(function = crate::identifier::check)), schema(format = "uuid"))]
    pub request_id: String,
    /// Base64. ECDSA as r‖s or DER.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 4096)),
        schema(min_length = 1, max_length = 4096)
    )]
    pub signature: String,
}

/// What came of each signature, in the order sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SigningOutcomes {
    /// One for each signature sent.
    pub items: Vec<SigningOutcome>,
}

/// What one signature brought about, or why it was refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SigningOutcome {
    /// The signing request.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub request_id: String,
    /// Verified and carried out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SigningResult>,
    /// Refused; of this one nothing was written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<Problem>,
}
