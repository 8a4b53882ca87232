//! Queries, one file a capability, named as in the other crates.

pub mod accounts;
pub mod attachments;
pub mod audit;
pub mod by_hand;
pub mod calendar;
pub mod certificates;
pub mod comments;
pub mod delegations;
pub mod drafts;
pub mod exports;
pub mod feeds;
pub mod grants;
pub mod idempotency;
pub mod letters;
pub mod notifications;
pub mod overview;
pub mod people;
pub mod remarks;
pub mod reminders;
pub mod sessions;
pub mod signatures;
pub mod signing_requests;
pub mod signing_sessions;
pub mod stamps;
pub mod submissions;
pub mod tasks;
pub mod units;
pub mod validation_data;
pub mod versions;

/// Paths of units within which rows may be seen; a unit lies within when its path begins with one of them.
pub type Scope = [String];
