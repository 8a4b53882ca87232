//! Errors on the wire: RFC 9457 problem details, in the language the caller asks for.

use serde::{Deserialize, Serialize};

/// Why a request was refused, and what to do about it (RFC 9457, `application/problem+json`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Problem {
    /// Stable address of the kind of problem; its last part is the `code`.
    pub r#type: String,
    /// The kind of problem in a few words.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// Stable machine-readable code, snake case.
    pub code: String,
    /// What went wrong here and what to do, for a person.
    pub detail: String,
    /// Each mistake in the request, where it can be tied to a place in it.
    #[serde(default)]
    pub errors: Vec<FieldError>,
}

/// One mistake, tied to a place in the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FieldError {
    /// JSON pointer into the body, or the name of the parameter or header.
    pub pointer: String,
    /// Item number on the paper form where the place is in a profile; otherwise empty.
    pub item: String,
    /// Stable machine-readable code, snake case.
    pub code: String,
    /// What is wrong and how to mend it, for a person.
    pub message: String,
}
