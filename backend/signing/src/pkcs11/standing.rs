//! Keys that are used while nobody is there to type a PIN, such as those of an authority that signs revocation lists.
//!
//! Each use logs in, signs and logs out again, so that others can use the token between.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::{KeyName, Module};
use crate::algorithm::SignatureAlgorithm;
use crate::cms::ToBeSigned;
use crate::signer::{Signer, SignerError};

/// A token with its PIN at hand. Cheap to clone.
///
/// Once the token refused the PIN, it is not asked again by this login: repeated wrong PINs would lock the token.
#[derive(Clone)]
pub struct StandingLogin(Arc<Login>);

struct Login {
    module: Module,
    token: String,
    pin: String,
    barred: AtomicBool,
}

/// A key in a token, found by its label at each use.
pub struct StandingKey {
    login: StandingLogin,
    label: String,
    algorithm: SignatureAlgorithm,
    public_key: Vec<u8>,
}

impl StandingLogin {
    /// For the token with this label; nothing is done with it yet.
    pub fn new(module: Module, token: &str, pin: &str) -> Self {
        Self(Arc::new(Login {
            module,
            token: token.to_owned(),
            pin: pin.to_owned(),
            barred: AtomicBool::new(false),
        }))
    }

    /// The key with this label.
    ///
    /// # Errors
    /// As [`Module::open`] and [`super::TokenSession::key`].
    pub fn key(&self, label: &str) -> Result<StandingKey, SignerError> {
        let (algorithm, public_key) = self.once(|login| {
            let session = login.module.open(&login.token, &login.pin)?;
            let key = session.key(KeyName::Label(label))?;
            Ok((Signer::algorithm(&key), key.public_key()))
        })?;
        Ok(StandingKey {
            login: self.clone(),
            label: label.to_owned(),
            algorithm,
            public_key,
        })
    }

    /// Makes an RSA-3072 key with this label, and the label as its identifier, unless there is one.
    ///
    /// # Errors
    /// As [`Module::open_to_install`] and [`super::TokenSession::generate_rsa`].
    pub fn make_missing(&self, label: &str) -> Result<(), SignerError> {
        self.once(|login| {
            let session = login.module.open_to_install(&login.token, &login.pin)?;
            match session.key(KeyName::Label(label)) {
                Err(SignerError::NoSuchKey) => {
                    session.generate_rsa(label, label.as_bytes()).map(drop)
                }
                found => found.map(drop),
            }
        })
    }

    fn once<T>(
        &self,
        work: impl FnOnce(&Login) -> Result<T, SignerError>,
    ) -> Result<T, SignerError> {
        if self.0.barred.load(Ordering::Acquire) {
            return Err(SignerError::WrongPin);
        }
        let done = work(&self.0);
        if matches!(done, Err(SignerError::WrongPin)) {
            self.0.barred.store(true, Ordering::Release);
        }
        done
    }
}

impl fmt::Debug for StandingLogin {
    /// Without the PIN.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("StandingLogin")
            .field("token", &self.0.token)
            .finish_non_exhaustive()
    }
}

impl Signer for StandingKey {
    fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    fn public_key(&self) -> Vec<u8> {
        self.public_key.clone()
    }

    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError> {
        self.login.once(|login| {
            let session = login.module.open(&login.token, &login.pin)?;
            session.key(KeyName::Label(&self.label))?.sign(to_be_signed)
        })
    }
}
