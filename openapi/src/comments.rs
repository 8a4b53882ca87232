//! What reviewers and submitter say to one another about a submission; outside of what is signed.

use serde::{Deserialize, Serialize};

/// A comment to be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewComment {
    /// JSON pointer into the profile; empty for the whole.
    #[serde(default)]
    #[cfg_attr(
        feature = "server",
        schema(max_length = 200),
        validate(length(max = 200))
    )]
    pub pointer: String,
    /// The comment.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 2000)),
        schema(min_length = 1, max_length = 2000)
    )]
    pub text: String,
}

/// A comment on a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Comment {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The submission.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub submission_id: String,
    /// JSON pointer into the profile; empty for the whole.
    pub pointer: String,
    /// Item number on the paper form.
    pub item: String,
    /// Label of the item in Vietnamese.
    pub label: String,
    /// Label of the item in English.
    pub label_en: String,
    /// The comment.
    pub text: String,
    /// By whom.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// The caller wrote it.
    pub mine: bool,
}

/// Comments on a submission, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CommentList {
    /// The comments; the newest 1000 of them.
    pub items: Vec<Comment>,
    /// The caller may write one.
    pub may_write: bool,
}
