//! Reading the calendar's two lists.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use thiserror::Error;

use super::law::LunarYear;
use super::{Calendar, is_weekend};

const HOLIDAYS: &str = include_str!("../../../catalogues/holidays.csv");
const LUNAR: &str = include_str!("../../../catalogues/lunar_new_year.csv");

/// A list of the calendar is unusable.
#[derive(Debug, Error)]
pub enum CalendarError {
    /// A row cannot be read.
    #[error("danh mục ngày nghỉ: {0}")]
    Row(#[from] csv::Error),
    /// A day off on a weekend, which nobody works anyway: most likely a slip in the date.
    #[error("danh mục ngày nghỉ: {0} là ngày nghỉ hằng tuần, không phải ngày làm việc")]
    OffOnWeekend(NaiveDate),
    /// Only a day of rest can be worked in exchange.
    #[error("danh mục ngày nghỉ: {0} không phải thứ Bảy")]
    NotSaturday(NaiveDate),
}

#[derive(Deserialize)]
struct HolidayRow {
    date: NaiveDate,
    kind: HolidayKind,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum HolidayKind {
    Off,
    WorkedSaturday,
}

#[derive(Deserialize)]
struct LunarRow {
    year: i32,
    tet: NaiveDate,
    hung_kings: NaiveDate,
}

impl Calendar {
    /// The calendar that comes with the program.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "both lists are part of the program and a test reads them"
    )]
    pub fn built_in() -> &'static Self {
        static CALENDAR: LazyLock<Calendar> = LazyLock::new(|| {
            Calendar::from_csv(HOLIDAYS, LUNAR)
                .expect("the built-in calendar lists are well formed")
        });
        &CALENDAR
    }

    /// A calendar from lists in the form of `backend/catalogues`. A year counts as announced as
    /// soon as the first list has a row of it.
    ///
    /// # Errors
    /// A row that cannot be read, or a date that cannot be what the row says.
    pub fn from_csv(holidays: &str, lunar: &str) -> Result<Self, CalendarError> {
        let mut calendar = Self {
            off: BTreeSet::new(),
            worked_saturdays: BTreeSet::new(),
            announced_years: BTreeSet::new(),
            lunar: BTreeMap::new(),
            amended: BTreeMap::new(),
            complete_years: BTreeSet::new(),
        };
        for row in csv::Reader::from_reader(holidays.as_bytes()).deserialize() {
            let HolidayRow { date, kind } = row?;
            match kind {
                HolidayKind::Off if is_weekend(date) => {
                    return Err(CalendarError::OffOnWeekend(date));
                }
                HolidayKind::Off => calendar.off.insert(date),
                HolidayKind::WorkedSaturday if date.weekday() != chrono::Weekday::Sat => {
                    return Err(CalendarError::NotSaturday(date));
                }
                HolidayKind::WorkedSaturday => calendar.worked_saturdays.insert(date),
            };
            calendar.announced_years.insert(date.year());
        }
        for row in csv::Reader::from_reader(lunar.as_bytes()).deserialize() {
            let LunarRow {
                year,
                tet,
                hung_kings,
            } = row?;
            calendar.lunar.insert(year, LunarYear { tet, hung_kings });
        }
        Ok(calendar)
    }
}
