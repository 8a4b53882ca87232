//! The rules of Công Vụ, with no I/O: time, identity and randomness come in as parameters.
//!
//! A decision that a regulation could ask about is made here and nowhere else.

pub mod access;
pub mod calendar;
pub mod catalogues;
pub mod delegations;
pub mod deployment;
pub mod identifiers;
pub mod names;
pub mod payload;
pub mod profiles;
pub mod simulate;
pub mod workflows;
