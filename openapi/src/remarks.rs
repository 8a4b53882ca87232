//! Reports of wrong items by the person (requirement B8).

use serde::{Deserialize, Serialize};

/// State of a remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum RemarkState {
    /// Not answered yet.
    Open,
    /// Answered.
    Answered,
}

/// A report that an item is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewRemark {
    /// JSON pointer into the profile; may be empty.
    #[cfg_attr(
        feature = "server",
        schema(max_length = 200),
        validate(length(max = 200))
    )]
    pub pointer: String,
    /// What is wrong and what would be right.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 3, max = 2000)),
        schema(min_length = 3, max_length = 2000)
    )]
    pub text: String,
}

/// An answer to a remark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct RemarkAnswer {
    /// The answer.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 2000)),
        schema(min_length = 1, max_length = 2000)
    )]
    pub answer: String,
}

/// A report of a wrong item, and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Remark {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// JSON pointer into the profile.
    pub pointer: String,
    /// Item number on the paper form.
    pub item: String,
    /// Label of the item in Vietnamese.
    pub label: String,
    /// What was reported.
    pub text: String,
    /// By whom.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// State.
    pub state: RemarkState,
    /// The answer; empty while open.
    pub answer: String,
    /// By whom answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// When answered.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<String>,
    /// Counts every change.
    pub revision: i64,
}

/// Remarks about a profile, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RemarkList {
    /// The remarks.
    pub items: Vec<Remark>,
}
