//! People and their profiles (requirements B1–B6, F1–F3).

use serde::{Deserialize, Serialize};

use crate::attachments::Attachment;
use crate::profile::Profile;
use crate::signing::SignatureSummary;
use crate::submissions::ChangeKind;
use crate::units::UnitManagement;

/// Where a person's profile stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProfileState {
    /// Nothing approved yet and nothing submitted.
    Empty,
    /// A submission is in review.
    InReview,
    /// A submission was returned for correction.
    Returned,
    /// The current version is approved and nothing is open.
    Approved,
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PersonSummary {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Name.
    pub full_name: String,
    /// Unit.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Name of the unit.
    pub unit_name: String,
    /// Kind of person, key of the deployment file.
    pub kind: String,
    /// Present post; may be empty.
    pub post: String,
    /// Date of birth, may be partial or empty.
    pub birth_date: String,
    /// Status, catalogue `person-statuses`.
    pub status: String,
    /// Where the profile stands.
    pub state: ProfileState,
    /// Number of the approved version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<i64>,
}

/// A page of people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PersonPage {
    /// The people, by given name.
    pub items: Vec<PersonSummary>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How many people a search finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PersonCount {
    /// Number of people.
    pub count: i64,
}

/// A person with what the caller may do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Person {
    /// As in lists.
    pub summary: PersonSummary,
    /// Personal identification number.
    pub personal_id: String,
    /// Staff number.
    pub staff_number: String,
    /// Managed at the top or by the own unit.
    pub management: UnitManagement,
    /// Number of the recruitment decision or contract.
    pub decision_number: String,
    /// Its date.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub decision_date: String,
    /// An account was issued.
    pub has_account: bool,
    /// The person's account.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// The latest submission that is in review or was returned.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub submission_id: Option<String>,
    /// The caller may edit the draft.
    pub may_edit: bool,
    /// The caller may issue the account.
    pub may_issue_account: bool,
    /// The caller may start a signed export.
    pub may_export: bool,
    /// The caller may answer remarks.
    pub may_answer: bool,
    /// Counts every change.
    pub revision: i64,
}

/// Somebody recruited, to be registered (A3, B4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewPerson {
    /// Name.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 2, max = 200)),
        schema(min_length = 2, max_length = 200)
    )]
    pub full_name: String,
    /// Personal identification number, 12 digits.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 12, max = 12)),
        schema(min_length = 12, max_length = 12)
    )]
    pub personal_id: String,
    /// Date of birth, `YYYY-MM-DD`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 4, max = 10)),
        schema(min_length = 4, max_length = 10)
    )]
    pub birth_date: String,
    /// Gender, catalogue `genders`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 16)),
        schema(min_length = 1, max_length = 16)
    )]
    pub gender: String,
    /// Unit.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Kind of person, key of the deployment file.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 64)),
        schema(min_length = 1, max_length = 64)
    )]
    pub kind: String,
    /// Managed at the top or by the own unit, where that is recorded on the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub management: Option<UnitManagement>,
    /// Staff number; may be empty.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 0, max = 64)),
        schema(min_length = 0, max_length = 64)
    )]
    pub staff_number: String,
    /// Number of the recruitment decision or contract.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub decision_number: String,
    /// Its date, `YYYY-MM-DD`.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub decision_date: String,
}

/// An approved version of a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Version {
    /// Number, from 1.
    pub number: i64,
    /// What kind of change made it.
    pub change_kind: ChangeKind,
    /// The submission that made it.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub submission_id: String,
    /// SHA-256 of the canonical document.
    pub document_sha256: String,
    /// Digest that chains it to the version before.
    pub digest: String,
    /// Digest of the version before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous_digest: Option<String>,
    /// When the last signature brought it into force.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub effective_at: String,
    /// The signatures that made it valid.
    pub signatures: Vec<SignatureSummary>,
    /// The document; absent in lists.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<Profile>,
}

/// The versions of a profile, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct VersionList {
    /// The versions.
    pub items: Vec<Version>,
}

/// What is being filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Draft {
    /// The person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Counts every save; the entity tag is `"revision"`. 0 where nothing was saved yet.
    pub revision: i64,
    /// The version it builds on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_version: Option<i64>,
    /// What kind of change it will be.
    pub change_kind: ChangeKind,
    /// The document.
    pub document: Profile,
    /// What is wrong or missing; also what must be mended before signing.
    pub issues: Vec<Issue>,
    /// How far each group is.
    pub progress: Vec<SectionProgress>,
    /// What differs from the approved version.
    pub changes: Vec<Change>,
    /// Evidence of the person.
    pub attachments: Vec<Attachment>,
    /// What a reviewer asked to correct.
    pub returned: Vec<ReturnedItem>,
    /// When it was last saved.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<String>,
    /// By whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<String>,
}

/// The document to be kept as the draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DraftUpdate {
    /// The whole document.
    pub document: Profile,
}

/// How grave an issue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Must be mended before signing.
    Error,
    /// Should be looked at.
    Warning,
}

/// Something wrong or missing in a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Issue {
    /// JSON pointer into the document.
    pub pointer: String,
    /// Item number on the paper form.
    pub item: String,
    /// Key of the group.
    pub section: String,
    /// How grave.
    pub severity: Severity,
    /// Stable code.
    pub code: String,
    /// Message in Vietnamese.
    pub message: String,
    /// Message in English.
    pub message_en: String,
}

/// How far a group of the form is filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct SectionProgress {
    /// Key of the group.
    pub section: String,
    /// Fields filled in and rows present.
    pub filled: u32,
    /// Required ones still missing.
    pub missing: u32,
    /// Fields and tables of the group.
    pub total: u32,
}

/// What happened to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum ChangeType {
    /// It was not there before.
    Added,
    /// It is no longer there.
    Removed,
    /// It is different.
    Changed,
}

/// A difference between two documents, in the words of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Change {
    /// Item number on the paper form.
    pub item: String,
    /// Key of the group.
    pub section: String,
    /// JSON pointer into the profile.
    pub pointer: String,
    /// Label in Vietnamese.
    pub label: String,
    /// Label in English.
    pub label_en: String,
    /// Added, removed or changed.
    pub kind: ChangeType,
    /// Before, in words; empty where added.
    pub old: String,
    /// After, in words; empty where removed.
    pub new: String,
}

/// A reason for which a reviewer returned a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct ReturnedItem {
    /// Item number on the paper form.
    pub item: String,
    /// JSON pointer into the profile; empty for the whole.
    pub pointer: String,
    /// The reason.
    pub reason: String,
    /// Who returned it.
    pub by: String,
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
}

/// Somebody saw or did something with a person's data (G2).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AccessEntry {
    /// When.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// Who.
    pub who: String,
    /// What, as a stable code.
    pub action: String,
    /// On which legal ground.
    pub ground: String,
}

/// A page of accesses, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AccessPage {
    /// The accesses.
    pub items: Vec<AccessEntry>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
