//! Keys of the pilot authority in a token (PKCS#11): each use logs in, signs and logs out again, so that others can use the token between.

use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use anyhow::Context as _;
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::cms::ToBeSigned;
use congvu_signing::pilot_ca::AuthorityKeys;
use congvu_signing::pkcs11::{KeyName, Module};
use congvu_signing::signer::{Signer, SignerError};

use crate::installation::AuthorityFile;

/// The token with the keys of the authority.
pub struct AuthorityToken {
    login: Arc<Login>,
    /// Labels of the keys; those that are not named are in the folder.
    issuing: String,
    root: Option<String>,
}

struct Login {
    module: Module,
    token: String,
    pin: String,
    /// The PIN was wrong once: it is not tried again, which would lock the token.
    barred: AtomicBool,
}

/// A key of the authority.
struct KeyInToken {
    login: Arc<Login>,
    label: String,
    algorithm: SignatureAlgorithm,
    public_key: Vec<u8>,
}

impl AuthorityToken {
    /// As the settings say; nothing is done with the token yet.
    ///
    /// # Errors
    /// The module or the file with the PIN cannot be read.
    pub fn open(file: &AuthorityFile) -> anyhow::Result<Self> {
        let module = Module::load(&file.module)
            .with_context(|| format!("the PKCS#11 module {}", file.module.display()))?;
        let pin = fs::read_to_string(&file.pin_file)
            .with_context(|| format!("the PIN {}", file.pin_file.display()))?;
        Ok(Self {
            login: Arc::new(Login {
                module,
                token: file.token.clone(),
                pin: pin.trim().to_owned(),
                barred: AtomicBool::new(false),
            }),
            issuing: file.issuing_key.clone(),
            root: file.root_key.clone(),
        })
    }

    /// The keys, found by their labels.
    ///
    /// # Errors
    /// The token is away, refuses the PIN, or has no such key.
    pub fn keys(&self) -> anyhow::Result<AuthorityKeys> {
        let root = self.root.as_deref().map(|label| self.key(label));
        Ok(AuthorityKeys {
            root: root.transpose()?,
            issuing: Some(self.key(&self.issuing)?),
        })
    }

    /// Makes the keys that are named and missing; for the first start.
    ///
    /// # Errors
    /// The token is away, refuses the PIN, or is write-protected.
    pub fn make_missing(&self) -> anyhow::Result<()> {
        for label in self.root.iter().chain([&self.issuing]) {
            let made = self.login.once(|login| {
                let session = login.module.open_to_install(&login.token, &login.pin)?;
                match session.key(KeyName::Label(label)) {
                    Err(SignerError::NoSuchKey) => {
                        session.generate_rsa(label, label.as_bytes()).map(drop)
                    }
                    found => found.map(drop),
                }
            });
            made.with_context(|| format!("the key “{label}” in token “{}”", self.login.token))?;
        }
        Ok(())
    }

    fn key(&self, label: &str) -> anyhow::Result<Box<dyn Signer>> {
        let (algorithm, public_key) = self
            .login
            .once(|login| {
                let key = login
                    .module
                    .open(&login.token, &login.pin)?
                    .key(KeyName::Label(label))?;
                Ok((Signer::algorithm(&key), key.public_key()))
            })
            .with_context(|| format!("the key “{label}” in token “{}”", self.login.token))?;
        Ok(Box::new(KeyInToken {
            login: self.login.clone(),
            label: label.to_owned(),
            algorithm,
            public_key,
        }))
    }
}

impl Login {
    /// Uses the token, unless it refused the PIN before.
    fn once<T>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, SignerError>,
    ) -> Result<T, SignerError> {
        if self.barred.load(Ordering::Acquire) {
            return Err(SignerError::WrongPin);
        }
        let done = work(self);
        if matches!(done, Err(SignerError::WrongPin)) {
            self.barred.store(true, Ordering::Release);
        }
        done
    }
}

impl Signer for KeyInToken {
    fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    fn public_key(&self) -> Vec<u8> {
        self.public_key.clone()
    }

    fn sign(&self, to_be_signed: &ToBeSigned) -> Result<Vec<u8>, SignerError> {
        self.login.once(|login| {
            login
                .module
                .open(&login.token, &login.pin)?
                .key(KeyName::Label(&self.label))?
                .sign(to_be_signed)
        })
    }
}
