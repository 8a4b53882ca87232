use chrono::{Datelike, Months, NaiveDate};

use super::Fault;

/// A date of which only the year, or the year and month, may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    year: i32,
    month: Option<u32>,
    day: Option<u32>,
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    ///
    /// # Errors
    ///
    /// Another form, a day that the calendar does not have, a year before 1900.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.ok_or(Fault::DateForm)?;
        let date = Self {
            year: i32::try_from(year).unwrap_or_default(),
            month: number(parts.next(), 2)?,
            day: number(parts.next(), 2)?,
        };
        if parts.next().is_some() {
            return Err(Fault::DateForm);
        }
        if date.year < 1900 {
            return Err(Fault::TooEarly);
        }
        let exists =
            NaiveDate::from_ymd_opt(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1));
        exists.map_or_else(|| Err(Fault::NoSuchDay(date.in_words())), |_| Ok(date))
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }

    /// The day is not known.
    #[must_use]
    pub const fn is_without_day(self) -> bool {
        self.day.is_none()
    }

    /// Only the year is known.
    #[must_use]
    pub const fn is_year_only(self) -> bool {
        self.month.is_none()
    }

    /// The first day that it may mean.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
            .unwrap_or(NaiveDate::MIN)
    }

    /// The last day that it may mean.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let first = self.first_day();
        let length = match (self.month, self.day) {
            (_, Some(_)) => return first,
            (Some(_), None) => Months::new(1),
            (None, None) => Months::new(12),
        };
        let next = first.checked_add_months(length);
        next.and_then(|day| day.pred_opt()).unwrap_or(first)
    }

    /// It is certain that this comes after `other`.
    #[must_use]
    pub fn is_after(self, other: Self) -> bool {
        self.first_day() > other.last_day()
    }

    /// It is certain that this comes after the day.
    #[must_use]
    pub fn is_after_day(self, day: NaiveDate) -> bool {
        self.first_day() > day
    }

    /// As it is written in Vietnamese: `28/02/1985`, `02/1985` or `1985`.
    #[must_use]
    pub fn in_words(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{day:02}/{month:02}/{}", self.year),
            (Some(month), None) => format!("{month:02}/{}", self.year),
            _ => self.year.to_string(),
        }
    }
}

/// Whole calendar months of which none lies in either of two periods that follow one another.
#[must_use]
pub(crate) fn months_between(end: PartialDate, start: PartialDate) -> i32 {
    let index = |day: NaiveDate| day.year() * 12 + i32::try_from(day.month0()).unwrap_or_default();
    index(start.first_day()) - index(end.last_day()) - 1
}

fn number(part: Option<&str>, length: usize) -> Result<Option<u32>, Fault> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != length || !part.chars().all(|c| c.is_ascii_digit()) {
        return Err(Fault::DateForm);
    }
    part.parse().ok().map(Some).ok_or(Fault::DateForm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_forms_are_read_and_written() {
        for (text, written) in [
            ("1985", "1985"),
            ("1985-02", "02/1985"),
            ("1985-02-28", "28/02/1985"),
            ("2024-02-29", "29/02/2024"),
        ] {
            assert_eq!(PartialDate::parse(text).unwrap().in_words(), written);
        }
    }

    #[test]
    fn other_forms_and_days_that_do_not_exist_are_refused() {
        for (text, code) in [
            ("28/02/1985", "date_form"),
            ("85", "date_form"),
            ("1985-2", "date_form"),
            ("1985-02-28T00", "date_form"),
            ("1985-02-28-01", "date_form"),
            ("+985", "date_form"),
            ("", "date_form"),
            ("1985-13", "no_such_day"),
            ("1985-00", "no_such_day"),
            ("1985-02-29", "no_such_day"),
            ("1985-04-31", "no_such_day"),
            ("1085", "date_too_early"),
        ] {
            assert_eq!(PartialDate::parse(text).unwrap_err().code(), code, "{text}");
        }
    }

    #[test]
    fn only_what_is_certain_counts_as_after() {
        for (one, other, after) in [
            ("1985-03", "1985-02", true),
            ("1985-02", "1985-02", false),
            ("1985", "1985-02", false),
            ("1985-03", "1985", false),
            ("1986", "1985-12-31", true),
            ("1985-02-28", "1985-02", false),
        ] {
            let (one, other) = (
                PartialDate::parse(one).unwrap(),
                PartialDate::parse(other).unwrap(),
            );
            assert_eq!(one.is_after(other), after, "{one:?} {other:?}");
        }
    }

    #[test]
    fn whole_months_in_between() {
        for (end, start, months) in [
            ("2005-06", "2005-07", 0),
            ("2005-06", "2005-10", 3),
            ("2005-06", "2005-11", 4),
            ("2005-06", "2005-06", -1),
            ("2005", "2006", 0),
            ("2005", "2006-05", 4),
        ] {
            let (end, start) = (
                PartialDate::parse(end).unwrap(),
                PartialDate::parse(start).unwrap(),
            );
            assert_eq!(months_between(end, start), months);
        }
    }
}
