//! The working-day calendar in force, what the operator announces, and deadlines counted anew.

use serde::{Deserialize, Serialize};

use crate::tasks::TaskKind;

/// What an announcement says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum AmendmentKind {
    /// Ngày nghỉ: not worked.
    DayOff,
    /// Ngày làm việc: worked in exchange for another day, or a day off taken back.
    WorkingDay,
    /// Nothing more is to come for the year of the day: what depends on it is final.
    YearComplete,
}

/// A day of an announcement, to be entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewAmendment {
    /// The day.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 10, max = 10)),
        schema(format = "date", min_length = 10, max_length = 10)
    )]
    pub date: String,
    /// What it becomes.
    pub kind: AmendmentKind,
    /// Occasion: `Tết Âm lịch`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 200)),
        schema(min_length = 1, max_length = 200)
    )]
    pub name: String,
    /// Number and symbol of the announcement: `9441/TB-BNV`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub announcement: String,
    /// Date of the announcement.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 10, max = 10)),
        schema(format = "date", min_length = 10, max_length = 10)
    )]
    pub announced_on: String,
}

/// Withdraws an amendment; nothing else is to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct WithdrawAmendment {}

/// Confirms that a deadline is shortened; nothing else is to be said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct ConfirmDueChange {}

/// A day of an announcement that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Amendment {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The day.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub date: String,
    /// What it becomes.
    pub kind: AmendmentKind,
    /// Occasion.
    pub name: String,
    /// Number and symbol of the announcement.
    pub announcement: String,
    /// Date of the announcement.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub announced_on: String,
    /// Who entered it.
    pub entered_by: String,
    /// When it was entered.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub entered_at: String,
    /// Who withdrew it; empty where it holds.
    pub withdrawn_by: String,
    /// When it was withdrawn; absent where it holds.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<String>,
}

/// A day that is not as its weekday would have it: a day off from Monday to Friday, or a weekend day worked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CalendarDay {
    /// The day.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub date: String,
    /// Occasion in Vietnamese.
    pub name: String,
    /// Occasion in English, where it is a known one; else as announced.
    pub name_en: String,
    /// Number of the announcement; empty where it follows from the law alone.
    pub announcement: String,
}

/// The calendar of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct CalendarYear {
    /// The year.
    pub year: i32,
    /// The days off of this year have been announced; otherwise they are those that the law gives, and deadlines in it are provisional.
    pub announced: bool,
    /// Days off from Monday to Friday, in order.
    pub days_off: Vec<CalendarDay>,
    /// Weekend days worked in exchange, in order.
    pub worked: Vec<CalendarDay>,
    /// What was entered for this year, in the order of entering; withdrawn ones too.
    pub amendments: Vec<Amendment>,
    /// The caller may enter and withdraw.
    pub may_amend: bool,
}

/// A deadline that an amendment would move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DueMove {
    /// The task.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub task_id: String,
    /// What is to be done.
    pub kind: TaskKind,
    /// Title of the role that has to act, in Vietnamese; empty for people's own duties.
    pub role: String,
    /// The same in English.
    pub role_en: String,
    /// Unit.
    pub unit_name: String,
    /// Day by which it is to be done now.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub old_due: String,
    /// Day that would be counted.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub new_due: String,
}

/// What an amendment, or its withdrawal, would do to open deadlines. Nothing is changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct AmendmentPreview {
    /// Open deadlines that would move to a later day.
    pub extended: i64,
    /// Open deadlines that would be counted shorter, and stay until that is confirmed.
    pub would_shorten: i64,
    /// Open deadlines that stay.
    pub unchanged: i64,
    /// The first 50 that would be extended.
    pub extended_first: Vec<DueMove>,
    /// The first 50 that would be counted shorter.
    pub would_shorten_first: Vec<DueMove>,
}

/// What became of a deadline that was counted anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DueOutcome {
    /// There is more time now.
    Extended,
    /// There would be less time: the old day stays until somebody confirms the new one.
    WouldShorten,
    /// The shorter time was confirmed; a change of its own says by whom.
    Confirmed,
    /// There is less time now, as somebody confirmed.
    Shortened,
    /// The calendar changed again before anybody confirmed.
    Superseded,
}

/// A deadline that was counted anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DueChange {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// The task.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub task_id: String,
    /// What is to be done.
    pub kind: TaskKind,
    /// Title of the role that has to act, in Vietnamese; empty for people's own duties.
    pub role: String,
    /// The same in English.
    pub role_en: String,
    /// Unit.
    pub unit_name: String,
    /// Day before.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub old_due: String,
    /// Day that was counted.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub new_due: String,
    /// What became of it.
    pub outcome: DueOutcome,
    /// Why it was counted anew, in Vietnamese.
    pub reason: String,
    /// The same in English.
    pub reason_en: String,
    /// Who changed the calendar or confirmed.
    pub by_name: String,
    /// When it was counted.
    #[cfg_attr(feature = "server", schema(format = "date-time"))]
    pub at: String,
    /// The caller may confirm it.
    pub may_confirm: bool,
}

/// Changes of one task's deadline, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DueChangeList {
    /// The changes.
    pub items: Vec<DueChange>,
}

/// A page of changes, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DueChangePage {
    /// The changes.
    pub items: Vec<DueChange>,
    /// Cursor of the next page; absent on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}
