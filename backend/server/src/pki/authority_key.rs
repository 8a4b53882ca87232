//! Keys of the pilot authority in a token (PKCS#11), as the settings name them.

use std::fs;

use anyhow::Context as _;
use congvu_signing::pilot_ca::AuthorityKeys;
use congvu_signing::pkcs11::{Module, StandingLogin};
use congvu_signing::signer::Signer;

use crate::installation::AuthorityFile;

/// The token with the keys of the authority.
pub struct AuthorityToken {
    login: StandingLogin,
    token: String,
    /// Labels of the keys; those that are not named are in the folder.
    issuing: String,
    root: Option<String>,
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
            login: StandingLogin::new(module, &file.token, pin.trim()),
            token: file.token.clone(),
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
            self.login
                .make_missing(label)
                .with_context(|| self.named(label))?;
        }
        Ok(())
    }

    fn key(&self, label: &str) -> anyhow::Result<Box<dyn Signer>> {
        let key = self.login.key(label).with_context(|| self.named(label))?;
        Ok(Box::new(key))
    }

    fn named(&self, label: &str) -> String {
        format!("the key “{label}” in token “{}”", self.token)
    }
}
