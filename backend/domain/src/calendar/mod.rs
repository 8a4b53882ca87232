//! The working-day calendar (lịch làm việc): which days count, when a deadline falls, and how long
//! is left. Days off come from the yearly announcements; where there is none yet they are derived
//! from the Labour Code and every answer says so.

mod amendment;
mod data;
mod deadline;
mod law;
mod recompute;
mod window;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

use law::LunarYear;

pub use amendment::{Amendment, AmendmentError, DayKind};
pub use data::CalendarError;
pub use deadline::Due;
pub use recompute::{Recomputed, recompute};
pub use window::{Period, Window};

/// Days off and Saturdays worked of the civil service.
#[derive(Clone, Debug)]
pub struct Calendar {
    off: BTreeSet<NaiveDate>,
    worked_saturdays: BTreeSet<NaiveDate>,
    announced_years: BTreeSet<i32>,
    lunar: BTreeMap<i32, LunarYear>,
    /// What the operator entered; it goes before everything else.
    amended: BTreeMap<NaiveDate, DayKind>,
    /// Years of which the operator said that nothing more is to come.
    complete_years: BTreeSet<i32>,
}

impl Calendar {
    /// Civil servants work on this day: Monday to Friday but for days off, and the Saturdays
    /// worked in exchange for a day off.
    #[must_use]
    pub fn is_working(&self, date: NaiveDate) -> bool {
        if let Some(kind) = self.amended.get(&date) {
            return *kind == DayKind::WorkingDay;
        }
        if self.worked_saturdays.contains(&date) {
            return true;
        }
        if is_weekend(date) {
            return false;
        }
        if self.announced_years.contains(&date.year()) {
            !self.off.contains(&date)
        } else {
            !law::days_off(date.year(), self.lunar.get(&date.year())).contains(&date)
        }
    }

    /// The days off of this year have been announced, so that answers about it are final.
    #[must_use]
    pub fn is_announced(&self, year: i32) -> bool {
        self.announced_years.contains(&year) || self.complete_years.contains(&year)
    }

    /// This day, or the next working day where it is a day off (Điều 148 khoản 5 Bộ luật Dân sự).
    #[must_use]
    pub fn working_day_from(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days()
            .find(|day| self.is_working(*day))
            .unwrap_or(date)
    }
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}
