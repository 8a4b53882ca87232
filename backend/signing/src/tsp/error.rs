//! Why a time stamp is not given or not accepted.

use chrono::{DateTime, Utc};

use crate::signer::SignerError;
use crate::verify::VerifyError;

/// One variant a reason; [`TspError::code`] is stable and may be shown, stored and translated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TspError {
    #[error("not a time stamp: {0}")]
    Malformed(String),
    #[error("the time-stamp authority refused: status {status}{}", reason.as_deref().map(|text| format!(", {text}")).unwrap_or_default())]
    NotGranted {
        /// PKIStatus (RFC 3161 §2.4.2); 2 is rejection, 3 waiting.
        status: u8,
        /// What the authority says, or the name of its failure code.
        reason: Option<String>,
    },
    #[error("the time stamp covers something else")]
    WrongImprint,
    #[error("the time stamp answers another request")]
    WrongNonce,
    #[error("algorithm {oid} is not accepted in a time stamp")]
    UnsupportedAlgorithm { oid: String },
    #[error(
        "the certificate is not meant for time stamps and nothing else (critical extended key usage timeStamping)"
    )]
    WrongUsage,
    #[error("the time stamp is of {at}, when its authority's certificate was not valid")]
    OutsideCertificate { at: DateTime<Utc> },
    #[error("the time stamp's signature or authority: {0}")]
    Authority(Box<VerifyError>),
    #[error("the authority's key and certificate do not belong together")]
    OtherKey,
    #[error("the authority cannot sign: {0}")]
    Signing(#[from] SignerError),
}

impl TspError {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "time_stamp_malformed",
            Self::NotGranted { .. } => "time_stamp_not_granted",
            Self::WrongImprint => "time_stamp_foreign",
            Self::WrongNonce => "time_stamp_wrong_nonce",
            Self::UnsupportedAlgorithm { .. } => "time_stamp_unsupported_algorithm",
            Self::WrongUsage => "time_stamp_wrong_usage",
            Self::OutsideCertificate { .. } => "time_stamp_outside_certificate",
            Self::Authority(error) => authority_code(error),
            Self::OtherKey => "time_stamp_other_key",
            Self::Signing(_) => "time_stamp_signing_failed",
        }
    }
}

fn authority_code(error: &VerifyError) -> &'static str {
    match error {
        VerifyError::UnknownIssuer | VerifyError::UntrustedPath(_) => "time_stamp_untrusted",
        VerifyError::Revoked { .. } => "time_stamp_authority_revoked",
        VerifyError::Expired { .. } => "time_stamp_authority_expired",
        VerifyError::NotYetValid { .. } => "time_stamp_authority_not_yet_valid",
        VerifyError::RevocationUnknown { .. }
        | VerifyError::OcspUnknown { .. }
        | VerifyError::OcspWrongResponder { .. } => "time_stamp_revocation_unknown",
        VerifyError::CrlExpired { .. } | VerifyError::OcspExpired { .. } => {
            "time_stamp_revocation_expired"
        }
        VerifyError::LevelTooLow { .. } => "time_stamp_level_too_low",
        VerifyError::ContentChanged => "time_stamp_altered",
        VerifyError::SignatureMismatch => "time_stamp_signature_mismatch",
        VerifyError::WrongSignerBinding => "time_stamp_wrong_signer_binding",
        VerifyError::SignerCertificateMissing => "time_stamp_certificate_missing",
        VerifyError::UnsupportedAlgorithm { .. } => "time_stamp_unsupported_algorithm",
        VerifyError::WrongKeyUsage => "time_stamp_wrong_usage",
        _ => "time_stamp_malformed",
    }
}

impl From<der::Error> for TspError {
    fn from(error: der::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl From<crate::cms::CmsError> for TspError {
    fn from(error: crate::cms::CmsError) -> Self {
        Self::Malformed(error.to_string())
    }
}

impl From<VerifyError> for TspError {
    fn from(error: VerifyError) -> Self {
        match error {
            VerifyError::Malformed(reason) => Self::Malformed(reason),
            other => Self::Authority(Box::new(other)),
        }
    }
}
