//! Windows: the last so many days of a period, in which something is to be done.

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::Serialize;

use super::{Calendar, Due};
use crate::deployment::{DayUnit, Within, Yearly};

/// Longer than any row of days off.
const MOST_DAYS_OFF: usize = 31;
/// Day of the month on which its first half ends.
const MIDDLE: u32 = 15;

/// The days on which something is to be done, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Window {
    /// First of the last days of the period.
    pub opens: NaiveDate,
    /// Last day of the period, or the next working day where that is a day off.
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

/// The period at whose end a window lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The first half of the month, to the 15th, then the second to its end.
    HalfMonth,
    Month,
    /// January to March and so on.
    Quarter,
}

impl Period {
    /// Last day of the period in which a day lies.
    #[must_use]
    pub fn last_day(self, on: NaiveDate) -> NaiveDate {
        let months = match self {
            Self::HalfMonth if on.day() <= MIDDLE => {
                return on.with_day(MIDDLE).unwrap_or(on);
            }
            Self::HalfMonth | Self::Month => 1,
            Self::Quarter => 3 - on.month0() % 3,
        };
        on.with_day(1)
            .and_then(|first| first.checked_add_months(Months::new(months)))
            .and_then(|next| next.pred_opt())
            .unwrap_or(on)
    }
}

impl Calendar {
    /// The last `days` days, by the calendar, of the month in which something arrived.
    #[must_use]
    pub fn month_end_window(&self, on: NaiveDate, days: u16) -> Window {
        let unit = DayUnit::Calendar;
        self.window(on, Period::Month, Within { days, unit })
    }

    /// The last days of the period in which something arrived. Calendar days end on the period's
    /// last day, moved to the next working day; working days are the last ones of the period.
    #[must_use]
    pub fn window(&self, on: NaiveDate, period: Period, within: Within) -> Window {
        let last = period.last_day(on);
        let before = u64::from(within.days.saturating_sub(1));
        let (opens, closes) = match within.unit {
            DayUnit::Calendar => (
                last.checked_sub_days(Days::new(before)),
                self.working_day_from(last),
            ),
            DayUnit::Working => {
                let back = std::iter::successors(Some(last), NaiveDate::pred_opt);
                let mut working = back.filter(|day| self.is_working(*day));
                let closes = working.next().unwrap_or(last);
                let earlier = usize::from(within.days).checked_sub(2);
                (earlier.map_or(Some(closes), |nth| working.nth(nth)), closes)
            }
        };
        Window {
            opens: opens.unwrap_or(last),
            closes,
            provisional: self.is_provisional(last.min(closes), last.max(closes)),
        }
    }

    /// The next time, from a day on, that something to be done by a day of every year is due:
    /// "before" a day is the last working day before it; otherwise a day off moves to the next
    /// working day.
    #[must_use]
    pub fn yearly(&self, from: NaiveDate, yearly: Yearly) -> Due {
        let due = |year: i32| {
            // 29 February only comes every fourth year.
            let day = NaiveDate::from_ymd_opt(year, yearly.month, yearly.day)
                .or_else(|| NaiveDate::from_ymd_opt(year, yearly.month, yearly.day - 1))?;
            let date = if yearly.before {
                let back = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
                back.take(MOST_DAYS_OFF).find(|day| self.is_working(*day))?
            } else {
                self.working_day_from(day)
            };
            Some(Due {
                date,
                provisional: self.is_provisional(day.min(date), day.max(date)),
            })
        };
        let years = [from.year() - 1, from.year(), from.year() + 1];
        let mut dues = years.into_iter().filter_map(due);
        dues.find(|due| due.date >= from).unwrap_or(Due {
            date: from,
            provisional: true,
        })
    }
}
