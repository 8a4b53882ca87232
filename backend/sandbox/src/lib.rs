//! Local stand-ins for services that a developer or tester cannot reach. They speak the real protocols and really sign, with test keys:
//! the agent of Ban Cơ yếu ([`agent`]), remote signing by the CSC API ([`csc`]) and the VNPT way ([`smart_ca`]), a time-stamp authority
//! ([`time_stamps`]) and a certificate authority ([`authority`]).
//!
//! Each has a state made by the caller, a `configure` that adds its routes to an actix application, and runs by [`serve::serve`] in the
//! foreground or [`serve::start`] in a thread.

use std::sync::{Mutex, MutexGuard, PoisonError};

pub mod agent;
pub mod authority;
pub mod clock;
pub mod confirm;
pub mod csc;
pub mod identity;
mod random;
pub mod serve;
pub mod smart_ca;
pub mod smtp;
pub mod time_stamps;

/// A stand-in that panicked in one request goes on with the next.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
