//! What holds for every deadline.

use chrono::{DateTime, Days, NaiveDate};
use congvu_domain::calendar::{Amendment, Calendar, DayKind, Period, recompute};
use congvu_domain::deployment::{DayUnit, Within};
use proptest::prelude::*;

use crate::{date, working};

/// A day of 2021–2030: years announced and years that follow the law.
fn day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..3650).prop_map(|days| date("2021-01-01") + Days::new(days))
}

fn unit() -> impl Strategy<Value = DayUnit> {
    prop_oneof![Just(DayUnit::Working), Just(DayUnit::Calendar)]
}

fn amendments() -> impl Strategy<Value = Vec<Amendment>> {
    let one = (day(), any::<bool>()).prop_map(|(date, off)| Amendment {
        date,
        kind: if off {
            DayKind::DayOff
        } else {
            DayKind::WorkingDay
        },
        name: "Hoán đổi".to_owned(),
        announcement: "1/TB".to_owned(),
        announced_on: date,
        entered_at: DateTime::UNIX_EPOCH,
    });
    proptest::collection::vec(one, 0..12)
}

/// The built-in calendar with some days changed; what cannot be meant is left out.
fn calendar() -> impl Strategy<Value = Calendar> {
    amendments().prop_map(|amendments| {
        amendments
            .into_iter()
            .fold(Calendar::built_in().clone(), |calendar, amendment| {
                calendar.with(&[amendment]).unwrap_or(calendar)
            })
    })
}

proptest! {
    #[test]
    fn more_days_never_end_earlier(c in calendar(), from in day(), days in 1_u16..60, unit in unit()) {
        let due = |days| c.deadline(from, Within { days, unit }).date;
        prop_assert!(due(days) <= due(days + 1));
        if unit == DayUnit::Working {
            prop_assert!(due(days) < due(days + 1));
        }
    }

    #[test]
    fn a_later_start_never_ends_earlier(c in calendar(), from in day(), later in 0_u64..40, days in 1_u16..60, unit in unit()) {
        let due = |from| c.deadline(from, Within { days, unit }).date;
        prop_assert!(due(from) <= due(from + Days::new(later)));
    }

    #[test]
    fn working_days_add_up(c in calendar(), from in day(), first in 1_u16..30, second in 1_u16..30) {
        let halfway = c.deadline(from, working(first)).date;
        let in_two = c.deadline(halfway, working(second)).date;
        prop_assert_eq!(c.deadline(from, working(first + second)).date, in_two);
        prop_assert_eq!(c.working_days_between(from, in_two), i64::from(first + second));
    }

    #[test]
    fn a_deadline_never_ends_on_a_day_off_nor_on_its_own_day(c in calendar(), from in day(), days in 1_u16..60, unit in unit()) {
        let due = c.deadline(from, Within { days, unit }).date;
        prop_assert!(c.is_working(due), "{}", due);
        prop_assert!(due > from);
    }

    #[test]
    fn working_days_are_never_shorter_than_days_by_the_calendar(c in calendar(), from in day(), days in 1_u16..60) {
        let by_calendar = from + Days::new(u64::from(days));
        prop_assert!(c.deadline(from, working(days)).date >= by_calendar);
    }

    #[test]
    fn a_window_holds_the_days_it_is_said_to_hold(c in calendar(), on in day(), days in 1_u16..6, unit in unit()) {
        for period in [Period::HalfMonth, Period::Month, Period::Quarter] {
            let window = c.window(on, period, Within { days, unit });
            prop_assert!(window.opens <= window.closes);
            let last = period.last_day(on);
            prop_assert!(last >= on);
            if unit == DayUnit::Calendar {
                prop_assert!(c.is_working(window.closes) && window.closes >= last);
                prop_assert_eq!((last - window.opens).num_days() + 1, i64::from(days));
            } else {
                prop_assert!(window.closes <= last);
                let held = window.opens.iter_days().take_while(|day| *day <= window.closes);
                prop_assert_eq!(held.filter(|day| c.is_working(*day)).count(), usize::from(days));
            }
        }
    }

    #[test]
    fn nothing_is_shortened_unless_somebody_says_so(old in calendar(), new in calendar(), from in day(), days in 1_u16..40, unit in unit()) {
        let (old, new) = (old.deadline(from, Within { days, unit }), new.deadline(from, Within { days, unit }));
        let kept = recompute(old, new).due(false);
        prop_assert!(kept.date >= old.date && kept.date >= new.date);
        prop_assert_eq!(recompute(old, new).due(true).date, new.date);
        // Computed once more from what was kept, nothing changes any more.
        prop_assert_eq!(recompute(kept, new).due(false).date, kept.date);
    }

    #[test]
    fn a_day_off_more_never_ends_earlier(from in day(), days in 1_u16..40, off in day(), unit in unit()) {
        let calendar = Calendar::built_in();
        prop_assume!(calendar.is_working(off));
        let amendment = Amendment {
            date: off,
            kind: DayKind::DayOff,
            name: "Nghỉ".to_owned(),
            announcement: "1/TB".to_owned(),
            announced_on: off,
            entered_at: DateTime::UNIX_EPOCH,
        };
        let amended = calendar.with(&[amendment]).unwrap();
        let within = Within { days, unit };
        prop_assert!(calendar.deadline(from, within).date <= amended.deadline(from, within).date);
    }
}
