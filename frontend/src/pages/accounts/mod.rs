//! Accounts: issued, suspended, given roles.

mod awaiting;
mod grant;
mod issue;
mod list;
mod manage;
mod slip;

pub use list::AccountsPage;
