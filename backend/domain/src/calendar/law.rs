//! Days off of a year that has no announcement yet, as far as the law itself gives them: Điều 112
//! and khoản 3 Điều 111 Bộ luật Lao động 2019, and Nghị quyết 28/2026/QH16 for 24/11.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::is_weekend;

/// The two lunar holidays of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LunarYear {
    /// First day of the lunar year (mùng 1 Tết).
    pub(super) tet: NaiveDate,
    /// Giỗ Tổ Hùng Vương, the 10th day of the third lunar month.
    pub(super) hung_kings: NaiveDate,
}

/// First year of Ngày Văn hóa Việt Nam (24/11).
const CULTURE_DAY_SINCE: i32 = 2026;

/// The days of the year that are off beside weekends. The Prime Minister chooses the days around Tết
/// and the second day of Quốc khánh each year, so that these are the usual choice and no more.
pub(super) fn days_off(year: i32, lunar: Option<&LunarYear>) -> BTreeSet<NaiveDate> {
    let statutory = statutory(year, lunar);
    let mut off: BTreeSet<_> = statutory.iter().copied().collect();
    // Khoản 3 Điều 111: a holiday on a weekly day of rest is made up on the next working day.
    for holiday in statutory.into_iter().filter(|day| is_weekend(*day)) {
        if let Some(day) = holiday
            .iter_days()
            .find(|day| !is_weekend(*day) && !off.contains(day))
        {
            off.insert(day);
        }
    }
    // Not one of Điều 112's holidays: nothing is made up when it meets a weekend.
    if year >= CULTURE_DAY_SINCE {
        off.extend(NaiveDate::from_ymd_opt(year, 11, 24));
    }
    off
}

/// The holidays of Điều 112, in order.
fn statutory(year: i32, lunar: Option<&LunarYear>) -> BTreeSet<NaiveDate> {
    let mut days: BTreeSet<NaiveDate> = [(1, 1), (4, 30), (5, 1), (9, 2)]
        .into_iter()
        .filter_map(|(month, day)| NaiveDate::from_ymd_opt(year, month, day))
        .collect();
    // The day beside 2/9: the day before, or the day after where the day before is a day of rest.
    let before = NaiveDate::from_ymd_opt(year, 9, 1);
    if before.is_some_and(is_weekend) {
        days.extend(NaiveDate::from_ymd_opt(year, 9, 3));
    } else {
        days.extend(before);
    }
    if let Some(LunarYear { tet, hung_kings }) = lunar {
        // Five days: the last of the old year and four of the new one.
        days.extend((*tet - Days::new(1)).iter_days().take(5));
        days.insert(*hung_kings);
    }
    days
}
