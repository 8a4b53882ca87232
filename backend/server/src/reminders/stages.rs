//! When somebody is reminded, by the working-day calendar.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use congvu_domain::calendar::Calendar;

use crate::services::in_vietnam;

/// Something that has at most so many working days from beginning to end is also reminded of on the
/// day before: its early reminder comes when it has hardly begun.
const SHORT: i64 = 3;
/// Working days after which those who answer for it are urged, and again each time: a week of work.
const WEEK: usize = 5;
/// A day before everything that can be due, which both databases can write.
const BEGINNING: NaiveDate = match NaiveDate::from_ymd_opt(1900, 1, 1) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// How near a deadline is. Its day is the one on which it lawfully ends: where the calendar made it a
/// day off, the next working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// At most two working days before (sắp đến hạn).
    Soon,
    /// The working day before, for what has little time as a whole.
    Tomorrow,
    /// On the day (đến hạn).
    Today,
    /// From the first working day after (quá hạn).
    Late,
    /// A week of work after, and every week from there (đôn đốc): to those who answer for it.
    Urge,
}

impl Stage {
    /// In the order in which they come.
    pub const ALL: [Self; 5] = [
        Self::Soon,
        Self::Tomorrow,
        Self::Today,
        Self::Late,
        Self::Urge,
    ];

    /// The kind of notification.
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Soon => "due_soon",
            Self::Tomorrow => "due_tomorrow",
            Self::Today => "due_today",
            Self::Late => "overdue",
            Self::Urge => "urge",
        }
    }
}

/// The working days around one working day.
#[derive(Clone, Copy, Debug)]
pub struct Days<'a> {
    calendar: &'a Calendar,
    today: NaiveDate,
    yesterday: NaiveDate,
    tomorrow: NaiveDate,
    in_two: NaiveDate,
}

/// Due after the first day, at the latest on the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub after: NaiveDate,
    pub until: NaiveDate,
}

impl<'a> Days<'a> {
    /// None on a day off: nobody is reminded then; what would be said is said on the next working day.
    pub fn around(calendar: &'a Calendar, today: NaiveDate) -> Option<Self> {
        if !calendar.is_working(today) {
            return None;
        }
        let after = |day: NaiveDate| calendar.working_day_from(day.succ_opt().unwrap_or(day));
        let tomorrow = after(today);
        Some(Self {
            calendar,
            today,
            yesterday: back(calendar, today, 1),
            tomorrow,
            in_two: after(tomorrow),
        })
    }

    /// Due dates among which a stage may have come.
    pub fn range(&self, stage: Stage) -> Range {
        let (after, until) = match stage {
            Stage::Soon => (self.today, self.in_two),
            Stage::Tomorrow => (self.today, self.tomorrow),
            // Days off before today end today.
            Stage::Today => (self.yesterday, self.today),
            Stage::Late => (BEGINNING, self.yesterday),
            Stage::Urge => (BEGINNING, back(self.calendar, self.today, WEEK)),
        };
        Range { after, until }
    }

    /// The stage has come for something due on a day and opened at a time.
    pub fn has_come(&self, stage: Stage, due: NaiveDate, opened_at: DateTime<Utc>) -> bool {
        let Range { after, until } = self.range(stage);
        if !(due > after && due <= until) {
            return false;
        }
        let short = || {
            let opened = in_vietnam(opened_at).date_naive();
            self.calendar.working_days_between(opened, due) <= SHORT
        };
        match stage {
            Stage::Soon => due > self.tomorrow || !short(),
            Stage::Tomorrow => short(),
            Stage::Today | Stage::Late | Stage::Urge => true,
        }
    }

    /// The word kept with a reminder; urging counts its weeks.
    pub fn word(&self, stage: Stage, due: NaiveDate) -> String {
        match stage {
            Stage::Soon => "soon".to_owned(),
            Stage::Tomorrow => "tomorrow".to_owned(),
            Stage::Today => "today".to_owned(),
            Stage::Late => "late".to_owned(),
            Stage::Urge => {
                let late = -self.calendar.working_days_between(self.today, due);
                let week = i64::try_from(WEEK).unwrap_or(1);
                format!("urge-{}", late / week)
            }
        }
    }

    /// A pattern (SQL `LIKE`) of the words of a stage, and since when a reminder with such a word makes another needless.
    pub fn reminded(&self, stage: Stage) -> (String, DateTime<Utc>) {
        match stage {
            Stage::Urge => {
                let since = back(self.calendar, self.today, WEEK - 1);
                ("urge-%".to_owned(), midnight(since))
            }
            other => (self.word(other, self.today), DateTime::UNIX_EPOCH),
        }
    }
}

/// So many working days before a day.
fn back(calendar: &Calendar, day: NaiveDate, working_days: usize) -> NaiveDate {
    std::iter::successors(day.pred_opt(), NaiveDate::pred_opt)
        .filter(|day| calendar.is_working(*day))
        .nth(working_days.saturating_sub(1))
        .unwrap_or(BEGINNING)
}

/// When a day begins in Vietnam.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    at(day, NaiveTime::MIN)
}

/// A time of a day in Vietnam.
pub fn at(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = day.and_time(time);
    let offset = TimeDelta::seconds(i64::from(
        in_vietnam(local.and_utc()).offset().local_minus_utc(),
    ));
    (local - offset).and_utc()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Everything that has come on a day for something due and opened on days.
    fn come(today: &str, due: &str, opened: &str) -> Vec<String> {
        let Some(days) = Days::around(Calendar::built_in(), date(today)) else {
            return vec!["day off".to_owned()];
        };
        let opened = midnight(date(opened));
        Stage::ALL
            .into_iter()
            .filter(|stage| days.has_come(*stage, date(due), opened))
            .map(|stage| days.word(stage, date(due)))
            .collect()
    }

    #[test]
    fn stages_around_a_weekend() {
        // Due on Monday 9 March 2026: two working days before is Thursday the 5th.
        for (today, stages) in [
            ("2026-03-04", &[][..]),
            ("2026-03-05", &["soon"]),
            ("2026-03-06", &["soon"]),
            ("2026-03-07", &["day off"]),
            ("2026-03-08", &["day off"]),
            ("2026-03-09", &["today"]),
            ("2026-03-10", &["late"]),
            ("2026-03-13", &["late"]),
            // Monday the 16th is the fifth working day after.
            ("2026-03-16", &["late", "urge-1"]),
            ("2026-03-20", &["late", "urge-1"]),
            ("2026-03-23", &["late", "urge-2"]),
        ] {
            assert_eq!(come(today, "2026-03-09", "2026-02-02"), stages, "{today}");
        }
    }

    #[test]
    fn stages_around_tet() {
        // Tết Bính Ngọ: off from Saturday 14 to Sunday 22 February 2026 (Thông báo 9441/TB-BNV).
        for (today, stages) in [
            ("2026-02-12", &["soon"][..]),
            ("2026-02-13", &["soon"]),
            ("2026-02-17", &["day off"]),
            ("2026-02-23", &["today"]),
            ("2026-02-24", &["late"]),
        ] {
            assert_eq!(come(today, "2026-02-23", "2026-02-02"), stages, "{today}");
        }
        // Due on the last day of work before Tết: late on the first after it.
        assert_eq!(come("2026-02-13", "2026-02-13", "2026-02-02"), ["today"]);
        assert_eq!(come("2026-02-23", "2026-02-13", "2026-02-02"), ["late"]);
        // A deadline that a new day off fell upon ends on the next working day (khoản 5 Điều 148).
        assert_eq!(come("2026-02-23", "2026-02-18", "2026-02-02"), ["today"]);
    }

    #[test]
    fn what_has_little_time_is_reminded_of_on_the_day_before() {
        // Three working days as a whole, from Friday the 6th to Wednesday the 11th of March.
        for (today, stages) in [
            ("2026-03-06", &[][..]),
            ("2026-03-09", &["soon"]),
            ("2026-03-10", &["tomorrow"]),
            ("2026-03-11", &["today"]),
        ] {
            assert_eq!(come(today, "2026-03-11", "2026-03-06"), stages, "{today}");
        }
        // Four days: the early one only, which also comes a day later where no server ran.
        assert_eq!(come("2026-03-10", "2026-03-11", "2026-03-05"), ["soon"]);
    }

    #[test]
    fn a_week_without_urging_makes_the_next_needful() {
        let days = Days::around(Calendar::built_in(), date("2026-03-23")).unwrap();
        let (pattern, since) = days.reminded(Stage::Urge);
        // Urged on Monday the 16th: urged again on Monday the 23rd. Urged on Tuesday: not yet.
        assert_eq!(pattern, "urge-%");
        assert_eq!(since, midnight(date("2026-03-17")));
        assert_eq!(days.reminded(Stage::Late).0, "late");
    }

    #[test]
    fn a_day_in_vietnam_begins_at_17_utc() {
        assert_eq!(
            midnight(date("2026-03-06")).to_rfc3339(),
            "2026-03-05T17:00:00+00:00"
        );
    }
}
