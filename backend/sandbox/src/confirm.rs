//! What the person at the token or phone does.

use std::sync::Mutex;
use std::time::Duration;

use actix_web::rt::time::sleep;
use serde::{Deserialize, Serialize};

use crate::locked;

/// What the person does when asked for the PIN or for consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "confirm", rename_all = "lowercase")]
pub enum Confirm {
    /// Consents at once.
    Auto,
    /// Closes the dialogue.
    Refuse,
    /// Consents after so long.
    Slow { milliseconds: u64 },
}

/// A person whose mind a tester can change.
#[derive(Debug)]
pub(crate) struct Person(Mutex<Confirm>);

impl Person {
    pub(crate) fn new(confirm: Confirm) -> Self {
        Self(Mutex::new(confirm))
    }

    pub(crate) fn set(&self, confirm: Confirm) {
        *locked(&self.0) = confirm;
    }

    /// Whether the person consents, as soon as they have decided.
    pub(crate) async fn consents(&self) -> bool {
        let confirm = *locked(&self.0);
        match confirm {
            Confirm::Auto => true,
            Confirm::Refuse => false,
            Confirm::Slow { milliseconds } => {
                sleep(Duration::from_millis(milliseconds)).await;
                true
            }
        }
    }
}
