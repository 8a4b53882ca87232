//! The pages, one folder a resource.

pub mod accounts;
pub mod calendar;
pub mod delegations;
pub mod deployment;
pub mod keys;
pub mod not_found;
pub mod notifications;
pub mod overview;
pub mod people;
pub mod profile;
pub mod review;
pub mod settings;
pub mod sign_in;
pub mod tasks;
pub mod verify;
