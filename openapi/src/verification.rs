//! Verification for anyone: who signed what, when, in which role, on which anchor, and whether anything was changed afterwards.

use serde::{Deserialize, Serialize};

use crate::signing::TrustLevel;

/// What was given to be verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A signed PDF.
    Pdf,
    /// The evidence package of a version (ZIP).
    Evidence,
    /// Neither.
    Unknown,
}

/// The verdict on the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Everything holds.
    Valid,
    /// Something does not hold.
    Invalid,
}

/// How far a PDF signature carries (PAdES, ETSI EN 319 142-1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum BaselineLevel {
    /// The signature alone.
    B,
    /// With a time stamp.
    T,
    /// And with everything needed to verify it offline.
    Lt,
    /// And with an archive time stamp over all of it.
    Lta,
}

/// What was found, in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct VerificationReport {
    /// What it is.
    pub kind: FileKind,
    /// SHA-256 of the file, hexadecimal.
    pub sha256: String,
    /// The verdict.
    pub verdict: Verdict,
    /// When it was judged.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub checked_at: String,
    /// What it is about: `Sơ yếu lý lịch, phiên bản 3`; may be empty.
    pub about: String,
    /// What is wrong with the file as a whole.
    pub problems: Vec<VerificationProblem>,
    /// Every signature, in the order they were made.
    pub signatures: Vec<SignatureReport>,
    /// Time stamps over the whole (archive, document).
    pub time_stamps: Vec<TimeStampReport>,
    /// The anchors came out of the file itself: their holder has to be confirmed elsewhere.
    pub anchors_unconfirmed: bool,
    /// This installation made the file, and this is the code on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub known_as: Option<String>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct VerificationProblem {
    /// Stable code.
    pub code: String,
    /// In words, in the reader's language.
    pub message: String,
}

/// One signature.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignatureReport {
    /// Name in the certificate.
    pub signer: String,
    /// What was signed, as the signature says.
    pub what: String,
    /// Role in which it was signed; may be empty.
    pub role: String,
    /// Whom the signer acted for; empty when acting for oneself.
    pub on_behalf_of: String,
    /// The time the signer claims.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_at: Option<String>,
    /// The time that the time stamp vouches for.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stamped_at: Option<String>,
    /// Name of the time-stamp authority; may be empty.
    pub stamped_by: String,
    /// It holds.
    pub valid: bool,
    /// Stable code of the reason where it does not; empty otherwise.
    pub code: String,
    /// The reason in words; empty where it holds.
    pub message: String,
    /// What its anchor is worth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<TrustLevel>,
    /// Name of the anchor.
    pub anchor: String,
    /// Serial number of the certificate, hexadecimal.
    pub serial: String,
    /// Issuer of the certificate.
    pub issuer: String,
    /// How far it carries, for PDFs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<BaselineLevel>,
    /// What came after it in the file, in words; empty where it covers the whole file.
    pub changes_after: String,
}

/// A time stamp over the whole file or package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TimeStampReport {
    /// The time it vouches for, or states where it does not hold; absent where it cannot be read.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Name of the authority.
    pub authority: String,
    /// It holds.
    pub valid: bool,
    /// Stable code of the reason where it does not; empty otherwise.
    pub code: String,
    /// The reason in words.
    pub message: String,
}

/// What an installation says about a document that carries its code; no personal data beyond what stands on the paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct KnownDocument {
    /// The code.
    pub code: String,
    /// The body that issued it.
    pub agency: String,
    /// What it is.
    pub title: String,
    /// Initials of the person: enough to see that the paper in hand is meant.
    pub initials: String,
    /// When it was made.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub made_at: String,
    /// It carries both signatures.
    pub complete: bool,
    /// A newer version of the profile has been approved since.
    pub superseded: bool,
    /// SHA-256 of the complete file, hexadecimal.
    pub sha256: String,
    /// Its signatures.
    pub signatures: Vec<crate::signing::SignatureSummary>,
}
