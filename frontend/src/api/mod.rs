//! The client of the API: one file a resource, all through [`client::Call`].

pub mod accounts;
pub mod calendar;
pub mod catalogues;
pub mod certificates;
pub mod client;
pub mod comments;
pub mod delegations;
pub mod deployment;
pub mod error;
pub mod notifications;
pub mod overview;
pub mod people;
pub mod session;
pub mod signing;
pub mod submissions;
pub mod tasks;
pub mod units;
pub mod verification;

pub use client::{Call, Loaded};
pub use error::{ApiError, ErrorKind};
