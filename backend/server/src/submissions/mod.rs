//! Submissions (hồ sơ trình duyệt): from the submitter's signature over every step, with ways back, to
//! the version that comes into force (C1–C7).

mod batch;
mod decide;
mod deciding;
mod frozen;
mod opening;
mod outcome;
mod payload;
mod prepare;
mod record;
pub mod routes;
mod seat;
mod steps;
mod submit;
mod view;
mod withdraw;

pub use batch::prepare_decisions;
pub use decide::decide;
pub use deciding::may_sit;
pub use prepare::prepare_decision;
pub use record::Record;
pub use seat::{assigned_to, lapsed, taken};
pub use submit::{prepare_submission, sha256, submit};
pub use view::{list, view};
pub use withdraw::withdraw;
