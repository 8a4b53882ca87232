//! One user of a token at a time.

use std::collections::BTreeSet;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

use cryptoki::slot::Slot;

use crate::signer::SignerError;

/// The tokens of a module that somebody is logged in to, by slot number.
#[derive(Debug, Default)]
pub(super) struct Turns {
    taken: Mutex<BTreeSet<u64>>,
    freed: Condvar,
}

/// The right to use a token alone; given back on drop.
#[derive(Debug)]
pub(super) struct Turn {
    turns: Arc<Turns>,
    slot: u64,
}

impl Turns {
    /// Waits until nobody uses the token, at most `patience`.
    pub(super) fn take(
        self: &Arc<Self>,
        slot: Slot,
        patience: Duration,
    ) -> Result<Turn, SignerError> {
        let slot = slot.id();
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut taken, waited) = self
            .freed
            .wait_timeout_while(taken, patience, |taken| taken.contains(&slot))
            .unwrap_or_else(PoisonError::into_inner);
        if waited.timed_out() {
            return Err(SignerError::Unavailable(
                "somebody else is using the token".into(),
            ));
        }
        taken.insert(slot);
        Ok(Turn {
            turns: Arc::clone(self),
            slot,
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut taken = self
            .turns
            .taken
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        taken.remove(&self.slot);
        self.turns.freed.notify_all();
    }
}
