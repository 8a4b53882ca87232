//! The API as its users meet it: through HTTP, on a real database, on SQLite and on PostgreSQL alike.

mod concurrency;
mod contract;
mod evidence;
mod journey;
mod permissions;
mod refusals;
mod sign_in;
mod support;
