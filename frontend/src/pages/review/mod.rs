//! Reviewing a submission: what changed, what proves it, the decision.

mod beside;
mod colleagues;
mod comments;
mod compare;
mod decision;
mod give_back;
mod group;
mod hand_over;
mod holding;
mod kept;
mod list;
mod notes;
mod page;
mod rounds;
mod say_why;
mod sent_back;
mod stead;
mod viewer;
mod whose;
mod withdraw;

pub use page::SubmissionPage;
