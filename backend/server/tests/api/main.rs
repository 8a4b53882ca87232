//! The API as its users meet it: through HTTP, on a real database, on SQLite and on PostgreSQL alike.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is missing"
)]

mod calendar;
mod client;
mod concurrency;
mod contract;
mod evidence;
mod install;
mod journey;
mod keys;
mod overview;
mod permissions;
mod refusals;
mod reminders;
mod review;
mod sign_in;
mod support;
mod verification;
