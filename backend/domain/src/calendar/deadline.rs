//! Deadlines, month-end windows and the days left.

use chrono::{Datelike, Days, Months, NaiveDate};
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

/// The days on which something is to be done, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// First of the last days of the month, by the calendar.
    pub opens: NaiveDate,
    /// Last day of the month, or the next working day where that is a day off.
    pub closes: NaiveDate,
    /// It depends on a year whose days off have not been announced yet.
    pub provisional: bool,
}

impl Window {
    #[must_use]
    pub fn is_open(&self, today: NaiveDate) -> bool {
        (self.opens..=self.closes).contains(&today)
    }

    /// The window's end as a deadline.
    #[must_use]
    pub fn due(&self) -> Due {
        Due {
            date: self.closes,
            provisional: self.provisional,
        }
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

    /// The last `days` days, by the calendar, of the month in which something arrived.
    #[must_use]
    pub fn month_end_window(&self, on: NaiveDate, days: u16) -> Window {
        let last = on
            .with_day(1)
            .and_then(|first| first.checked_add_months(Months::new(1)))
            .and_then(|next| next.pred_opt())
            .unwrap_or(on);
        let closes = self.working_day_from(last);
        Window {
            opens: last
                .checked_sub_days(Days::new(u64::from(days.saturating_sub(1))))
                .unwrap_or(last),
            closes,
            provisional: self.is_provisional(last, closes),
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

    fn is_provisional(&self, from: NaiveDate, to: NaiveDate) -> bool {
        (from.year()..=to.year()).any(|year| !self.is_announced(year))
    }
}
