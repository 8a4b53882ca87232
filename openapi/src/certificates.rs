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

/// Where the private key of a certificate is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum KeyPlace {
    /// In this browser (WebCrypto), not extractable.
    Browser,
    /// In a file (.p12, .pfx) that the browser opens for each signing.
    File,
    /// In a token that the signing agent beside the browser drives (VGCA Sign Service, `wss://127.0.0.1:8987`).
    Agent,
    /// In a token of the server (PKCS#11); the PIN is typed for each signing and never kept.
    Token,
    /// At a remote signing service (Cloud Signature Consortium API, SmartCA).
    Remote,
}

/// State of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CertificateStatus {
    /// May sign.
    Valid,
    /// Registered, but a first signature with its key has not yet shown that the account holds it.
    Unproven,
    /// Names nobody by identity number: whoever issues accounts has to confirm that it is this person's.
    AwaitingConfirmation,
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
    /// Where the key is.
    pub place: KeyPlace,
    /// Key of the remote service, or label of the token; empty elsewhere.
    pub provider: String,
    /// The holder has to type something at each signing: a PIN, or a one-time code.
    pub asks: SecretAsked,
    /// Name of the account's holder, for whoever confirms it; empty in one's own list.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub holder: String,
    /// State.
    pub status: CertificateStatus,
    /// When it was revoked.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked_at: Option<String>,
    /// Why it was revoked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revocation: Option<RevocationCode>,
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

/// Why a certificate is revoked, as revocation lists and OCSP answers say it (RFC 5280 §5.3.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RevocationCode {
    /// Không nêu.
    #[default]
    Unspecified,
    /// Khoá bị lộ hoặc bị mất.
    KeyCompromise,
    /// Người giữ chuyển cơ quan hoặc đổi tên.
    AffiliationChanged,
    /// Đã có chứng thư khác thay thế.
    Superseded,
    /// Người giữ thôi việc hoặc nghỉ hưu.
    CessationOfOperation,
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
    /// The reason as revocation lists name it: `key_compromise` (lộ hoặc mất khoá), `affiliation_changed` (chuyển cơ quan, đổi tên),
    /// `superseded` (đã có chứng thư thay thế), `cessation_of_operation` (thôi việc, nghỉ hưu); `unspecified` where absent.
    #[serde(default)]
    pub code: RevocationCode,
}

/// What the holder has to type at each signing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SecretAsked {
    /// Nothing here: the browser holds the key, or the agent or the telephone asks.
    Nothing,
    /// The PIN of the token.
    Pin,
    /// A one-time code that the service sends.
    OneTimeCode,
}

/// A certificate made elsewhere, to be registered for the caller's account. A first signature with its key has to follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewRegistration {
    /// Where the key is; not `browser`, whose keys get a certificate here.
    pub place: KeyPlace,
    /// For its owner: `Chứng thư Ban Cơ yếu`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub label: String,
    /// The certificate and, if at hand, those above it; DER in Base64, the holder's first. For `file` and `agent`.
    #[cfg_attr(feature = "server", validate(length(max = 10)), schema(max_items = 10))]
    #[serde(default)]
    pub chain: Vec<String>,
    /// Which of the `sources` of the token or service; for `token` and `remote`.
    #[cfg_attr(
        feature = "server",
        validate(length(max = 500)),
        schema(max_length = 500)
    )]
    #[serde(default)]
    pub source: String,
}

/// A certificate that waits for the first signature with its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Registration {
    /// The certificate.
    pub certificate: Certificate,
    /// To be signed with its key, like everything else.
    pub signing_request: crate::signing::SigningRequest,
}

/// Which places for keys this installation offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct KeyPlaces {
    /// Keys made in the browser get a certificate of the built-in pilot authority.
    pub browser: bool,
    /// A .p12 file opened in the browser.
    pub file: bool,
    /// Address of the signing agent, `wss://127.0.0.1:8987`; absent where it is not offered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agent: Option<String>,
    /// Tokens of the server.
    pub tokens: Vec<String>,
    /// Remote signing services.
    pub remote: Vec<RemoteService>,
    /// The anchors that count here, with their level.
    pub anchors: Vec<TrustAnchor>,
}

/// A remote signing service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RemoteService {
    /// Key of the service.
    pub key: String,
    /// Its name.
    pub name: String,
}

/// A trust anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TrustAnchor {
    /// Common name of the authority.
    pub name: String,
    /// What its signatures are worth.
    pub level: TrustLevel,
    /// SHA-256 of the certificate, hexadecimal.
    pub sha256: String,
}

/// Where to look for certificates that could be registered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, utoipa::IntoParams))]
pub struct SourceQuery {
    /// Key of a remote service, or label of a token.
    pub provider: String,
    /// The caller's user name at the remote service.
    #[serde(default)]
    pub user: Option<String>,
}

/// Certificates found in a token or at a remote service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CertificateSources {
    /// The certificates.
    pub items: Vec<CertificateSource>,
}

/// A certificate found in a token or at a remote service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CertificateSource {
    /// Names it in a registration.
    pub source: String,
    /// Name in the certificate.
    pub subject: String,
    /// Issuer.
    pub issuer: String,
    /// Serial number, hexadecimal.
    pub serial: String,
    /// Valid until.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub not_after: String,
}
