//! One face for every kind of service.

use super::{Kind, RemoteError, Settings, SetupError, csc, smart_ca};

/// A service ready to be asked. Cheap to share behind an `Arc`; remembers its access token.
#[derive(Debug)]
pub enum Remote {
    Csc(csc::Client),
    SmartCa(smart_ca::Client),
}

/// A certificate that a user has at a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoteCertificate {
    /// The service's name for the key.
    pub credential: String,
    /// DER, leaf first; as much of it as the service gives.
    pub chain: Vec<Vec<u8>>,
    pub label: String,
    /// Whether [`Remote::begin`] needs a one-time password, sent by [`Remote::send_otp`].
    pub needs_otp: bool,
    /// Most digests with one consent.
    pub at_once: usize,
}

/// What became of digests handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Begun {
    /// Raw signatures in the order of the digests.
    Signed(Vec<Vec<u8>>),
    /// The user is being asked on the phone.
    Waiting { transaction: String },
}

/// What became of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Polled {
    Waiting,
    /// Raw signatures in the order of the digests.
    Signed(Vec<Vec<u8>>),
    /// The user said no; with the service's words.
    Refused(String),
    Expired,
}

impl Remote {
    /// Prepares a client; nothing is sent yet.
    ///
    /// # Errors
    /// The address is unsafe or the file of authorities cannot be read.
    pub fn new(settings: &Settings) -> Result<Self, SetupError> {
        Ok(match settings.kind {
            Kind::CscV1 => Self::Csc(csc::Client::new(settings, csc::Version::V1)?),
            Kind::CscV2 => Self::Csc(csc::Client::new(settings, csc::Version::V2)?),
            Kind::SmartCa => Self::SmartCa(smart_ca::Client::new(settings)?),
        })
    }

    /// The user's usable certificates; `user` is the name the service knows them by.
    ///
    /// # Errors
    /// See [`RemoteError`].
    pub fn certificates(&self, user: &str) -> Result<Vec<RemoteCertificate>, RemoteError> {
        match self {
            Self::Csc(client) => client.certificates(user),
            Self::SmartCa(client) => client.certificates(user),
        }
    }

    /// Has a one-time password sent to the user.
    ///
    /// # Errors
    /// [`RemoteError::Refused`] if this credential has none, or see [`RemoteError`].
    pub fn send_otp(&self, _user: &str, credential: &str) -> Result<(), RemoteError> {
        match self {
            Self::Csc(client) => client.send_otp(credential),
            Self::SmartCa(_) => Err(RemoteError::Refused(
                "the subscriber consents on the phone".to_owned(),
            )),
        }
    }

    /// Asks for signatures over SHA-256 digests; `description` is what the user is shown.
    ///
    /// # Errors
    /// See [`RemoteError`].
    pub fn begin(
        &self,
        user: &str,
        credential: &str,
        digests: &[[u8; 32]],
        description: &str,
        otp: Option<&str>,
    ) -> Result<Begun, RemoteError> {
        match self {
            Self::Csc(client) => client
                .sign(credential, digests, description, otp)
                .map(Begun::Signed),
            Self::SmartCa(client) => client
                .begin(user, credential, digests, description)
                .map(|transaction| Begun::Waiting { transaction }),
        }
    }

    /// Asks what became of a transaction.
    ///
    /// # Errors
    /// [`RemoteError::Refused`] if this service has no transactions, or see [`RemoteError`].
    pub fn poll(
        &self,
        _user: &str,
        _credential: &str,
        transaction: &str,
    ) -> Result<Polled, RemoteError> {
        match self {
            Self::Csc(_) => Err(RemoteError::Refused(
                "this service signs at once".to_owned(),
            )),
            Self::SmartCa(client) => client.poll(transaction),
        }
    }
}
