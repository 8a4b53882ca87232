//! The calendar as it is shown.

use std::collections::HashMap;

use chrono::{Datelike as _, NaiveDate, Weekday};
use congvu_db::{AnyConnection, CalendarAmendment, Timestamp, calendar};
use congvu_openapi::calendar as wire;

use super::names::day_name;
use super::operator::is_operator;
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, Code, said};
use crate::services::Services;

/// Years that are shown.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The calendar of a year; of this one where none is named.
///
/// # Errors
/// 400 for a year that nobody plans for.
pub(super) fn year(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    year: Option<i32>,
) -> Result<wire::CalendarYear, ApiError> {
    let year = year.unwrap_or_else(|| services.today().year());
    if !YEARS.contains(&year) {
        return Err(ApiError::new(
            Code::BadRequest,
            said(
                "“year” phải từ 2000 đến 2100.",
                "“year” must be 2000 to 2100.",
            ),
        ));
    }
    let (in_force, amendments) = services.calendar.snapshot();
    let days = |weekend: bool| {
        NaiveDate::from_ymd_opt(year, 1, 1)
            .into_iter()
            .flat_map(|first| first.iter_days())
            .take_while(|day| day.year() == year)
            .filter(|day| is_weekend(*day) == weekend && in_force.is_working(*day) == weekend)
            .map(|day| calendar_day(&amendments, day))
            .collect()
    };
    let of_year = amendments.iter().filter(|row| row.day.year() == year);
    Ok(wire::CalendarYear {
        year,
        announced: in_force.is_announced(year),
        days_off: days(false),
        worked: days(true),
        amendments: all(connection, of_year.cloned().collect())?,
        may_amend: is_operator(connection, caller)?,
    })
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

fn calendar_day(amendments: &[CalendarAmendment], day: NaiveDate) -> wire::CalendarDay {
    let name = day_name(amendments, day);
    wire::CalendarDay {
        date: day.to_string(),
        name: name.occasion.vi,
        name_en: name.occasion.en,
        announcement: name.announcement,
    }
}

/// An amendment as it travels.
///
/// # Errors
/// The database cannot be read.
pub(super) fn one(
    connection: &mut AnyConnection,
    row: CalendarAmendment,
) -> Result<wire::Amendment, ApiError> {
    all(connection, vec![row])?
        .pop()
        .ok_or_else(ApiError::not_found)
}

fn all(
    connection: &mut AnyConnection,
    rows: Vec<CalendarAmendment>,
) -> Result<Vec<wire::Amendment>, ApiError> {
    let mut ids: Vec<&str> = rows
        .iter()
        .flat_map(|row| [row.entered_by.as_str(), row.withdrawn_by.as_str()])
        .filter(|id| !id.is_empty())
        .collect();
    ids.sort_unstable();
    ids.dedup();
    let names: HashMap<String, String> = calendar::account_names(connection, &ids)?
        .into_iter()
        .collect();
    let name = |id: &str| names.get(id).cloned().unwrap_or_default();
    rows.into_iter()
        .map(|row| {
            Ok(wire::Amendment {
                date: row.day.to_string(),
                kind: variant(&row.kind)?,
                name: row.name,
                announcement: row.announcement,
                announced_on: row.announced_on.to_string(),
                entered_by: name(&row.entered_by),
                entered_at: row.entered_at.rfc3339(),
                withdrawn_by: name(&row.withdrawn_by),
                withdrawn_at: row.withdrawn_at.map(Timestamp::rfc3339),
                id: row.id,
            })
        })
        .collect()
}
