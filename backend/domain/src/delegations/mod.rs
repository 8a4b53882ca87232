//! Acting for somebody else: delegation (ủy quyền) and substitution for absence, always in writing,
//! for a time, for named kinds of act and within a unit (requirement C5).
//!
//! A delegation never adds up: what somebody holds by delegation they cannot hand on, so that there
//! is exactly one step between whoever signs and the role that the regulation names.

mod check;
mod form;
mod lapse;
mod model;
mod resolve;

pub use check::{Candidate, Refusal, check_new};
pub use form::{Basis, Form};
pub use lapse::Lapse;
pub use model::{Delegation, Need, delegable};
pub use resolve::resolve;
