//! Times: how many days, from what.

use super::super::model::{DayUnit, Event, Within};
use super::Checker;

/// Longer than any deadline of a regulation; more is a slip.
const MOST_DAYS: u16 = 366;
/// The last days of every month must fit into February.
const MOST_WINDOW_DAYS: u16 = 28;

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
        if from == Event::MonthEndWindow
            && (within.unit != DayUnit::Calendar || within.days > MOST_WINDOW_DAYS)
        {
            self.fail(
                &format!("{path}.within"),
                format!("kỳ cuối tháng tính theo ngày lịch, nhiều nhất {MOST_WINDOW_DAYS} ngày"),
                format!("a month-end window has calendar days, at most {MOST_WINDOW_DAYS}"),
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
