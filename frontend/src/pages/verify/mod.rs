//! Verifying a document, for anyone, without an account.

mod choose;
mod document;
mod page;
mod report;
mod signature;
mod verdict;

pub use page::{VerifyCodePage, VerifyPage};
