//! The key of an authority: in its folder or elsewhere, such as in a token.

use std::fmt;
use std::sync::Mutex;

use rcgen::{PublicKeyData, SigningKey, SubjectPublicKeyInfo};

use super::PilotCaError;
use crate::algorithm::normalise_signature;
use crate::cms::ToBeSigned;
use crate::signer::{Signer, SignerError};
use crate::software_key::SoftwareKey;

/// Keys of the authority that are not in its folder. Where there is none, the folder has it.
#[derive(Default)]
pub struct AuthorityKeys {
    pub root: Option<Box<dyn Signer>>,
    pub issuing: Option<Box<dyn Signer>>,
}

/// A key as rcgen wants it.
pub(super) struct AuthorityKey {
    holder: Holder,
    public: SubjectPublicKeyInfo,
    /// Why it last did not sign; rcgen only passes on that it did not.
    failure: Mutex<Option<SignerError>>,
}

enum Holder {
    Here(SoftwareKey),
    Elsewhere(Box<dyn Signer>),
}

impl AuthorityKey {
    pub(super) fn here(key: SoftwareKey) -> Result<Self, PilotCaError> {
        Self::new(Holder::Here(key))
    }

    pub(super) fn elsewhere(key: Box<dyn Signer>) -> Result<Self, PilotCaError> {
        Self::new(Holder::Elsewhere(key))
    }

    fn new(holder: Holder) -> Result<Self, PilotCaError> {
        Ok(Self {
            public: SubjectPublicKeyInfo::from_der(&holder.signer().public_key())?,
            holder,
            failure: Mutex::new(None),
        })
    }

    pub(super) fn signer(&self) -> &dyn Signer {
        self.holder.signer()
    }

    /// The private key, if it is here to be saved.
    pub(super) fn to_pkcs8_pem(&self) -> Option<String> {
        match &self.holder {
            Holder::Here(key) => Some(key.to_pkcs8_pem()),
            Holder::Elsewhere(_) => None,
        }
    }

    /// Signs octets in the form certificates want.
    pub(super) fn sign_octets(&self, octets: &[u8]) -> Result<Vec<u8>, SignerError> {
        sign_octets(self.signer(), octets)
    }

    /// The reason behind rcgen's error.
    pub(super) fn explain(&self, error: rcgen::Error) -> PilotCaError {
        let failure = self.failure.lock().ok().and_then(|mut last| last.take());
        match (error, failure) {
            (rcgen::Error::RemoteKeyError, Some(reason)) => PilotCaError::Unusable(reason),
            (error, _) => PilotCaError::Signing(error),
        }
    }
}

impl Holder {
    fn signer(&self) -> &dyn Signer {
        match self {
            Self::Here(key) => key,
            Self::Elsewhere(key) => key.as_ref(),
        }
    }
}

/// Signs octets; ECDSA comes out as DER.
pub(super) fn sign_octets(signer: &dyn Signer, octets: &[u8]) -> Result<Vec<u8>, SignerError> {
    let raw = signer.sign(&ToBeSigned::new(octets.to_vec()))?;
    normalise_signature(signer.algorithm(), &raw)
        .map_err(|error| SignerError::Refused(error.to_string()))
}

impl PublicKeyData for AuthorityKey {
    fn der_bytes(&self) -> &[u8] {
        self.public.der_bytes()
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        self.public.algorithm()
    }
}

impl SigningKey for AuthorityKey {
    fn sign(&self, octets: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        self.sign_octets(octets).map_err(|reason| {
            if let Ok(mut last) = self.failure.lock() {
                *last = Some(reason);
            }
            rcgen::Error::RemoteKeyError
        })
    }
}

impl fmt::Debug for AuthorityKey {
    /// Without the key.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("AuthorityKey")
            .field("algorithm", &self.signer().algorithm())
            .finish_non_exhaustive()
    }
}
