use chrono::{Datelike, NaiveDate};

/// A calendar month, counted so that careers and pay can be added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Month(i32);

impl Month {
    /// The month `month` (1–12) of the year.
    pub(super) const fn new(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    pub(super) fn of(date: NaiveDate) -> Self {
        Self(date.year() * 12 + date.month0().cast_signed())
    }

    pub(super) const fn plus(self, months: i32) -> Self {
        Self(self.0 + months)
    }

    /// Months from `earlier` to this one.
    pub(super) const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    pub(super) const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// `YYYY-MM`.
    pub(super) fn text(self) -> String {
        format!("{:04}-{:02}", self.year(), self.0.rem_euclid(12) + 1)
    }

    /// `YYYY-MM-DD`; the day is at most 28, so that it exists in every month.
    pub(super) fn day(self, day: i32) -> String {
        format!("{}-{:02}", self.text(), day.clamp(1, 28))
    }
}
