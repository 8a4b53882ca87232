//! Why a service did not sign, in a form that stays the same for clients.

use std::path::PathBuf;

use congvu_signing::signer::SignerError;

/// What went wrong with a remote service.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RemoteError {
    #[error("the one-time password is wrong, used or over")]
    WrongOtp,
    #[error("the credential is locked")]
    Locked,
    #[error("the service refused: {0}")]
    Refused(String),
    #[error("the service knows no such user or credential")]
    UnknownCredential,
    #[error("the service does not admit this installation: client id or secret is wrong")]
    ClientRefused,
    #[error("the service cannot be reached: {0}")]
    Unreachable(String),
    #[error("the service did not answer in time")]
    TimedOut,
    #[error("the service's answer makes no sense: {0}")]
    Malformed(String),
}

impl RemoteError {
    /// A code that does not change with the wording.
    pub fn code(&self) -> &'static str {
        match self {
            Self::WrongOtp => "wrong_otp",
            Self::Locked => "locked",
            Self::Refused(_) => "refused",
            Self::UnknownCredential => "unknown_credential",
            Self::ClientRefused => "client_refused",
            Self::Unreachable(_) => "unreachable",
            Self::TimedOut => "timed_out",
            Self::Malformed(_) => "malformed",
        }
    }
}

impl From<RemoteError> for SignerError {
    fn from(error: RemoteError) -> Self {
        match error {
            RemoteError::WrongOtp => Self::WrongPin,
            RemoteError::Locked => Self::PinLocked,
            RemoteError::UnknownCredential => Self::NoSuchKey,
            RemoteError::Refused(reason) => Self::Refused(reason),
            other => Self::Unavailable(other.to_string()),
        }
    }
}

/// Why a service cannot be used as configured.
#[derive(Debug, thiserror::Error)]
pub enum SetupError {
    #[error("{name}: {url} is not an https address")]
    Address { name: String, url: String },
    #[error("{name}: {path}: {reason}")]
    CaFile {
        name: String,
        path: PathBuf,
        reason: String,
    },
}
