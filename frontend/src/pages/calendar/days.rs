//! Days as the calendar needs them: weekdays, months, one day after another. A day is `YYYY-MM-DD`.

use crate::format::{self, days_between};
use crate::i18n::{Text, calendar as w, t};

/// A Monday.
const MONDAY: &str = "2024-01-01";

const WEEKDAYS: [Text; 7] = [
    w::MONDAY,
    w::TUESDAY,
    w::WEDNESDAY,
    w::THURSDAY,
    w::FRIDAY,
    w::SATURDAY,
    w::SUNDAY,
];

/// 0 for Monday to 6 for Sunday.
pub(super) fn weekday(day: &str) -> Option<usize> {
    let since = days_between(MONDAY, day)?;
    usize::try_from(since.rem_euclid(7)).ok()
}

/// Saturday or Sunday.
pub(super) fn is_weekend(day: &str) -> bool {
    weekday(day).is_some_and(|n| n >= 5)
}

/// `Thứ Hai, 31/08/2026`.
pub(super) fn full(day: &str) -> String {
    let name = weekday(day).and_then(|n| WEEKDAYS.get(n).copied());
    let date = format::date(day);
    name.map_or_else(|| date.clone(), |name| format!("{}, {date}", t(name)))
}

/// `08` of `2026-08-31`, as a number.
pub(super) fn month(day: &str) -> u32 {
    let month = day.split('-').nth(1).and_then(|m| m.parse().ok());
    month.unwrap_or(0)
}

/// The days of a month, in order.
pub(super) fn of_month(year: i32, month: u32) -> Vec<String> {
    let first = format!("{year}-{month:02}-01");
    let next = if month < 12 {
        format!("{year}-{:02}-01", month + 1)
    } else {
        format!("{}-01-01", year + 1)
    };
    let count = days_between(&first, &next).unwrap_or(0);
    (1..=count)
        .map(|day| format!("{year}-{month:02}-{day:02}"))
        .collect()
}

/// The days from one to another, both included; none where the second is earlier.
pub(super) fn between(from: &str, to: &str) -> Vec<String> {
    let year = |day: &str| day.split('-').next().and_then(|y| y.parse::<i32>().ok());
    let (Some(first), Some(last)) = (year(from), year(to)) else {
        return Vec::new();
    };
    (first..=last)
        .flat_map(|year| (1..=12).flat_map(move |month| of_month(year, month)))
        .filter(|day| day.as_str() >= from && day.as_str() <= to)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for (day, n) in [
            ("2026-08-31", 0), // the swapped Monday before National Day 2026
            ("2026-08-22", 5),
            ("2026-02-16", 0),
            ("2023-12-31", 6),
            ("2028-02-29", 1),
        ] {
            assert_eq!(weekday(day), Some(n), "{day}");
        }
        assert!(is_weekend("2026-08-22"));
        assert!(!is_weekend("2026-08-21"));
        assert_eq!(weekday("hôm qua"), None);
    }

    #[test]
    fn months_have_their_days() {
        for (year, month, days) in [(2026, 2, 28), (2028, 2, 29), (2026, 12, 31), (2026, 4, 30)] {
            assert_eq!(of_month(year, month).len(), days, "{month}/{year}");
        }
        assert_eq!(
            between("2026-12-31", "2027-01-02"),
            ["2026-12-31", "2027-01-01", "2027-01-02"]
        );
        assert!(between("2026-02-02", "2026-02-01").is_empty());
    }
}
