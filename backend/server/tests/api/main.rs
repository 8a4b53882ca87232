//! The API as its users meet it: through HTTP, on a real database, on SQLite and on PostgreSQL alike.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test stops where something is missing"
)]

mod authority_token;
mod calendar;
mod client;
mod concurrency;
mod contract;
mod decades;
mod delegated;
mod evidence;
mod exported;
mod install;
mod journey;
mod keys;
mod made_up;
mod overview;
mod own_rules;
mod permissions;
mod pki;
mod refusals;
mod reminders;
mod review;
mod seal_place;
mod sign_in;
mod support;
mod verification;
