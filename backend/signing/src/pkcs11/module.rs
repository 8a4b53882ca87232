//! A vendor's PKCS#11 library and the tokens it sees.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::slot::Slot;

use super::TokenSession;
use super::error::translate;
use super::find;
use super::turn::Turns;
use crate::signer::SignerError;

/// How long [`Module::open`] waits for the one who is using the token.
const PATIENCE: Duration = Duration::from_secs(30);

/// A loaded PKCS#11 library. Cheap to clone; one file is one library however often it is loaded, and it stays for the process's life.
#[derive(Clone, Debug)]
pub struct Module {
    context: Pkcs11,
    turns: Arc<Turns>,
}

/// A token that is present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenInfo {
    pub label: String,
    pub serial: String,
    pub manufacturer: String,
    /// Nobody can log in any more; the issuer has to unlock it.
    pub pin_locked: bool,
    /// One more wrong PIN locks the token.
    pub pin_final_try: bool,
    /// A wrong PIN was entered since the last right one.
    pub pin_count_low: bool,
}

/// A certificate kept in a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenCertificate {
    pub label: String,
    /// `CKA_ID`, the same as that of its key.
    pub id: Vec<u8>,
    pub der: Vec<u8>,
}

impl Module {
    /// Loads the library at `path` (`.so`, `.dll`). It runs inside this process, so the path must come from the operator's own settings.
    ///
    /// # Errors
    /// [`SignerError::Unavailable`]: no such file, or not a PKCS#11 library.
    pub fn load(path: &Path) -> Result<Self, SignerError> {
        static LOADED: Mutex<BTreeMap<PathBuf, Module>> = Mutex::new(BTreeMap::new());
        let path = path.canonicalize().map_err(|error| {
            SignerError::Unavailable(format!("{} cannot be loaded: {error}", path.display()))
        })?;
        let mut loaded = LOADED.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(module) = loaded.get(&path) {
            return Ok(module.clone());
        }
        let context = Pkcs11::new(&path).map_err(translate)?;
        match context.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(error) => return Err(translate(error)),
        }
        let module = Self {
            context,
            turns: Arc::default(),
        };
        loaded.insert(path, module.clone());
        Ok(module)
    }

    /// The tokens that are plugged in and initialised.
    ///
    /// # Errors
    /// [`SignerError::Unavailable`] or [`SignerError::Refused`] as the library says.
    pub fn tokens(&self) -> Result<Vec<TokenInfo>, SignerError> {
        let present = self.present()?;
        Ok(present.into_iter().map(|(_, info)| info).collect())
    }

    /// The certificates that the token shows without a PIN. Works while somebody is logged in, without disturbing them.
    ///
    /// # Errors
    /// [`SignerError::Unavailable`]: no token has this label, or several have.
    pub fn certificates(&self, token_label: &str) -> Result<Vec<TokenCertificate>, SignerError> {
        let session = self
            .context
            .open_ro_session(self.slot(token_label)?)
            .map_err(translate)?;
        find::certificates(&session, find::Visibility::Public)
    }

    /// Logs in to sign. Waits up to 30 seconds if somebody else is using the token; do not open a token twice in one thread.
    ///
    /// # Errors
    /// [`SignerError::WrongPin`], [`SignerError::PinLocked`], or [`SignerError::Unavailable`]: no such token, or it stays in use.
    pub fn open(&self, token_label: &str, pin: &str) -> Result<TokenSession, SignerError> {
        let slot = self.slot(token_label)?;
        let turn = self.turns.take(slot, PATIENCE)?;
        let session = self.context.open_ro_session(slot).map_err(translate)?;
        TokenSession::log_in(session, turn, pin)
    }

    /// Like [`Module::open`], and may also make keys and store certificates.
    ///
    /// # Errors
    /// As [`Module::open`]; [`SignerError::Refused`] if the token is write-protected.
    pub fn open_to_install(
        &self,
        token_label: &str,
        pin: &str,
    ) -> Result<TokenSession, SignerError> {
        let slot = self.slot(token_label)?;
        let turn = self.turns.take(slot, PATIENCE)?;
        let session = self.context.open_rw_session(slot).map_err(translate)?;
        TokenSession::log_in(session, turn, pin)
    }

    fn present(&self) -> Result<Vec<(Slot, TokenInfo)>, SignerError> {
        let slots = self
            .context
            .get_slots_with_initialized_token()
            .map_err(translate)?;
        slots
            .into_iter()
            .map(|slot| {
                let info = self.context.get_token_info(slot).map_err(translate)?;
                let info = TokenInfo {
                    label: info.label().to_owned(),
                    serial: info.serial_number().to_owned(),
                    manufacturer: info.manufacturer_id().to_owned(),
                    pin_locked: info.user_pin_locked(),
                    pin_final_try: info.user_pin_final_try(),
                    pin_count_low: info.user_pin_count_low(),
                };
                Ok((slot, info))
            })
            .collect()
    }

    fn slot(&self, token_label: &str) -> Result<Slot, SignerError> {
        let mut named = self
            .present()?
            .into_iter()
            .filter(|(_, info)| info.label == token_label);
        match (named.next(), named.next()) {
            (Some((slot, _)), None) => Ok(slot),
            (None, _) => Err(SignerError::Unavailable(format!(
                "no token named {token_label:?} is present"
            ))),
            (Some(_), Some(_)) => Err(SignerError::Unavailable(format!(
                "several tokens are named {token_label:?}"
            ))),
        }
    }
}
