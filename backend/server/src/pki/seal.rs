use std::sync::Arc;

use congvu_signing::cms::ToBeSigned;
use congvu_signing::pkcs11::{KeyName, Module};
use congvu_signing::signer::{Signer as _, SignerError};
use congvu_signing::software_key::SoftwareKey;

/// The agency's seal key and its certificate, the seal's first.
pub struct Seal {
    pub key: SealKey,
    pub chain: Vec<Vec<u8>>,
}

/// Where the seal's key is.
pub enum SealKey {
    /// In a file of the server, for pilots.
    File(SoftwareKey),
    /// In a token; the PIN is typed for each sealing.
    Token {
        module: Arc<Module>,
        token: String,
        key: String,
    },
}

impl Seal {
    /// The seal's certificate.
    pub fn der(&self) -> &[u8] {
        self.chain.first().map(Vec::as_slice).unwrap_or_default()
    }

    /// Label of the token that holds the key.
    pub fn token(&self) -> Option<&str> {
        match &self.key {
            SealKey::File(_) => None,
            SealKey::Token { token, .. } => Some(token),
        }
    }

    /// Sealing needs a PIN.
    pub fn asks_pin(&self) -> bool {
        self.token().is_some()
    }

    /// Signs with the seal.
    ///
    /// # Errors
    /// See [`SignerError`]; a token refuses a wrong PIN.
    pub fn sign(&self, to_be_signed: &ToBeSigned, pin: &str) -> Result<Vec<u8>, SignerError> {
        match &self.key {
            SealKey::File(key) => key
                .sign(&to_be_signed.attributes)
                .map_err(|error| SignerError::Refused(error.to_string())),
            SealKey::Token { module, token, key } => module
                .open(token, pin)?
                .key(KeyName::Label(key))?
                .sign(to_be_signed),
        }
    }
}
