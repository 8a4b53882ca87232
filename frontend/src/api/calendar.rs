//! The working-day calendar, what is announced, and deadlines counted anew.

use congvu_openapi::calendar::{
    Amendment, AmendmentKind, AmendmentPreview, CalendarYear, ConfirmDueChange, DueChange,
    DueChangePage, NewAmendment, WithdrawAmendment,
};

use super::client::query;
use super::{ApiError, Call};

/// Entries of a page.
const PAGE: &str = "30";

const fn key(kind: AmendmentKind) -> &'static str {
    match kind {
        AmendmentKind::DayOff => "day_off",
        AmendmentKind::WorkingDay => "working_day",
        AmendmentKind::YearComplete => "year_complete",
    }
}

/// The calendar of a year; of this one where it is empty.
///
/// # Errors
/// 400 for a year that nobody plans for.
pub async fn year(year: &str) -> Result<CalendarYear, ApiError> {
    let call = Call::get(format!("/calendar{}", query(&[("year", year)])));
    Ok(call.send().await?.value)
}

/// What entering a day would do; nothing is changed.
///
/// # Errors
/// 403 for anybody but the operator.
pub async fn preview_entry(date: &str, kind: AmendmentKind) -> Result<AmendmentPreview, ApiError> {
    preview(&query(&[("date", date), ("kind", key(kind))])).await
}

/// What withdrawing an amendment would do; nothing is changed.
///
/// # Errors
/// As [`preview_entry`].
pub async fn preview_withdrawal(id: &str) -> Result<AmendmentPreview, ApiError> {
    preview(&query(&[("withdraw", id)])).await
}

async fn preview(query: &str) -> Result<AmendmentPreview, ApiError> {
    let call = Call::get(format!("/calendar/amendments/preview{query}"));
    Ok(call.send().await?.value)
}

/// Enters a day of an announcement.
///
/// # Errors
/// 422 with the fields to mend.
pub async fn enter(new: &NewAmendment) -> Result<Amendment, ApiError> {
    let call = Call::post("/calendar/amendments").json(new);
    Ok(call.send().await?.value)
}

/// Takes an amendment back.
///
/// # Errors
/// 409 where it was taken back already.
pub async fn withdraw(id: &str) -> Result<Amendment, ApiError> {
    let call = Call::post(format!("/calendar/amendments/{id}/withdrawal"));
    Ok(call.json(&WithdrawAmendment {}).send().await?.value)
}

/// Deadlines that were counted anew, newest first; with `waiting` those that wait for a confirmation.
///
/// # Errors
/// 403 for anybody but the operator.
pub async fn due_changes(waiting: bool, cursor: &str) -> Result<DueChangePage, ApiError> {
    let outcome = if waiting { "would_shorten" } else { "" };
    let pairs = [("outcome", outcome), ("cursor", cursor), ("limit", PAGE)];
    let call = Call::get(format!("/due-changes{}", query(&pairs)));
    Ok(call.send().await?.value)
}

/// Confirms that a deadline gets shorter.
///
/// # Errors
/// 409 where it no longer waits, or the shorter day is past.
pub async fn confirm(id: &str) -> Result<DueChange, ApiError> {
    let call = Call::post(format!("/due-changes/{id}/confirmation"));
    Ok(call.json(&ConfirmDueChange {}).send().await?.value)
}
