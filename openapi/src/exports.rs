//! Signed exports of a profile with the force of paper (requirement F4).

use serde::{Deserialize, Serialize};

use crate::signing::SignatureSummary;

/// Where an export stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ExportState {
    /// The competent person has to sign.
    AwaitingSignature,
    /// The agency's seal signature is missing.
    AwaitingSeal,
    /// Both signatures are on it; the time-stamp authority has not answered yet.
    AwaitingTimeStamp,
    /// Both signatures, their time stamps and everything needed to verify them offline are in it.
    Complete,
}

/// Which version to export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewExport {
    /// Number of the version; the approved one where absent.
    #[cfg_attr(feature = "server", validate(range(min = 1)), schema(minimum = 1))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// A CV in PDF, being signed or complete.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Export {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Name of the person.
    pub person_name: String,
    /// Number of the version.
    pub version: i64,
    /// Where it stands.
    pub state: ExportState,
    /// Pages.
    pub pages: i64,
    /// When it was made.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub created_at: String,
    /// By whom.
    pub created_by: String,
    /// Signatures so far.
    pub signatures: Vec<SignatureSummary>,
    /// Code that the QR code on the paper carries, for `/verify/{code}`.
    pub code: String,
    /// The key of the seal is in a token: sealing needs its PIN.
    pub seal_asks_pin: bool,
    /// SHA-256 of the file as it is now.
    pub sha256: String,
    /// The caller may sign as the competent person.
    pub may_sign: bool,
    /// The caller may put the agency's seal signature.
    pub may_seal: bool,
    /// Counts every change; the entity tag is `"revision"`.
    pub revision: i64,
}

/// Exports of a person, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ExportList {
    /// The exports.
    pub items: Vec<Export>,
}

/// Asks for the agency's seal signature.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewSeal {
    /// PIN of the token with the seal's key; absent where the key is not in a token. Never kept.
    #[cfg_attr(feature = "server", validate(length(max = 64)), schema(max_length = 64, format = Password))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pin: Option<String>,
}
