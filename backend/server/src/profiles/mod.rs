//! Filling in: drafts with autosave and conflict detection, versions, the print to check.

mod draft;
mod print;
pub mod routes;
mod versions;

pub use draft::{Working, editable, entrant, entrant_kind, save, view, working};
pub use print::{Printed, agency, names, print, printed_version};
pub use versions::{list, one};

use congvu_openapi::profile::Profile;

use crate::error::ApiError;

/// Reads a document from the database.
///
/// # Errors
/// It does not follow the form: a mistake of ours.
pub fn document(text: &str) -> Result<Profile, ApiError> {
    serde_json::from_str(text).map_err(ApiError::internal)
}
