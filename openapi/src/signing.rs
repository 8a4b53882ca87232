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
    /// Where the key of the certificate is: decides which way the signature is made.
    pub place: crate::certificates::KeyPlace,
    /// Certificate that signs.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
    /// Whom the signer acts for, with the form (`KT.`, `TL.`, `TUQ.`, `Q.`); empty when acting for oneself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub on_behalf_of: String,
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
    /// The certificate that was registered.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate_id: Option<String>,
    /// The delegation that was made.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delegation_id: Option<String>,
}

/// Who signed what, when, in which role, on which anchor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SignatureSummary {
    /// Name in the certificate.
    pub signer: String,
    /// Title of the role in Vietnamese; empty for the person.
    pub role: String,
    /// What was done: `submit`, `enter`, `approve`, `return`, `export_sign`, `export_seal`, `delegate`, `register`.
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
    /// The time stamp on it.
    pub time_stamp: TimeStamp,
    /// Whom the signer acted for, with the form (`KT. Giám đốc Nguyễn Văn A`); empty when acting for oneself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub on_behalf_of: String,
}

/// State of the time stamp (dấu thời gian) on a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeStampState {
    /// None was asked for.
    None,
    /// The authority is slow or away; the next signer has to wait for it.
    Waiting,
    /// On the signature.
    Stamped,
}

/// The time stamp on a signature: proof by a third party that it existed at that time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TimeStamp {
    /// State.
    pub state: TimeStampState,
    /// The time the authority vouches for.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Name of the authority; may be empty.
    pub authority: String,
}

/// Signs prepared requests with a key that the server reaches: in its token, or at a remote service. Many at once are one PIN or one
/// confirmation, and yet one signature and one result each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewSigningSession {
    /// Signing requests of one certificate, 1 to 1000.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 1000)),
        schema(min_items = 1, max_items = 1000)
    )]
    pub requests: Vec<String>,
    /// PIN of the token, or the one-time code of the service; never kept.
    #[cfg_attr(feature = "server", validate(length(max = 64)), schema(max_length = 64, format = Password))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
}

/// State of a signing session and of each request in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SessionState {
    /// The holder has to confirm elsewhere, on the telephone; ask again.
    Waiting,
    /// Signed and carried out; of a session: every request has its outcome.
    Done,
    /// Not signed, or not carried out.
    Refused,
}

/// A signing session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SigningSession {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// `waiting` until every request has its outcome.
    pub state: SessionState,
    /// The outcome of each, in the order asked.
    pub items: Vec<SessionItem>,
}

/// One request of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SessionItem {
    /// The signing request.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub request_id: String,
    /// Its state.
    pub state: SessionState,
    /// What it brought about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SigningResult>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub problem: Option<crate::problem::Problem>,
}

/// Asks the remote service to send the holder a one-time code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewOneTimeCode {
    /// The certificate that will sign.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
}

/// Addresses for a signing agent that signs whole files (file mode): it fetches the one and sends the signed file to the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FileLinks {
    /// Where the agent fetches the file; single use.
    pub download_url: String,
    /// Where it sends the signed file, as `multipart/form-data`, field `uploadfile`.
    pub upload_url: String,
}
