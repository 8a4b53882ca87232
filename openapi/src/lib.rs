//! The contract of Công Vụ: what travels between the server, the browser app and other agencies' systems.
//!
//! Every type here is used by both sides, so a change that breaks one of them does not compile.
//! The crate knows neither actix nor diesel and builds for `wasm32-unknown-unknown`; schemas and
//! request validation are behind the `server` feature.

pub mod accounts;
pub mod approvals;
pub mod attachments;
pub mod calendar;
pub mod catalogues;
pub mod certificates;
pub mod comments;
pub mod delegations;
pub mod deployment;
pub mod exports;
pub mod form;
#[cfg(feature = "server")]
pub mod identifier;
pub mod notifications;
pub mod overview;
pub mod paging;
pub mod people;
pub mod problem;
pub mod profile;
pub mod remarks;
pub mod signing;
pub mod submissions;
pub mod tasks;
pub mod units;
pub mod verification;
