//! Windows at the end of a period, by hand.

use congvu_domain::calendar::{Calendar, Period};
use congvu_domain::deployment::DayUnit;

use crate::{date, within};

#[test]
fn d2_the_last_five_working_days_of_each_month_of_tien_giang() {
    for (on, opens, closes) in [
        // 31/1/2026 is a Saturday: 26, 27, 28, 29, 30/1.
        ("2026-01-10", "2026-01-26", "2026-01-30"),
        // 28/2/2026 is a Saturday, Tết 16–20/2: 23, 24, 25, 26, 27/2.
        ("2026-02-01", "2026-02-23", "2026-02-27"),
        // 27/4 (Giỗ Tổ made up) and 30/4 off: 29, 28, 24, 23, 22/4.
        ("2026-04-03", "2026-04-22", "2026-04-29"),
        // 31/8 off, Saturday 22/8 worked but before: 28, 27, 26, 25, 24/8.
        ("2026-08-20", "2026-08-24", "2026-08-28"),
        // Tết 2025 27–31/1: 24, 23, 22, 21, 20/1.
        ("2025-01-02", "2025-01-20", "2025-01-24"),
        // 31/12/2026 is a Thursday: 31, 30, 29, 28, 25/12.
        ("2026-12-01", "2026-12-25", "2026-12-31"),
    ] {
        let five = within(5, DayUnit::Working);
        let window = Calendar::built_in().window(date(on), Period::Month, five);
        assert_eq!(
            (window.opens, window.closes),
            (date(opens), date(closes)),
            "{on}"
        );
        assert!(!window.provisional, "{on}");
    }
}

#[test]
fn half_months_and_quarters() {
    let calendar = Calendar::built_in();
    for (on, period, days, opens, closes) in [
        (
            "2026-03-02",
            Period::HalfMonth,
            3,
            "2026-03-13",
            "2026-03-16",
        ), // 15/3 is a Sunday
        (
            "2026-03-15",
            Period::HalfMonth,
            3,
            "2026-03-13",
            "2026-03-16",
        ),
        (
            "2026-03-16",
            Period::HalfMonth,
            3,
            "2026-03-29",
            "2026-03-31",
        ),
        (
            "2026-02-20",
            Period::HalfMonth,
            1,
            "2026-02-28",
            "2026-03-02",
        ), // 28/2 is a Saturday
        (
            "2026-01-01",
            Period::Quarter,
            10,
            "2026-03-22",
            "2026-03-31",
        ),
        (
            "2026-05-15",
            Period::Quarter,
            10,
            "2026-06-21",
            "2026-06-30",
        ),
        (
            "2026-09-30",
            Period::Quarter,
            10,
            "2026-09-21",
            "2026-09-30",
        ),
        (
            "2025-11-11",
            Period::Quarter,
            10,
            "2025-12-22",
            "2025-12-31",
        ),
    ] {
        let window = calendar.window(date(on), period, within(days, DayUnit::Calendar));
        assert_eq!(
            (window.opens, window.closes),
            (date(opens), date(closes)),
            "{on}"
        );
    }
    // One working day is the last one of the period.
    let last = calendar.window(
        date("2026-01-05"),
        Period::Month,
        within(1, DayUnit::Working),
    );
    assert_eq!(
        (last.opens, last.closes),
        (date("2026-01-30"), date("2026-01-30"))
    );
}
