//! Submissions (hồ sơ trình duyệt): from the submitter's signature over every step to the version
//! that comes into force (C1–C7).

mod decide;
mod outcome;
mod payload;
pub mod routes;
mod submit;
mod view;

pub use decide::{decide, prepare_decision};
pub use submit::{prepare_submission, sha256, submit};
pub use view::{list, view};
