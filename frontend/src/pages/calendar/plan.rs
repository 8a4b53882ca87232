//! What was filled in, as days of an announcement.

use congvu_openapi::calendar::{AmendmentKind, NewAmendment};

use super::days;
use crate::format::parse_date;
use crate::i18n::{Text, calendar as w, common};

/// Days entered at one go; a holiday is never longer.
const MOST: usize = 31;

/// What an announcement is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    Off,
    Worked,
    Swap,
    Complete,
}

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// The day, the first one, or the day off of a swap.
    pub from: String,
    /// The last day off; empty for one day.
    pub to: String,
    /// The day worked in a swap.
    pub worked: String,
    pub name: String,
    pub announcement: String,
    pub announced_on: String,
}

/// A field and what is wrong with it.
pub(super) type Wrong = (&'static str, Text);

/// The days to be entered, in order; everything that is wrong otherwise.
pub(super) fn plan(
    about: About,
    typed: &Typed,
    year: i32,
) -> Result<Vec<NewAmendment>, Vec<Wrong>> {
    let mut wrong = Vec::new();
    let days = days_of(about, typed, year, &mut wrong);
    for (field, value) in [("name", &typed.name), ("announcement", &typed.announcement)] {
        if value.trim().is_empty() {
            wrong.push((field, common::FIELD_REQUIRED));
        }
    }
    let announced_on = date("announced_on", &typed.announced_on, &mut wrong);
    let late = |(day, kind): &(String, AmendmentKind)| {
        *kind != AmendmentKind::YearComplete && *day < announced_on
    };
    if wrong.is_empty() && days.iter().any(late) {
        wrong.push(("announced_on", w::ANNOUNCED_AFTER));
    }
    if !wrong.is_empty() {
        return Err(wrong);
    }
    let new = |(date, kind)| NewAmendment {
        date,
        kind,
        name: typed.name.trim().to_owned(),
        announcement: typed.announcement.trim().to_owned(),
        announced_on: announced_on.clone(),
    };
    Ok(days.into_iter().map(new).collect())
}

fn days_of(
    about: About,
    typed: &Typed,
    year: i32,
    wrong: &mut Vec<Wrong>,
) -> Vec<(String, AmendmentKind)> {
    match about {
        About::Complete => vec![(format!("{year}-12-31"), AmendmentKind::YearComplete)],
        About::Worked => {
            let day = date("from", &typed.from, wrong);
            vec![(day, AmendmentKind::WorkingDay)]
        }
        About::Swap => {
            let off = date("from", &typed.from, wrong);
            let worked = date("worked", &typed.worked, wrong);
            if off == worked && !off.is_empty() {
                wrong.push(("worked", w::SAME_DAY));
            }
            if days::is_weekend(&off) {
                wrong.push(("from", w::WEEKEND));
            }
            // In this order: a day worked more only makes deadlines wait for a confirmation, which the
            // day off then makes needless. The other way round they would be extended meanwhile.
            vec![
                (worked, AmendmentKind::WorkingDay),
                (off, AmendmentKind::DayOff),
            ]
        }
        About::Off => off(typed, wrong)
            .into_iter()
            .map(|day| (day, AmendmentKind::DayOff))
            .collect(),
    }
}

/// One day as it is, so that the server can say that it is a weekend; of several those from Monday to Friday.
fn off(typed: &Typed, wrong: &mut Vec<Wrong>) -> Vec<String> {
    let from = date("from", &typed.from, wrong);
    if typed.to.trim().is_empty() {
        return vec![from];
    }
    let to = date("to", &typed.to, wrong);
    if from.is_empty() || to.is_empty() {
        return Vec::new();
    }
    if to < from {
        wrong.push(("to", w::DATE_ORDER));
        return Vec::new();
    }
    if from == to {
        return vec![from];
    }
    let all = days::between(&from, &to);
    if all.len() > MOST {
        wrong.push(("to", w::TOO_MANY));
        return Vec::new();
    }
    all.into_iter()
        .filter(|day| !days::is_weekend(day))
        .collect()
}

/// A whole day; empty where it is none, which is then said of the field.
fn date(field: &'static str, text: &str, wrong: &mut Vec<Wrong>) -> String {
    let day = parse_date(text).filter(|day| day.len() == 10);
    if day.is_none() {
        let said = if text.trim().is_empty() {
            common::FIELD_REQUIRED
        } else {
            w::DATE_WRONG
        };
        wrong.push((field, said));
    }
    day.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(from: &str, to: &str, worked: &str) -> Typed {
        Typed {
            from: from.into(),
            to: to.into(),
            worked: worked.into(),
            name: " Quốc khánh ".into(),
            announcement: "9441/TB-BNV".into(),
            announced_on: "28/10/2025".into(),
        }
    }

    fn planned(about: About, typed: &Typed) -> Vec<(String, AmendmentKind)> {
        let days = plan(about, typed, 2026).unwrap();
        days.into_iter().map(|day| (day.date, day.kind)).collect()
    }

    #[test]
    fn days_off_leave_the_weekend_out() {
        // Thursday 13 to Tuesday 18 August 2026.
        let days = planned(About::Off, &typed("13/8/2026", "18/8/2026", ""));
        let days: Vec<_> = days.iter().map(|(day, _)| day.as_str()).collect();
        assert_eq!(
            days,
            ["2026-08-13", "2026-08-14", "2026-08-17", "2026-08-18"]
        );
        // One day is kept, also where it is a Sunday: the server says what is wrong with it.
        let one = planned(About::Off, &typed("16/8/2026", "", ""));
        assert_eq!(one, [("2026-08-16".to_owned(), AmendmentKind::DayOff)]);
    }

    #[test]
    fn a_swap_is_two_days_of_one_announcement_the_worked_one_first() {
        let swap = plan(About::Swap, &typed("31/8/2026", "", "22/8/2026"), 2026).unwrap();
        let days: Vec<_> = swap
            .iter()
            .map(|day| (day.date.as_str(), day.kind))
            .collect();
        assert_eq!(
            days,
            [
                ("2026-08-22", AmendmentKind::WorkingDay),
                ("2026-08-31", AmendmentKind::DayOff),
            ]
        );
        assert!(
            swap.iter()
                .all(|day| day.name == "Quốc khánh" && day.announced_on == "2025-10-28")
        );
    }

    #[test]
    fn a_complete_year_needs_no_day() {
        let days = planned(About::Complete, &typed("", "", ""));
        assert_eq!(
            days,
            [("2026-12-31".to_owned(), AmendmentKind::YearComplete)]
        );
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let nothing = Typed::default();
        let fields = |about, typed: &Typed| -> Vec<&str> {
            let wrong = plan(about, typed, 2026).unwrap_err();
            wrong.into_iter().map(|(field, _)| field).collect()
        };
        assert_eq!(
            fields(About::Swap, &nothing),
            ["from", "worked", "name", "announcement", "announced_on"]
        );
        assert_eq!(fields(About::Off, &typed("8/2026", "", "")), ["from"]);
        assert_eq!(
            fields(About::Off, &typed("2/2/2026", "1/2/2026", "")),
            ["to"]
        );
        assert_eq!(
            fields(About::Off, &typed("1/1/2026", "1/3/2026", "")),
            ["to"]
        );
        assert_eq!(
            fields(About::Swap, &typed("3/8/2026", "", "3/8/2026")),
            ["worked"]
        );
        // A Sunday is off as it is; and nobody announces a day that is over.
        assert_eq!(
            fields(About::Swap, &typed("2/8/2026", "", "8/8/2026")),
            ["from"]
        );
        assert_eq!(
            fields(About::Worked, &typed("25/10/2025", "", "")),
            ["announced_on"]
        );
    }
}
