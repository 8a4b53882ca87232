//! Reviewing a submission: what changed, what proves it, the decision.

mod decision;
mod list;
mod page;
mod viewer;

pub use page::SubmissionPage;
