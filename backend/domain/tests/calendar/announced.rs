//! Working days, deadlines and windows, against tables worked out by hand from the announcements.

use chrono::Datelike;
use chrono::NaiveDate;
use congvu_domain::calendar::{Calendar, CalendarError, Due};
use congvu_domain::deployment::DayUnit;

use crate::{date, within};

#[test]
fn days_off_and_saturdays_worked_are_those_announced() {
    let calendar = Calendar::built_in();
    for (day, working) in [
        ("2026-01-01", false), // Tết Dương lịch, Thursday
        ("2026-01-02", false), // exchanged for 10/01
        ("2026-01-05", true),
        ("2026-01-10", true), // Saturday worked
        ("2026-01-17", false),
        ("2026-02-13", true),
        ("2026-02-16", false), // Tết 16–20/2
        ("2026-02-20", false),
        ("2026-02-23", true),
        ("2026-04-26", false), // Giỗ Tổ, a Sunday
        ("2026-04-27", false), // made up
        ("2026-04-30", false),
        ("2026-05-01", false),
        ("2026-05-04", true),
        ("2026-08-22", true), // Saturday worked for 31/8
        ("2026-08-31", false),
        ("2026-09-01", false),
        ("2026-09-02", false),
        ("2026-09-03", true),
        ("2026-11-24", false), // Ngày Văn hóa Việt Nam
        ("2025-11-24", true),
        ("2024-05-04", true), // Saturday worked for 29/4
        ("2024-04-29", false),
    ] {
        assert_eq!(calendar.is_working(date(day)), working, "{day}");
    }
}

#[test]
fn deadlines_in_working_days() {
    for (from, days, due) in [
        ("2026-02-10", 5, "2026-02-24"), // 11, 12, 13, then Tết, 23, 24
        ("2026-02-13", 1, "2026-02-23"),
        ("2026-02-18", 1, "2026-02-23"), // an event in Tết
        ("2025-12-31", 1, "2026-01-05"), // 1/1 off, 2/1 exchanged
        ("2026-01-05", 5, "2026-01-10"), // 6, 7, 8, 9, Saturday 10 worked
        ("2026-01-09", 1, "2026-01-10"),
        ("2026-04-24", 5, "2026-05-06"), // 28, 29, 4, 5, 6 (27, 30/4, 1/5 off)
        ("2026-04-29", 1, "2026-05-04"),
        ("2026-08-21", 1, "2026-08-22"), // Saturday worked
        ("2026-08-21", 7, "2026-09-03"), // 22, 24–28 are six; 31/8, 1, 2/9 off
        ("2026-08-28", 1, "2026-09-03"),
        ("2026-11-20", 5, "2026-11-30"), // 23, 25, 26, 27, 30 (24 off)
        ("2026-07-01", 15, "2026-07-22"),
        ("2024-04-26", 1, "2024-05-02"), // 29/4 exchanged, 30/4, 1/5
        ("2024-05-03", 1, "2024-05-04"),
    ] {
        let found = Calendar::built_in().deadline(date(from), within(days, DayUnit::Working));
        let expected = Due {
            date: date(due),
            provisional: false,
        };
        assert_eq!(found, expected, "{days} working days from {from}");
    }
}

#[test]
fn deadlines_in_calendar_days_move_off_days_off() {
    for (from, days, due) in [
        ("2026-03-02", 15, "2026-03-17"),
        ("2026-02-02", 15, "2026-02-23"), // ends on 17/2, mùng 1 Tết
        ("2026-01-27", 20, "2026-02-23"), // ends on 16/2
        ("2026-04-10", 20, "2026-05-04"), // ends on 30/4
        ("2026-03-20", 15, "2026-04-06"), // ends on Saturday 4/4
        ("2025-12-26", 15, "2026-01-10"), // ends on the Saturday worked
        ("2025-12-27", 15, "2026-01-12"), // ends on Sunday 11/1
        ("2026-08-17", 15, "2026-09-03"), // ends on 1/9
    ] {
        let found = Calendar::built_in().deadline(date(from), within(days, DayUnit::Calendar));
        assert_eq!(found.date, date(due), "{days} calendar days from {from}");
        assert!(!found.provisional);
    }
}

#[test]
fn c3_month_end_windows_of_tien_giang() {
    for (on, opens, closes) in [
        ("2026-01-15", "2026-01-27", "2026-02-02"), // 31/1 is a Saturday
        ("2026-01-31", "2026-01-27", "2026-02-02"),
        ("2026-02-01", "2026-02-24", "2026-03-02"), // 28/2 is a Saturday
        ("2026-03-10", "2026-03-27", "2026-03-31"),
        ("2026-04-30", "2026-04-26", "2026-05-04"), // 30/4 and 1/5 off, then a weekend
        ("2026-05-01", "2026-05-27", "2026-06-01"), // 31/5 is a Sunday
        ("2026-08-05", "2026-08-27", "2026-09-03"), // 31/8–2/9 off
        ("2025-01-02", "2025-01-27", "2025-02-03"), // 31/1/2025 in Tết
        ("2024-02-29", "2024-02-25", "2024-02-29"), // leap year
    ] {
        let window = Calendar::built_in().month_end_window(date(on), 5);
        assert_eq!(
            (window.opens, window.closes),
            (date(opens), date(closes)),
            "{on}"
        );
        assert!(!window.provisional, "{on}");
        assert!(window.is_open(date(opens)) && window.is_open(date(closes)));
        assert!(!window.is_open(date(opens).pred_opt().unwrap()));
        assert!(!window.is_open(date(closes).succ_opt().unwrap()));
    }
    let december = Calendar::built_in().month_end_window(date("2026-12-03"), 5);
    assert_eq!(december.closes, date("2026-12-31"));
    assert!(!december.provisional);
}

#[test]
fn years_without_announcement_follow_the_law_and_say_so() {
    let calendar = Calendar::built_in();
    for (day, working) in [
        ("2027-01-01", false),
        ("2027-02-04", true),
        ("2027-02-05", false), // last day of the old year
        ("2027-02-09", false), // mùng 4
        ("2027-02-10", false), // made up for Saturday 6/2 and Sunday 7/2
        ("2027-02-11", false),
        ("2027-02-12", true),
        ("2027-04-16", false), // Giỗ Tổ
        ("2027-04-30", false),
        ("2027-05-03", false), // made up for Saturday 1/5
        ("2027-09-01", false), // beside 2/9
        ("2027-09-02", false),
        ("2027-09-03", true),
        ("2028-09-04", false), // made up for Saturday 2/9/2028
        ("2029-09-03", false), // beside 2/9/2029: 1/9 is a Saturday
        ("2029-09-04", false), // made up for Sunday 2/9
        ("2029-09-05", true),
        ("2027-11-24", false),
        ("2029-11-26", true), // Saturday 24/11/2029 is not made up
    ] {
        assert_eq!(calendar.is_working(date(day)), working, "{day}");
    }
    for (from, provisional) in [
        ("2026-12-20", false),
        ("2026-12-24", false), // ends on 31/12/2026
        ("2026-12-25", true),  // ends on 4/1/2027
        ("2027-03-01", true),
        ("2020-12-31", false), // every day counted lies in 2021
        ("2020-12-30", true),
    ] {
        let due = calendar.deadline(date(from), within(5, DayUnit::Working));
        assert_eq!(due.provisional, provisional, "{from} → {}", due.date);
    }
}

#[test]
fn the_law_agrees_with_the_announcements_where_they_only_apply_it() {
    let by_law = Calendar::from_csv(
        "date,kind\n",
        include_str!("../../../catalogues/lunar_new_year.csv"),
    )
    .unwrap();
    for year in 2021..=2026 {
        // 1/1, Giỗ Tổ, 30/4, 1/5 with what is made up for them; not the exchanges of 2024–2026.
        for day in date(&format!("{year}-04-01"))
            .iter_days()
            .take_while(|day| day.month() < 6)
        {
            let exchanged = ["2024-04-29", "2024-05-04", "2025-04-26", "2025-05-02"];
            if !exchanged.contains(&day.to_string().as_str()) {
                assert_eq!(
                    by_law.is_working(day),
                    Calendar::built_in().is_working(day),
                    "{day}"
                );
            }
        }
    }
    for year in [2022, 2023, 2024, 2025] {
        for day in date(&format!("{year}-08-25")).iter_days().take(20) {
            assert_eq!(
                by_law.is_working(day),
                Calendar::built_in().is_working(day),
                "{day}"
            );
        }
    }
}

#[test]
fn working_days_left() {
    let calendar = Calendar::built_in();
    for (today, due, left) in [
        ("2026-02-10", "2026-02-24", 5),
        ("2026-02-24", "2026-02-24", 0),
        ("2026-02-25", "2026-02-24", -1),
        ("2026-02-14", "2026-02-23", 1),
        ("2026-02-14", "2026-02-13", 0), // overdue, but no working day since
        ("2026-02-24", "2026-02-10", -5),
    ] {
        let due = Due {
            date: date(due),
            provisional: false,
        };
        let today = date(today);
        assert_eq!(
            calendar.working_days_left(today, &due),
            left,
            "{today} {}",
            due.date
        );
        assert_eq!(calendar.working_days_between(today, due.date), left);
        assert_eq!(due.is_overdue(today), today > due.date);
    }
}

#[test]
fn working_day_deadlines_add_up_and_never_end_on_a_day_off() {
    let calendar = Calendar::built_in();
    for from in date("2025-12-01").iter_days().take(500) {
        let mut last = from;
        for days in 1..=20 {
            let due = calendar.deadline(from, within(days, DayUnit::Working)).date;
            assert!(calendar.is_working(due), "{from} + {days}");
            assert!(due > last, "{from} + {days}");
            assert_eq!(
                due,
                calendar.deadline(last, within(1, DayUnit::Working)).date
            );
            assert_eq!(calendar.working_days_between(from, due), i64::from(days));
            assert_eq!(calendar.working_days_between(due, from), -i64::from(days));
            last = due;
            let by_calendar = calendar
                .deadline(from, within(days, DayUnit::Calendar))
                .date;
            assert!(
                calendar.is_working(by_calendar),
                "{from} + {days} calendar days"
            );
            assert!(
                by_calendar <= due,
                "working days never end earlier: {from} + {days}"
            );
        }
        let next = from.succ_opt().unwrap();
        for unit in [DayUnit::Working, DayUnit::Calendar] {
            let today = calendar.deadline(from, within(7, unit));
            assert!(
                today <= calendar.deadline(next, within(7, unit)),
                "monotone at {from}"
            );
        }
    }
}

#[test]
fn dates_at_the_ends_of_the_calendar_do_not_panic() {
    let calendar = Calendar::built_in();
    for day in [NaiveDate::MIN, NaiveDate::MAX] {
        for unit in [DayUnit::Working, DayUnit::Calendar] {
            assert!(calendar.deadline(day, within(5, unit)).date >= day);
        }
        assert!(calendar.month_end_window(day, 5).closes >= day);
    }
}

#[test]
fn a_slip_in_the_list_of_days_off_is_refused() {
    let lunar = "year,tet,hung_kings\n";
    let read = |row: &str| Calendar::from_csv(&format!("date,kind\n{row}\n"), lunar);
    assert!(matches!(
        read("2026-02-15,off"),
        Err(CalendarError::OffOnWeekend(_))
    ));
    assert!(matches!(
        read("2026-08-21,worked_saturday"),
        Err(CalendarError::NotSaturday(_))
    ));
    assert!(matches!(read("2026-02-30,off"), Err(CalendarError::Row(_))));
    assert!(matches!(
        read("2026-02-16,holiday"),
        Err(CalendarError::Row(_))
    ));
    assert!(read("2027-02-08,off").unwrap().is_announced(2027));
}
