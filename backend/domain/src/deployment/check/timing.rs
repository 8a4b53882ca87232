//! Times: how many days, from what.

use super::super::model::{DayUnit, Event, Within};
use super::Checker;
use crate::calendar::Period;

/// Longer than any deadline of a regulation; more is a slip.
const MOST_DAYS: u16 = 366;
/// The last days of every period must fit into the shortest of its kind: the second half of a
/// February, a February, the first quarter.
const fn most_days(from: Event) -> u16 {
    match from.window() {
        Some(Period::HalfMonth) => 13,
        Some(Period::Month) => 28,
        Some(Period::Quarter) => 90,
        None => MOST_DAYS,
    }
}

/// An event, or a window instead.
pub(super) const fn with_windows(event: Event) -> [Event; 4] {
    [
        event,
        Event::MonthEndWindow,
        Event::HalfMonthWindow,
        Event::QuarterEndWindow,
    ]
}

impl Checker<'_, '_, '_> {
    /// A duty's time: a number of days and an event that it may count from, or neither.
    pub(super) fn duty_time(
        &mut self,
        path: &str,
        within: Option<Within>,
        from: Option<Event>,
        allowed: &[Event],
    ) {
        match (within, from) {
            (Some(within), Some(from)) => self.time(path, within, from, allowed),
            (None, None) => {}
            (Some(_), None) => self.fail(
                &format!("{path}.from"),
                "thiếu `from`: thời hạn tính từ sự kiện nào",
                "`from` is missing: which event the time counts from",
            ),
            (None, Some(_)) => self.fail(
                &format!("{path}.within"),
                "thiếu `within`: thời hạn bao nhiêu ngày",
                "`within` is missing: how many days",
            ),
        }
    }

    pub(super) fn time(&mut self, path: &str, within: Within, from: Event, allowed: &[Event]) {
        self.event(path, from, allowed);
        if !(1..=MOST_DAYS).contains(&within.days) {
            self.fail(
                &format!("{path}.within.days"),
                format!(
                    "{} ngày không hợp lệ; cần từ 1 đến {MOST_DAYS}",
                    within.days
                ),
                format!(
                    "{} days are not valid, expected 1 to {MOST_DAYS}",
                    within.days
                ),
            );
        }
        if from.window().is_some() {
            if within.unit == DayUnit::Working {
                self.fail(
                    &format!("{path}.within"),
                    "kỳ cuối tháng tính theo ngày lịch",
                    "a window of a chain has calendar days",
                );
            }
            self.window_days(path, within, from);
        }
    }

    /// A window's days fit into its period.
    pub(super) fn window_days(&mut self, path: &str, within: Within, from: Event) {
        let most = most_days(from);
        if !(1..=most).contains(&within.days) {
            self.fail(
                &format!("{path}.within"),
                format!("kỳ này gồm từ 1 đến {most} ngày"),
                format!("this window has 1 to {most} days"),
            );
        }
    }

    pub(super) fn event(&mut self, path: &str, from: Event, allowed: &[Event]) {
        if !allowed.contains(&from) {
            let keys: Vec<_> = allowed.iter().map(|event| event.key()).collect();
            let keys = keys.join(", ");
            self.fail(
                &format!("{path}.from"),
                format!(
                    "không tính từ `{}` ở đây được; cần một trong: {keys}",
                    from.key()
                ),
                format!(
                    "`{}` cannot be counted from here, expected one of: {keys}",
                    from.key()
                ),
            );
        }
    }
}
