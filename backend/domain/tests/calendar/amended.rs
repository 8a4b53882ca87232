//! Days that an operator enters, and what becomes of open deadlines.

use chrono::{DateTime, Utc};
use congvu_domain::calendar::{
    Amendment, AmendmentError, Calendar, DayKind, Due, Recomputed, recompute,
};
use congvu_domain::deployment::DayUnit;

use crate::{date, within, working};

fn amendment(day: &str, kind: DayKind, entered: &str) -> Amendment {
    Amendment {
        date: date(day),
        kind,
        name: "Hoán đổi".to_owned(),
        announcement: "100/TB-BNV".to_owned(),
        announced_on: date("2026-01-05"),
        entered_at: entered.parse::<DateTime<Utc>>().unwrap(),
    }
}

fn off(day: &str) -> Amendment {
    amendment(day, DayKind::DayOff, "2026-01-06T02:00:00Z")
}

fn worked(day: &str) -> Amendment {
    amendment(day, DayKind::WorkingDay, "2026-01-06T02:00:00Z")
}

#[test]
fn a_swap_around_24_november_2026() {
    // The swap that was proposed: Monday 23/11 off, Saturday 28/11 worked.
    let calendar = Calendar::built_in();
    let swapped = calendar
        .with(&[off("2026-11-23"), worked("2026-11-28")])
        .unwrap();
    for (day, before, after) in [
        ("2026-11-23", true, false),
        ("2026-11-24", false, false),
        ("2026-11-28", false, true),
        ("2026-11-27", true, true),
    ] {
        assert_eq!(calendar.is_working(date(day)), before, "{day}");
        assert_eq!(swapped.is_working(date(day)), after, "{day} swapped");
    }
    // 5 working days from Friday 20/11: 23, 25, 26, 27, 30 → now 25, 26, 27, Saturday 28, 30: the
    // same day. One day: Monday 23 → Wednesday 25, extended. 4 days: 27 → 28, extended.
    // From Wednesday 25/11, 3 days: 26, 27, 30 → 26, 27, Saturday 28: would be shortened.
    for (from, days, before, after) in [
        ("2026-11-20", 5, "2026-11-30", "2026-11-30"),
        ("2026-11-20", 1, "2026-11-23", "2026-11-25"),
        ("2026-11-20", 4, "2026-11-27", "2026-11-28"),
        ("2026-11-25", 3, "2026-11-30", "2026-11-28"),
    ] {
        let old = calendar.deadline(date(from), working(days));
        let new = swapped.deadline(date(from), working(days));
        assert_eq!(
            (old.date, new.date),
            (date(before), date(after)),
            "{from} + {days}"
        );
        let (silent, confirmed) = (
            recompute(old, new).due(false),
            recompute(old, new).due(true),
        );
        assert_eq!(
            silent.date,
            date(before).max(date(after)),
            "{from} + {days}"
        );
        assert_eq!(confirmed.date, date(after), "{from} + {days}");
        assert_eq!(recompute(old, new).is_change(), before != after);
    }
}

#[test]
fn what_becomes_of_an_open_deadline() {
    let due = |day: &str, provisional| Due {
        date: date(day),
        provisional,
    };
    let (fifth, sixth) = (due("2027-02-05", true), due("2027-02-06", false));
    assert_eq!(
        recompute(fifth, sixth),
        Recomputed::Extended {
            from: fifth,
            to: sixth
        }
    );
    assert_eq!(
        recompute(sixth, fifth),
        Recomputed::WouldShorten {
            keep: sixth,
            computed: fifth
        }
    );
    // The same day that has become final is kept, as a final one.
    let last = due("2027-02-05", false);
    assert_eq!(recompute(fifth, last), Recomputed::Kept(last));
    assert_eq!(recompute(fifth, last).due(false), last);
}

#[test]
fn entering_a_part_of_a_year_leaves_the_law_for_the_rest() {
    let calendar = Calendar::built_in();
    // Tết 2027 announced a day earlier than the usual choice: 4/2 off.
    let tet = calendar.with(&[off("2027-02-04")]).unwrap();
    for (day, working) in [
        ("2027-02-04", false),
        ("2027-02-05", false),
        ("2027-01-01", false),
        ("2027-04-30", false),
        ("2027-09-02", false),
        ("2027-03-01", true),
    ] {
        assert_eq!(tet.is_working(date(day)), working, "{day}");
    }
    assert!(!tet.is_announced(2027));
    assert!(tet.deadline(date("2027-01-29"), working(3)).provisional);
    let complete = tet.announced(2027);
    assert!(complete.is_announced(2027));
    // 1, 2, 3/2, then 4–10/2 off (weekend and made-up days among them), 11/2 too: 12/2.
    let due = complete.deadline(date("2027-01-29"), working(4));
    assert_eq!((due.date, due.provisional), (date("2027-02-12"), false));
}

#[test]
fn a_day_off_taken_back_and_the_later_entry_holds() {
    let calendar = Calendar::built_in();
    let first = amendment("2026-06-15", DayKind::DayOff, "2026-01-06T02:00:00Z");
    let second = amendment("2026-06-15", DayKind::WorkingDay, "2026-01-07T02:00:00Z");
    for order in [[&first, &second], [&second, &first]] {
        let order: Vec<_> = order.into_iter().cloned().collect();
        assert!(
            calendar
                .with(&order)
                .unwrap()
                .is_working(date("2026-06-15"))
        );
    }
    assert!(
        !calendar
            .with(&[first])
            .unwrap()
            .is_working(date("2026-06-15"))
    );
    // Nobody works on Saturday 22/8 after all, and Monday 31/8 stays a working day.
    let back = calendar
        .with(&[off("2026-08-22"), worked("2026-08-31")])
        .unwrap();
    assert!(!back.is_working(date("2026-08-22")) && back.is_working(date("2026-08-31")));
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let calendar = Calendar::built_in();
    let refused = |amendment: Amendment| calendar.with(&[amendment]).unwrap_err();
    let day = date("2026-06-15");
    assert_eq!(
        refused(Amendment {
            announcement: " ".into(),
            ..off("2026-06-15")
        }),
        AmendmentError::NoAnnouncement(day)
    );
    assert_eq!(
        refused(Amendment {
            name: String::new(),
            ..off("2026-06-15")
        }),
        AmendmentError::NoName(day)
    );
    assert_eq!(
        refused(off("2026-06-14")),
        AmendmentError::WeekendOff(date("2026-06-14"))
    );
    assert!(matches!(
        refused(Amendment {
            announced_on: date("2026-06-16"),
            ..off("2026-06-15")
        }),
        AmendmentError::AnnouncedAfter { .. }
    ));
    let sentence = refused(off("2026-06-14")).message_vi();
    assert_eq!(
        sentence,
        "2026-06-14 vốn là ngày nghỉ hằng tuần; có thể nhầm ngày."
    );
}

#[test]
fn calendar_days_move_with_what_is_entered() {
    // 15 calendar days from 1/6/2026 end on Tuesday 16/6; declared off, they run on to 17/6.
    let calendar = Calendar::built_in();
    let fifteen = within(15, DayUnit::Calendar);
    assert_eq!(
        calendar.deadline(date("2026-06-01"), fifteen).date,
        date("2026-06-16")
    );
    let amended = calendar.with(&[off("2026-06-16")]).unwrap();
    assert_eq!(
        amended.deadline(date("2026-06-01"), fifteen).date,
        date("2026-06-17")
    );
}
