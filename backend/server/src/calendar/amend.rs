//! What the operator announces, and takes back.

use chrono::NaiveDate;
use congvu_db::{AnyConnection, CalendarAmendment, calendar};
use congvu_domain::calendar::AmendmentError;
use congvu_domain::names::nfc;
use congvu_openapi::calendar as wire;

use super::in_force::{as_rule, calendar as amended};
use super::operator::operator;
use super::view;
use crate::audit::{self, Event, Ground};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Code, said};
use crate::services::Services;

/// Enters a day of an announcement.
///
/// # Errors
/// 403 for anybody but the operator, 422 where it cannot be meant.
pub(super) fn enter(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &wire::NewAmendment,
) -> Result<wire::Amendment, ApiError> {
    operator(connection, caller)?;
    let row = CalendarAmendment {
        id: services.new_id(),
        day: date("/date", &new.date)?,
        kind: word(&new.kind),
        name: nfc(new.name.trim()),
        announcement: nfc(new.announcement.trim()),
        announced_on: date("/announced_on", &new.announced_on)?,
        entered_by: caller.account_id.clone(),
        entered_at: services.now().into(),
        withdrawn_by: String::new(),
        withdrawn_at: None,
    };
    check(connection, &row)?;
    calendar::insert_amendment(connection, &row)?;
    record(services, connection, caller, "calendar_amended", &row.id)?;
    view::one(connection, row)
}

/// Takes an amendment back; it stays to be seen.
///
/// # Errors
/// 403 for anybody but the operator, 404 where there is none, 409 where it was taken back.
pub(super) fn withdraw(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::Amendment, ApiError> {
    operator(connection, caller)?;
    calendar::amendment(connection, id)?;
    let at = services.now().into();
    if !calendar::withdraw_amendment(connection, id, &caller.account_id, at)? {
        return Err(ApiError::new(
            Code::AlreadyDone,
            said(
                "Nội dung này đã được rút lại.",
                "This was withdrawn already.",
            ),
        ));
    }
    record(services, connection, caller, "calendar_withdrawn", id)?;
    let row = calendar::amendment(connection, id)?;
    view::one(connection, row)
}

fn record(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    action: &str,
    id: &str,
) -> Result<(), ApiError> {
    let event = Event {
        action,
        person_id: None,
        subject: id,
        ground: Ground::Regulation,
    };
    audit::record(services, connection, caller, event)
}

/// A day as it was written.
///
/// # Errors
/// 422 where it is no day.
pub(super) fn date(pointer: &str, text: &str) -> Result<NaiveDate, ApiError> {
    text.parse().map_err(|_ignored| {
        ApiError::invalid_at(
            pointer,
            "not_a_date",
            said(
                "Cần một ngày dạng YYYY-MM-DD.",
                "A day as YYYY-MM-DD is needed.",
            ),
        )
    })
}

/// The amendment can be meant, beside those that hold.
///
/// # Errors
/// 422 where it cannot.
pub(super) fn check(
    connection: &mut AnyConnection,
    row: &CalendarAmendment,
) -> Result<(), ApiError> {
    let Some(rule) = as_rule(row) else {
        return if row.announcement.is_empty() {
            Err(refused(&AmendmentError::NoAnnouncement(row.day)))
        } else {
            Ok(())
        };
    };
    let before = amended(&calendar::amendments(connection)?);
    match before.with(&[rule]) {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(&error)),
    }
}

fn refused(error: &AmendmentError) -> ApiError {
    let (pointer, code) = match error {
        AmendmentError::NoAnnouncement(_) => ("/announcement", "announcement_missing"),
        AmendmentError::NoName(_) => ("/name", "name_missing"),
        AmendmentError::WeekendOff(_) => ("/date", "weekend_off"),
        AmendmentError::AnnouncedAfter { .. } => ("/announced_on", "announced_after"),
    };
    ApiError::invalid_at(pointer, code, said(error.message_vi(), error.to_string()))
}
