//! Something that holds a private key, wherever it is, and signs with it.

use crate::algorithm::SignatureAlgorithm;
use crate::cms::ToBeSigned;
use crate::software_key::SoftwareKey;

/// A private key that this process can use: in memory ([`SoftwareKey`]) or in a token (`pkcs11::TokenKey`).
///
/// Keys elsewhere (a browser, an agent beside it, a remote service) get the same [`ToBeSigned`] over the network; their raw signature goes
/// through the same [`crate::cms::assemble()`].
pub trait Signer: Send + Sync {
    /// What [`Signer::sign`] produces.
    fn algorithm(&self) -> SignatureAlgorithm;

    /// DER SubjectPublicKeyInfo.
    fn public_key(&self) -> Vec<u8>;

    /// Signs what was prepared: RSA as the raw signature, ECDSA as DER or `r || s`.
    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError>;
}

/// Why a key did not sign.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignerError {
    #[error("the PIN is wrong")]
    WrongPin,
    #[error("the token is locked after too many wrong PINs")]
    PinLocked,
    #[error("no such key in the token")]
    NoSuchKey,
    #[error("the token or service cannot be reached: {0}")]
    Unavailable(String),
    #[error("the key was not used: {0}")]
    Refused(String),
}

impl Signer for SoftwareKey {
    fn algorithm(&self) -> SignatureAlgorithm {
        Self::algorithm(self)
    }

    fn public_key(&self) -> Vec<u8> {
        Self::public_key(self)
    }

    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError> {
        Self::sign(self, &to_be_signed.attributes)
            .map_err(|error| SignerError::Refused(error.to_string()))
    }
}
