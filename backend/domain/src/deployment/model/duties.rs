//! Who enters data (B4–B6), what holds for later changes (C4), and the other duties.

use serde::{Deserialize, Serialize};

pub use congvu_openapi::deployment::EntryBy;

use super::{Event, Within, Yearly};

/// Who may enter data, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryRule {
    pub by: EntryBy,
    /// Who that is, as the regulation names them.
    pub actor: String,
    /// What is to be done, in Vietnamese.
    pub subject: String,
    #[serde(default)]
    pub within: Option<Within>,
    #[serde(default)]
    pub from: Option<Event>,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
    pub requirement: String,
}

/// A later change: the same chain, one deadline for the whole of it (C4).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterChange {
    pub subject: String,
    /// Title of the authority, as the regulation names it.
    pub authority: String,
    pub within: Within,
    /// [`Event::Submitted`] or [`Event::MonthEndWindow`].
    pub from: Event,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
    pub requirement: String,
}

/// Something else that the regulation has somebody do: urging people on (B9), answering reports of
/// wrong items (B8), transfers (E), reports (F6), synchronising (D). With a number of days from an
/// event, with a day of the year, or with neither where no deadline is set.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Duty {
    pub key: String,
    /// Id in the requirements table.
    pub requirement: String,
    /// Key of the role whose it is, where it is one of the roles'.
    #[serde(default)]
    pub role: Option<String>,
    /// Who that is, as the regulation names them.
    pub actor: String,
    /// What is to be done, in Vietnamese.
    pub subject: String,
    #[serde(default)]
    pub within: Option<Within>,
    #[serde(default)]
    pub from: Option<Event>,
    #[serde(default)]
    pub yearly: Option<Yearly>,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

/// Something that holds for everything in a block and that the program keeps to.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Principle {
    pub key: PrincipleKey,
    /// In Vietnamese.
    pub subject: String,
    pub subject_en: String,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

/// The principles that the program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrincipleKey {
    /// The personal identification number (số định danh cá nhân) is the key of the file.
    IdentityNumber,
    /// Nobody is asked again for what the database has.
    AskOnce,
    /// Reading needs the person's consent, but for cadre work within one's competence.
    GroundForReading,
    /// Local government has two tiers: there is no district.
    TwoTiers,
}
