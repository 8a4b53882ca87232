use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// Wakes the background work where something new is due. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Alarm {
    rung: Arc<(Mutex<bool>, Condvar)>,
}

impl Alarm {
    /// There is something to do.
    pub fn ring(&self) {
        let (rung, condition) = &*self.rung;
        *rung.lock().unwrap_or_else(PoisonError::into_inner) = true;
        condition.notify_all();
    }

    /// Returns when rung, or after so long.
    pub fn wait(&self, at_most: Duration) {
        let (rung, condition) = &*self.rung;
        let held = rung.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut held, _) = condition
            .wait_timeout_while(held, at_most, |rung| !*rung)
            .unwrap_or_else(PoisonError::into_inner);
        *held = false;
    }
}
