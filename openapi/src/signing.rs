//! Signing in two phases: the server prepares, a key anywhere signs, the server verifies and acts (C1, C7).

use serde::{Deserialize, Serialize};

/// What a signature's trust anchor is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrustLevel {
    /// A certificate for official duties (chữ ký số chuyên dùng công vụ).
    Official,
    /// A public certification authority.
    Public,
    /// The built-in pilot authority: verifiable, but without legal force.
    Pilot,
}

/// Which certificate will sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewSigningRequest {
    /// Certificate to sign with.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
}

/// Something waiting for a signature, single use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SigningRequest {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// What will be signed, in Vietnamese.
    pub title: String,
    /// What will be signed, in English.
    pub title_en: String,
    /// The exact bytes whose digest is in what is signed, Base64: a canonical JSON payload, or empty for a PDF.
    pub payload: String,
    /// SHA-256 of what the signature covers, hexadecimal.
    pub payload_sha256: String,
    /// DER of the signed attributes, Base64: sign these bytes with SHA-256 (RSA PKCS#1 v1.5 or ECDSA P-256).
    pub to_be_signed: String,
    /// SHA-256 of `to_be_signed`, Base64, for keys that sign a digest.
    pub digest: String,
    /// `rsa-pkcs1-sha256` or `ecdsa-p256-sha256`, by the certificate.
    pub algorithm: String,
    /// Trust level of the certificate.
    pub level: TrustLevel,
    /// After this it must be asked for again.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub expires_at: String,
}

/// The raw signature over `to_be_signed`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewSignature {
    /// Base64. ECDSA as r‖s or DER.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 4096)),
        schema(min_length = 1, max_length = 4096)
    )]
    pub signature: String,
}

/// What the signature brought about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SigningResult {
    /// The signature as verified.
    pub signature: SignatureSummary,
    /// The submission created or acted on.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission_id: Option<String>,
    /// Where that submission stands now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission_state: Option<crate::submissions::SubmissionState>,
    /// The version that came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// The export that was signed.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub export_id: Option<String>,
}

/// Who signed what, when, in which role, on which anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignatureSummary {
    /// Name in the certificate.
    pub signer: String,
    /// Title of the role in Vietnamese; empty for the person.
    pub role: String,
    /// What was done: `submit`, `enter`, `approve`, `return`, `export_sign`, `export_seal`.
    pub act: String,
    /// When the server accepted it.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub signed_at: String,
    /// Trust level of the anchor.
    pub level: TrustLevel,
    /// Serial number of the certificate, hexadecimal.
    pub serial: String,
    /// Issuer of the certificate.
    pub issuer: String,
    /// SHA-256 of what it covers.
    pub payload_sha256: String,
}
