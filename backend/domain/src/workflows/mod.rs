//! Workflows: who may enter what, which steps a submission passes, and by when each is due
//! (requirements A3, B4–B6, C1–C4, C6).

mod due;
mod entry;
mod review;
mod steps;
mod why;

pub use congvu_openapi::submissions::ChangeKind;
pub use due::{
    StepDue, account_issue_due, account_request_due, duty_due, entry_due, remark_due,
    returned_step_due, step_due,
};
pub use entry::{Entrant, may_enter};
pub use review::{
    Outcome, ReviewError, Reviewed, Verdict, WithdrawalRefused, may_withdraw, open_seats, review,
};
pub use steps::{Decision, Next, decide};
pub use why::{Why, why};
