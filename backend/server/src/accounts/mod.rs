//! Accounts and roles: issue, suspend, reset, grant, revoke (A1–A6).

mod issue;
mod manage;
pub mod routes;

pub use issue::{NewAccount, ask_to_fill_in, insert, issue};
pub use manage::{grant, list, reset_password, revoke_role, update, view};
