//! Certificates that accounts sign with.

use serde::{Deserialize, Serialize};

use crate::signing::TrustLevel;

/// A request for a certificate of the built-in pilot authority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewCertificate {
    /// PKCS#10 request, DER in Base64. Only its public key is used; the subject comes from our records.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 100, max = 8192)),
        schema(min_length = 100, max_length = 8192)
    )]
    pub csr: String,
    /// Where the key is kept, for its owner: `Chrome trên máy cơ quan`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub label: String,
}

/// State of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CertificateStatus {
    /// May sign.
    Valid,
    /// Its time is over.
    Expired,
    /// Revoked.
    Revoked,
}

/// A certificate of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Certificate {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Where the key is kept.
    pub label: String,
    /// Name in the certificate.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// Valid from.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub not_before: String,
    /// Valid until.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub not_after: String,
    /// Trust level of its anchor.
    pub level: TrustLevel,
    /// State.
    pub status: CertificateStatus,
    /// When it was revoked.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
    /// SHA-256 of the SubjectPublicKeyInfo, hexadecimal: tells a browser which key is its own.
    pub public_key_sha256: String,
    /// The certificate, PEM.
    pub pem: String,
}

/// Certificates of an account, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CertificateList {
    /// The certificates.
    pub items: Vec<Certificate>,
}

/// Why a certificate is revoked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct Revocation {
    /// The reason, for the record.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 500)),
        schema(min_length = 1, max_length = 500)
    )]
    pub reason: String,
}
