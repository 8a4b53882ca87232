//! Being logged in to a token.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use cryptoki::error::{Error, RvError};
use cryptoki::session::{Session, UserType};
use cryptoki::types::AuthPin;

use super::error::translate;
use super::turn::Turn;
use super::{KeyName, TokenCertificate, TokenKey, find};
use crate::signer::SignerError;

/// A login, for one chain of calls. Nobody else in this process gets the token until this and every key got from it are dropped.
#[derive(Clone, Debug)]
pub struct TokenSession {
    login: Arc<Login>,
}

/// Fields are dropped in this order: the session is closed before the next user gets the token.
#[derive(Debug)]
struct Login {
    session: Mutex<Session>,
    _turn: Turn,
}

impl TokenSession {
    pub(super) fn log_in(session: Session, turn: Turn, pin: &str) -> Result<Self, SignerError> {
        if pin.is_empty() {
            // Some libraries take no PIN for "ask on the device's own keypad" and hang.
            return Err(SignerError::WrongPin);
        }
        let secret = AuthPin::new(pin.into());
        let first = session.login(UserType::User, Some(&secret));
        match first {
            // A login that another part of the process left behind must not stand in for this PIN.
            Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => {
                session.logout().map_err(translate)?;
                session.login(UserType::User, Some(&secret))
            }
            result => result,
        }
        .map_err(translate)?;
        Ok(Self {
            login: Arc::new(Login {
                session: Mutex::new(session),
                _turn: turn,
            }),
        })
    }

    /// The key with this `CKA_ID` or label.
    ///
    /// # Errors
    /// [`SignerError::NoSuchKey`]; [`SignerError::Refused`] if several keys are meant, or the key is neither RSA of at least 2048 bits
    /// nor P-256, or wants its PIN again for each signature.
    pub fn key(&self, name: KeyName<'_>) -> Result<TokenKey, SignerError> {
        TokenKey::find(self.clone(), name)
    }

    /// All certificates of the token, also those it hides without a PIN.
    ///
    /// # Errors
    /// As the token says.
    pub fn certificates(&self) -> Result<Vec<TokenCertificate>, SignerError> {
        find::certificates(&self.session(), find::Visibility::All)
    }

    pub(super) fn session(&self) -> MutexGuard<'_, Session> {
        self.login
            .session
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Login {
    fn drop(&mut self) {
        let session = self
            .session
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        // A token that was pulled out meanwhile has logged out by itself.
        let _gone = session.logout();
    }
}
