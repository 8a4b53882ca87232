//! Deadlines and the days left.

use chrono::{Datelike, Days, NaiveDate};
use serde::Serialize;

use super::Calendar;
use crate::deployment::{DayUnit, Within};

/// The last day on which something is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Due {
    pub date: NaiveDate,
    /// It depends on a year whose days off have not been announced yet.
    pub provisional: bool,
}

impl Due {
    /// The day is past.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        today > self.date
    }
}

impl Calendar {
    /// When something due within so many days of an event ends. The day of the event does not
    /// count (khoản 2 Điều 147 Bộ luật Dân sự 2015); calendar days that end on a day off run on
    /// to the next working day (khoản 5 Điều 148).
    #[must_use]
    pub fn deadline(&self, from: NaiveDate, within: Within) -> Due {
        let days = usize::from(within.days);
        let date = match within.unit {
            DayUnit::Working => from
                .iter_days()
                .skip(1)
                .filter(|day| self.is_working(*day))
                .take(days)
                .last()
                .unwrap_or(from),
            DayUnit::Calendar => {
                let last = from.checked_add_days(Days::new(u64::from(within.days)));
                self.working_day_from(last.unwrap_or(NaiveDate::MAX))
            }
        };
        Due {
            date,
            provisional: self.is_provisional(from.succ_opt().unwrap_or(from), date),
        }
    }

    /// Working days after `today` up to and including `due`; negative, counted the same way
    /// backwards, where `due` is past.
    #[must_use]
    pub fn working_days_between(&self, today: NaiveDate, due: NaiveDate) -> i64 {
        let (from, to, sign) = if today <= due {
            (today, due, 1)
        } else {
            (due, today, -1)
        };
        from.iter_days()
            .skip(1)
            .take_while(|day| *day <= to)
            .filter(|day| self.is_working(*day))
            .fold(0, |days, _| days + sign)
    }

    /// Working days left until a deadline: 0 on its day, negative afterwards.
    #[must_use]
    pub fn working_days_left(&self, today: NaiveDate, due: &Due) -> i64 {
        self.working_days_between(today, due.date)
    }

    pub(super) fn is_provisional(&self, from: NaiveDate, to: NaiveDate) -> bool {
        (from.year()..=to.year()).any(|year| !self.is_announced(year))
    }
}
