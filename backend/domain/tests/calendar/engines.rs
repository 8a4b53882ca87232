//! The known failures of other engines' business calendars.

use congvu_domain::calendar::Calendar;
use congvu_domain::deployment::DayUnit;

use crate::{date, within, working};

fn due(from: &str, days: u16) -> String {
    Calendar::built_in()
        .deadline(date(from), working(days))
        .date
        .to_string()
}

/// A day computed as 24 business hours became three days (Jmix #790).
#[test]
fn one_working_day_is_one_day_not_24_business_hours() {
    assert_eq!(due("2026-03-02", 1), "2026-03-03"); // Monday → Tuesday
    assert_eq!(due("2026-03-02", 2), "2026-03-04");
}

/// Holidays were accepted and left out of the count (jBPM PR #233, pm4py #558).
#[test]
fn holidays_do_count_as_days_off() {
    assert_eq!(due("2026-02-13", 1), "2026-02-23"); // Tết 16–20/2 and two weekends
    assert_eq!(due("2026-04-29", 1), "2026-05-04"); // 30/4, 1/5, a weekend
    assert_eq!(due("2026-11-23", 1), "2026-11-25"); // 24/11
}

/// What began before opening hours fell a day short (jBPM PR #1830). Here an event has a day and no
/// hour, and one on a day off counts like one at the end of the last working day before it.
#[test]
fn what_begins_on_a_day_off_begins_to_count_on_the_next_working_day() {
    for from in ["2026-03-06", "2026-03-07", "2026-03-08"] {
        assert_eq!(due(from, 1), "2026-03-09"); // Friday, Saturday, Sunday → Monday
    }
    assert_eq!(due("2026-02-17", 1), due("2026-02-13", 1)); // mùng 1 Tết
}

/// Make-up Saturdays are unknown to calendars that know weekends only.
#[test]
fn saturdays_worked_in_exchange_count() {
    assert_eq!(due("2026-08-21", 1), "2026-08-22");
    assert_eq!(due("2026-01-09", 2), "2026-01-12"); // Saturday 10/1, Monday 12/1
    assert_eq!(due("2024-05-03", 1), "2024-05-04");
}

/// A calendar given in days must not drift by time zone or daylight saving: there are none in it.
#[test]
fn a_deadline_is_a_date() {
    let due = Calendar::built_in().deadline(date("2026-03-28"), within(2, DayUnit::Calendar));
    assert_eq!(due.date, date("2026-03-30"));
}

/// One calendar for all tasks was not enough (Camunda PR #1155): each installation has its own.
#[test]
fn two_calendars_stand_side_by_side() {
    let own = Calendar::from_csv("date,kind\n2026-03-03,off\n", "year,tet,hung_kings\n").unwrap();
    assert_eq!(
        own.deadline(date("2026-03-02"), working(1)).date,
        date("2026-03-04")
    );
    assert_eq!(due("2026-03-02", 1), "2026-03-03");
}
