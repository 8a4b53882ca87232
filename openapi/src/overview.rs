//! The state of things (B9, F8): what is missing, waiting and late, by unit, step and person; and why a task is whose, by when.

use serde::{Deserialize, Serialize};

use crate::calendar::DueChange;
use crate::tasks::TaskKind;

/// What the rows of an overview stand for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OverviewBy {
    /// One for each unit; its figures include the units below it.
    #[default]
    Unit,
    /// One for each kind of work and role that has to do it.
    Step,
    /// One for each officer who took work on, and one for each role where nobody did.
    Person,
}

/// What is listed behind a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum OverviewState {
    /// Open tasks.
    #[default]
    Waiting,
    /// Open tasks whose day is past.
    Late,
    /// People without an approved profile.
    Missing,
    /// People for whom something is saved that was not submitted.
    Drafting,
    /// People whose profile is in review.
    InReview,
    /// People whose profile was returned and not submitted again.
    Returned,
    /// People with an approved profile.
    Approved,
}

/// How many people stand where, and what waits.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Figures {
    /// People.
    pub people: i64,
    /// People without an approved profile.
    pub missing: i64,
    /// People for whom something is saved that was not submitted; returned ones are not among them.
    pub drafting: i64,
    /// People whose profile is in review.
    pub in_review: i64,
    /// People whose profile was returned and not submitted again.
    pub returned: i64,
    /// People with an approved profile.
    pub approved: i64,
    /// Open tasks.
    pub waiting: i64,
    /// Open tasks whose day is past.
    pub late: i64,
    /// Working days since the oldest open task was opened; absent where nothing is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oldest_days: Option<i64>,
}

/// What waits at a step: one kind of work of one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct StepFigures {
    /// What is to be done.
    pub kind: TaskKind,
    /// Key of the role that has to act; empty for people's own duties.
    pub role: String,
    /// Title of the role in Vietnamese; empty for people's own duties.
    pub title: String,
    /// The same in English.
    pub title_en: String,
    /// Open tasks.
    pub waiting: i64,
    /// Open tasks whose day is past.
    pub late: i64,
    /// Working days since the oldest was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oldest_days: Option<i64>,
}

/// A unit with everything below it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct UnitFigures {
    /// Unit.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Unit above; absent for the highest that the caller may see.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<String>,
    /// Code of the unit.
    pub code: String,
    /// Name of the unit.
    pub name: String,
    /// Steps below the root of the body.
    pub depth: u16,
    /// The unit's figures, those of the units below it included.
    pub figures: Figures,
    /// What waits, by step.
    pub steps: Vec<StepFigures>,
}

/// What somebody took on, or what nobody of a role did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct PersonFigures {
    /// Account that took the tasks on; absent where nobody did.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
    /// Name of whoever took them on; empty where nobody did.
    pub name: String,
    /// The work.
    #[serde(flatten)]
    pub step: StepFigures,
}

/// The state of things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Overview {
    /// Day for which it was computed.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub today: String,
    /// What the rows stand for.
    pub by: OverviewBy,
    /// Everything together.
    pub total: Figures,
    /// Rows by unit, parents before children; empty otherwise.
    pub units: Vec<UnitFigures>,
    /// Rows by step; empty otherwise.
    pub steps: Vec<StepFigures>,
    /// Rows by person; empty otherwise.
    pub people: Vec<PersonFigures>,
}

/// A task or a person behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OverviewItem {
    /// The person it is about.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub person_id: String,
    /// Name of that person.
    pub person_name: String,
    /// Unit of that person.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Name of the unit.
    pub unit_name: String,
    /// The task; absent where people are listed.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task_id: Option<String>,
    /// What is to be done; absent where people are listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<TaskKind>,
    /// The submission, export or remark of the task; the person otherwise.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub subject_id: String,
    /// Title of the role that has to act, in Vietnamese; empty for people's own duties.
    pub role: String,
    /// The same in English.
    pub role_en: String,
    /// Who took it on; empty where nobody did.
    pub assignee: String,
    /// Day by which it is to be done; absent where the regulation sets none.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// Working days left; negative when overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_left: Option<i64>,
    /// Working days since it was opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waiting_days: Option<i64>,
}

/// A page of what is behind a figure: tasks by due date, people by given name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct OverviewPage {
    /// The entries.
    pub items: Vec<OverviewItem>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// How many there are in all: the figure.
    pub total: i64,
}

/// A day between the event and the deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CountedDay {
    /// The day.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub date: String,
    /// Its number in the count, from 1; absent where it does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// Civil servants work on it.
    pub working: bool,
    /// Why it does not count, or why it does although it is a weekend, in Vietnamese; empty otherwise.
    pub name: String,
    /// The same in English.
    pub name_en: String,
}

/// By what a task is the caller's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct WhyMine {
    /// The caller has to act.
    pub mine: bool,
    /// By which role and grant, or why not, in Vietnamese.
    pub text: String,
    /// The same in English.
    pub text_en: String,
    /// Title of the role in Vietnamese; empty for people's own duties.
    pub role: String,
    /// Title of the role in English.
    pub role_en: String,
    /// Unit over which the caller holds the role; empty without one.
    pub unit_name: String,
    /// Document by which the role was given, or delegated; may be empty.
    pub basis: String,
    /// For whom the caller acts: `TUQ. GIÁM ĐỐC Nguyễn Văn A`; empty in their own right.
    pub on_behalf_of: String,
    /// Clause that names the role.
    pub clause: String,
}

/// Why a task is whose, and why by its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct TaskWhy {
    /// The task.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub task_id: String,
    /// Whose it is and by what.
    pub whose: WhyMine,
    /// Clause that sets the deadline; may be empty.
    pub clause: String,
    /// The clause's own words, where the deployment file has them; else empty.
    pub quote: String,
    /// The clause's text was not seen in full by whoever wrote the deployment file: to be confirmed.
    pub confirm: bool,
    /// Day by which it is to be done; absent where the regulation sets none.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_on: Option<String>,
    /// The rule in one sentence, in Vietnamese.
    pub why: String,
    /// The rule in one sentence, in English.
    pub why_en: String,
    /// The count in one paragraph, day by day, in Vietnamese; empty where there is no deadline.
    pub count: String,
    /// The same in English.
    pub count_en: String,
    /// The days, in order.
    pub days: Vec<CountedDay>,
    /// How the deadline moved since it was set, oldest first.
    pub changes: Vec<DueChange>,
}
