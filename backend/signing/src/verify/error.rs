//! Why a signature is not accepted.

use chrono::{DateTime, Utc};

use crate::trust::AnchorLevel;
use crate::tsp::TspError;

/// One variant a reason; [`VerifyError::code`] is stable and may be shown, stored and translated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerifyError {
    #[error("not a CMS signature: {0}")]
    Malformed(String),
    #[error("the CMS is larger or deeper than any genuine one")]
    TooLarge,
    #[error("the CMS has no signer")]
    NoSigner,
    #[error("the CMS has {count} signers, exactly one is expected")]
    MultipleSigners { count: usize },
    #[error("algorithm {oid} is not accepted")]
    UnsupportedAlgorithm { oid: String },
    #[error("the signer's certificate is not included")]
    SignerCertificateMissing,
    #[error("the signed attributes are missing, repeated or contradictory: {0}")]
    WrongAttributes(&'static str),
    #[error("the content was changed after signing")]
    ContentChanged,
    #[error("the signature names another certificate than the one included")]
    WrongSignerBinding,
    #[error("the signature was not made by this certificate's key over these attributes")]
    SignatureMismatch,
    #[error("the certificate is not meant for signing documents (keyUsage nonRepudiation)")]
    WrongKeyUsage,
    #[error("no trusted authority issued the certificate")]
    UnknownIssuer,
    #[error("the certificate path is not acceptable: {0}")]
    UntrustedPath(String),
    #[error("the certificate is valid only from {not_before}")]
    NotYetValid { not_before: DateTime<Utc> },
    #[error("the certificate expired at {not_after}")]
    Expired { not_after: DateTime<Utc> },
    #[error("the certificate was revoked at {at}")]
    Revoked {
        /// When it was revoked or, if the list says so, when it became invalid.
        at: DateTime<Utc>,
    },
    #[error("no revocation list of {issuer} is at hand")]
    RevocationUnknown { issuer: String },
    #[error("the newest revocation list of {issuer} was to be replaced at {next_update}")]
    CrlExpired {
        issuer: String,
        next_update: DateTime<Utc>,
    },
    #[error("the newest OCSP response of {issuer} was to be replaced at {next_update}")]
    OcspExpired {
        issuer: String,
        next_update: DateTime<Utc>,
    },
    #[error("{issuer} says by OCSP that it does not know the certificate")]
    OcspUnknown { issuer: String },
    #[error("the OCSP response for {issuer} is signed by somebody whom it did not entrust with it")]
    OcspWrongResponder { issuer: String },
    #[error("the chain ends in an anchor of level {found:?}, {required:?} is required")]
    LevelTooLow {
        found: AnchorLevel,
        required: AnchorLevel,
    },
    #[error("there is no time stamp")]
    TimeStampMissing,
    #[error("the time stamp does not hold: {0}")]
    TimeStamp(TspError),
    #[error("the time stamp of {at} is from before the certificate, valid from {not_before}")]
    TimeStampBeforeCertificate {
        at: DateTime<Utc>,
        not_before: DateTime<Utc>,
    },
    #[error("the time stamp of {at} is from before the signing time {signing_time}")]
    TimeStampBeforeSigning {
        at: DateTime<Utc>,
        signing_time: DateTime<Utc>,
    },
}

impl VerifyError {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "malformed",
            Self::TooLarge => "too_large",
            Self::NoSigner => "no_signer",
            Self::MultipleSigners { .. } => "multiple_signers",
            Self::UnsupportedAlgorithm { .. } => "unsupported_algorithm",
            Self::SignerCertificateMissing => "signer_certificate_missing",
            Self::WrongAttributes(_) => "wrong_attributes",
            Self::ContentChanged => "content_changed",
            Self::WrongSignerBinding => "wrong_signer_binding",
            Self::SignatureMismatch => "signature_mismatch",
            Self::WrongKeyUsage => "wrong_key_usage",
            Self::UnknownIssuer => "unknown_issuer",
            Self::UntrustedPath(_) => "untrusted_path",
            Self::NotYetValid { .. } => "not_yet_valid",
            Self::Expired { .. } => "expired",
            Self::Revoked { .. } => "revoked",
            Self::RevocationUnknown { .. } => "revocation_unknown",
            Self::CrlExpired { .. } => "crl_expired",
            Self::OcspExpired { .. } => "ocsp_expired",
            Self::OcspUnknown { .. } => "ocsp_unknown",
            Self::OcspWrongResponder { .. } => "ocsp_wrong_responder",
            Self::LevelTooLow { .. } => "level_too_low",
            Self::TimeStampMissing => "time_stamp_missing",
            Self::TimeStamp(error) => error.code(),
            Self::TimeStampBeforeCertificate { .. } => "time_stamp_before_certificate",
            Self::TimeStampBeforeSigning { .. } => "time_stamp_before_signing",
        }
    }
}
