//! What somebody has to do, by when, and why.

use serde::{Deserialize, Serialize};

use crate::submissions::ChangeKind;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Fill in one's own profile and sign (B4).
    FillProfile,
    /// Enter somebody's profile for the agency (B4, MONRE).
    EnterProfile,
    /// Correct what was returned (C6).
    CorrectProfile,
    /// Check, sign or return a step (C2–C4).
    Review,
    /// Issue an account (A3).
    IssueAccount,
    /// Answer a report of a wrong item (B8).
    AnswerRemark,
    /// Sign an export as the competent person (F4).
    SignExport,
    /// Put the agency's seal signature on an export (F4).
    SealExport,
}

/// Something to do, with its deadline and where that comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Task {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default)]
    pub id: String,
    /// What is to be done.
    pub kind: TaskKind,
    /// The person it is about.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Name of that person.
    pub person_name: String,
    /// Unit of that person.
    pub unit_name: String,
    /// The submission, export or remark; the person otherwise.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub subject_id: String,
    /// What kind of change, for reviews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_kind: Option<ChangeKind>,
    /// Title of the role that has to act, in Vietnamese; empty for one's own duties.
    pub role: String,
    /// The same in English.
    pub role_en: String,
    /// Day by which it is to be done; absent where the regulation sets none.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// First day of the window for it, where there is one.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_on: Option<String>,
    /// The date rests on a calendar not yet announced.
    pub provisional: bool,
    /// Working days left; negative when overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// The clause it comes from; may be empty.
    pub clause: String,
    /// Why by this date, in Vietnamese.
    pub why: String,
    /// Why by this date, in English.
    pub why_en: String,
    /// The caller has to act; otherwise somebody else took it on, or it is shown to urge (B9).
    pub mine: bool,
    /// Who took it on; empty where it is free.
    #[serde(default)]
    pub assignee: String,
    /// Since when.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigned_at: Option<String>,
    /// The caller took it on.
    #[serde(default)]
    pub assigned_to_me: bool,
    /// The caller answers for it: may take it over, hand it over or free it, with a reason, whoever took it on.
    #[serde(default)]
    pub may_reassign: bool,
    /// What was said when it was last handed over, taken over or freed, or which change it is about; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Who took a task on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Assigned {
    /// Whoever: taken and free ones.
    #[default]
    All,
    /// The caller.
    Me,
    /// Nobody yet, of those that a role has to do.
    Free,
}

/// Takes a task on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ClaimTask {
    /// Why it is taken over from somebody; needed only then.
    #[serde(default)]
    #[cfg_attr(
        feature = "server",
        validate(length(max = 1000)),
        schema(max_length = 1000)
    )]
    pub reason: String,
}

/// Hands a task over to a colleague of the same role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct HandOverTask {
    /// User name of the colleague.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub to: String,
    /// What they should know; needed where it is handed over for somebody else.
    #[serde(default)]
    #[cfg_attr(
        feature = "server",
        validate(length(max = 1000)),
        schema(max_length = 1000)
    )]
    pub note: String,
}

/// Something about a person changed, or a decision was made: the profile is to be brought up to date (B5, B6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewChange {
    /// On the person's side, or on the organisation's; not a new profile.
    pub kind: ChangeKind,
    /// Day from which the regulation counts: of the change, or on which the decision takes effect.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 10, max = 10)),
        schema(format = "date", min_length = 10, max_length = 10)
    )]
    pub on: String,
    /// What changed, or number and subject of the decision: `12/QĐ-STC, nâng bậc lương`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 3, max = 500)),
        schema(min_length = 3, max_length = 500)
    )]
    pub reference: String,
}

/// Gives a task back to everybody of the role.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ReleaseTask {
    /// What the next should know; needed where it is freed for somebody else.
    #[serde(default)]
    #[cfg_attr(
        feature = "server",
        validate(length(max = 1000)),
        schema(max_length = 1000)
    )]
    pub note: String,
}

/// A page of tasks, in order of due date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TaskPage {
    /// The tasks.
    pub items: Vec<Task>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Number of tasks in all.
    pub total: i64,
}
