//! The rules of a profile (hồ sơ): what is wrong with a document, what is missing, what differs
//! between two of them, and how its values are written.

mod changes;
mod check;
mod completeness;
mod display;
mod issue;
mod normalise;
mod walk;

pub use changes::{Change, ChangeType, changes};
pub use check::{MAX_ROWS, check};
pub use completeness::{SectionProgress, completeness};
pub use display::display_value;
pub use issue::{Issue, Severity, Stage};
pub use normalise::normalise;
