//! Submissions (hồ sơ trình duyệt) and their review (requirements C1–C7).

use serde::{Deserialize, Serialize};

use crate::attachments::Attachment;
use crate::people::Change;
use crate::profile::Profile;
use crate::signing::SignatureSummary;

/// What kind of change a submission proposes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A whole new profile (B4).
    NewProfile,
    /// A change on the person's side (B5).
    PersonalChange,
    /// A change on the organisation's side (B6).
    OrganisationChange,
}

/// Where a submission stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SubmissionState {
    /// Somebody has to act.
    InReview,
    /// Returned for correction.
    Returned,
    /// Approved; a version came into force.
    Effective,
    /// Taken back by whoever submitted it, before anybody had reviewed it.
    Withdrawn,
}

/// A proposed next version, its evidence, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Submission {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Name of the person.
    pub person_name: String,
    /// Unit of the person.
    pub unit_name: String,
    /// What kind of change.
    pub change_kind: ChangeKind,
    /// Where it stands.
    pub state: SubmissionState,
    /// Position of the current step, from 1.
    pub step: u16,
    /// The chain; what was signed and what is to come.
    pub steps: Vec<StepView>,
    /// Differences from the approved version.
    pub changes: Vec<Change>,
    /// The submission before it that was returned to the submitter, where there is one over the same version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<ReturnedSubmission>,
    /// Differences from that submission: what was corrected.
    #[serde(default)]
    pub changes_since_previous: Vec<Change>,
    /// Every review so far, in order, also those that no longer count.
    #[serde(default)]
    pub reviews: Vec<Review>,
    /// Evidence, frozen with the submission.
    pub attachments: Vec<Attachment>,
    /// The proposed document.
    pub document: Profile,
    /// SHA-256 of the canonical document.
    pub document_sha256: String,
    /// The version it builds on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_version: Option<i64>,
    /// The version it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
    /// When it was signed and submitted.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub submitted_at: String,
    /// By whom.
    pub submitted_by: String,
    /// The submitter's signature.
    pub submitter_signature: SignatureSummary,
    /// The caller may act on the current step.
    pub may_decide: bool,
    /// The caller may take it back.
    #[serde(default)]
    pub may_withdraw: bool,
    /// Who took the current step on; empty where it is free. Several where several sign side by side.
    #[serde(default)]
    pub taken_by: Vec<String>,
    /// Counts every change; the entity tag is `"revision"`.
    pub revision: i64,
}

/// A submission that was returned to the submitter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ReturnedSubmission {
    /// The submission.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Who returned it.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// Why.
    pub reasons: Vec<ItemReason>,
}

/// A signature of a reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Review {
    /// Position of the step, from 1.
    pub step: u16,
    /// What was decided.
    pub decision: crate::approvals::Decision,
    /// Where it was returned to: 0 to whoever submitted, otherwise a step. Absent on approvals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub return_to: Option<u16>,
    /// Why it was returned.
    pub reasons: Vec<ItemReason>,
    /// The approval still counts: nothing was returned over it.
    pub counts: bool,
    /// The signature.
    pub signature: SignatureSummary,
}

/// State of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Its turn has not come.
    Waiting,
    /// Somebody has to act.
    Current,
    /// Signed.
    Signed,
    /// Returned for correction here.
    Returned,
}

/// A step of the chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct StepView {
    /// Position, from 1.
    pub position: u16,
    /// Key of the role.
    pub role: String,
    /// Title of the role in Vietnamese.
    pub title: String,
    /// Title of the role in English.
    pub title_en: String,
    /// What the role does here, in Vietnamese.
    pub duty: String,
    /// What the role does here, in English.
    pub duty_en: String,
    /// State.
    pub state: StepState,
    /// Day by which it is to be signed; known once its turn has come.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// First day of the window for signing, where there is one.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_on: Option<String>,
    /// The date rests on a calendar not yet announced.
    pub provisional: bool,
    /// Working days left; negative when overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// The clause of the deadline.
    pub clause: String,
    /// Why by this date, in Vietnamese.
    pub why: String,
    /// Why by this date, in English.
    pub why_en: String,
    /// The signature made here, the last of them where several sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<SignatureSummary>,
    /// Every signature that counts here, in order.
    #[serde(default)]
    pub signatures: Vec<SignatureSummary>,
    /// How many have to sign here, side by side.
    #[serde(default = "one")]
    pub reviewers: u16,
    /// Reasons, where it was returned here.
    pub reasons: Vec<ItemReason>,
}

const fn one() -> u16 {
    1
}

/// Why an item has to be corrected (C6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ItemReason {
    /// Item number on the paper form; may be empty.
    #[cfg_attr(
        feature = "server",
        schema(max_length = 16),
        validate(length(max = 16))
    )]
    pub item: String,
    /// JSON pointer into the profile; may be empty.
    #[cfg_attr(
        feature = "server",
        schema(max_length = 200),
        validate(length(max = 200))
    )]
    pub pointer: String,
    /// The reason.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 1000)),
        schema(min_length = 1, max_length = 1000)
    )]
    pub reason: String,
}

/// Submissions of a person, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SubmissionList {
    /// The submissions.
    pub items: Vec<SubmissionSummary>,
}

/// A submission in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SubmissionSummary {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// What kind of change.
    pub change_kind: ChangeKind,
    /// Where it stands.
    pub state: SubmissionState,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub submitted_at: String,
    /// By whom.
    pub submitted_by: String,
    /// The version it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}
