//! What the operator enters beside the built-in lists: days off and working days, each with the
//! announcement that it comes from.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Calendar, is_weekend};

/// What a day becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// Ngày nghỉ.
    DayOff,
    /// Ngày làm việc: worked in exchange for another, or a day off taken back.
    WorkingDay,
}

/// One day of an announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    pub date: NaiveDate,
    pub kind: DayKind,
    /// Occasion: `Tết Âm lịch`.
    pub name: String,
    /// Number and symbol of the announcement: `9441/TB-BNV`.
    pub announcement: String,
    /// Date of the announcement.
    pub announced_on: NaiveDate,
    /// When the operator entered it; of two for one day the later one holds.
    pub entered_at: DateTime<Utc>,
}

/// An amendment that cannot be meant.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum AmendmentError {
    #[error("{0}: the announcement's number is missing")]
    NoAnnouncement(NaiveDate),
    #[error("{0}: the occasion is missing")]
    NoName(NaiveDate),
    #[error("{0} is off already, as every weekend: most likely a slip in the date")]
    WeekendOff(NaiveDate),
    #[error("{date}: announced on {announced_on}, after the day itself")]
    AnnouncedAfter {
        date: NaiveDate,
        announced_on: NaiveDate,
    },
}

impl AmendmentError {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub fn message_vi(&self) -> String {
        match self {
            Self::NoAnnouncement(date) => format!("{date}: thiếu số hiệu văn bản thông báo."),
            Self::NoName(date) => format!("{date}: thiếu tên dịp nghỉ, làm bù."),
            Self::WeekendOff(date) => {
                format!("{date} vốn là ngày nghỉ hằng tuần; có thể nhầm ngày.")
            }
            Self::AnnouncedAfter { date, announced_on } => {
                format!("{date}: văn bản thông báo ngày {announced_on}, sau chính ngày đó.")
            }
        }
    }
}

impl Calendar {
    /// This calendar with the operator's amendments. A day that nothing is said of stays what it
    /// was; so entering Tết alone leaves the other holidays of a year where the law puts them.
    ///
    /// # Errors
    /// The first amendment, in the order entered, that cannot be meant.
    pub fn with(&self, amendments: &[Amendment]) -> Result<Self, AmendmentError> {
        let mut ordered: Vec<_> = amendments.iter().collect();
        ordered.sort_by_key(|amendment| amendment.entered_at);
        let mut calendar = self.clone();
        for amendment in ordered {
            calendar.check(amendment)?;
            calendar.amended.insert(amendment.date, amendment.kind);
        }
        Ok(calendar)
    }

    /// The operator says that the announcements of a year are complete, so that answers about it
    /// are final.
    #[must_use]
    pub fn announced(mut self, year: i32) -> Self {
        self.complete_years.insert(year);
        self
    }

    fn check(&self, amendment: &Amendment) -> Result<(), AmendmentError> {
        let date = amendment.date;
        if amendment.announcement.trim().is_empty() {
            return Err(AmendmentError::NoAnnouncement(date));
        }
        if amendment.name.trim().is_empty() {
            return Err(AmendmentError::NoName(date));
        }
        // Taking back a Saturday that was to be worked is no slip.
        if amendment.kind == DayKind::DayOff && is_weekend(date) && !self.is_working(date) {
            return Err(AmendmentError::WeekendOff(date));
        }
        if amendment.announced_on > date {
            return Err(AmendmentError::AnnouncedAfter {
                date,
                announced_on: amendment.announced_on,
            });
        }
        Ok(())
    }
}
