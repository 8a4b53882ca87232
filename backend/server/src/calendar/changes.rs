//! The log of deadlines that were counted anew, and the confirmation of those that get shorter.

use chrono::NaiveDate;
use congvu_db::{AnyConnection, DueChange, Task, calendar, tasks};
use congvu_openapi::calendar as wire;
use congvu_openapi::calendar::DueOutcome;

use super::due::count;
use super::operator::{is_operator, operator};
use super::recount::put;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, Code, Said, said};
use crate::http::Page;
use crate::services::Services;
use crate::tasks::concerns;

/// A change to be written into the log.
pub(super) struct NewChange<'a> {
    pub(super) task: &'a Task,
    pub(super) old_due: NaiveDate,
    pub(super) new_due: NaiveDate,
    pub(super) outcome: DueOutcome,
    pub(super) reason: &'a Said,
    pub(super) by_name: &'a str,
}

pub(super) fn note(
    services: &Services,
    connection: &mut AnyConnection,
    change: NewChange<'_>,
) -> Result<DueChange, ApiError> {
    let row = DueChange {
        id: services.new_id(),
        task_id: change.task.id.clone(),
        old_due: change.old_due,
        new_due: change.new_due,
        outcome: word(&change.outcome),
        // Both languages in one column, a line each.
        reason: format!("{}\n{}", change.reason.vi, change.reason.en),
        by_name: change.by_name.to_owned(),
        at: services.now().into(),
    };
    calendar::note_change(connection, &row)?;
    Ok(row)
}

/// Says what became of a change that waited for a confirmation; false where somebody did so before.
pub(super) fn settle(
    connection: &mut AnyConnection,
    change: &DueChange,
    outcome: DueOutcome,
) -> Result<bool, ApiError> {
    let waiting = word(&DueOutcome::WouldShorten);
    Ok(calendar::settle_change(
        connection,
        &change.id,
        &waiting,
        &word(&outcome),
    )?)
}

/// Changes of a task's deadline, oldest first, for whoever may see the task.
///
/// # Errors
/// 404 out of scope.
pub fn of_task(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    task_id: &str,
) -> Result<Vec<wire::DueChange>, ApiError> {
    let (task, _, unit) = tasks::find(connection, task_id)?;
    let may = is_operator(connection, caller)?;
    concerns(connection, caller, &task, &unit)?;
    calendar::changes_of(connection, &[task_id])?
        .into_iter()
        .map(|change| shown(services, change, &task, unit.name.clone(), may))
        .collect()
}

/// Changes of every task, newest first, for the operator.
///
/// # Errors
/// 403 for anybody else.
pub(super) fn page(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    outcome: Option<DueOutcome>,
    page: &Page,
) -> Result<wire::DueChangePage, ApiError> {
    operator(connection, caller)?;
    let outcome = outcome.map(|outcome| word(&outcome));
    let before = page.after.as_ref().map(|(id, _)| id.as_str());
    let mut rows = calendar::changes(connection, outcome.as_deref(), before, page.rows())?;
    let next = page.cut(&mut rows, |(change, ..)| (change.id.clone(), String::new()));
    let items = rows
        .into_iter()
        .map(|(change, task, unit)| shown(services, change, &task, unit, true))
        .collect::<Result<_, _>>()?;
    Ok(wire::DueChangePage { items, next })
}

/// Shortens a deadline as it would be counted; what is shown is the change that this makes.
///
/// # Errors
/// 403 for anybody but the operator, 404 where there is no such change, 409 where it no longer waits, the task was done or moved, or the
/// shorter day is past.
pub(super) fn confirm(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::DueChange, ApiError> {
    operator(connection, caller)?;
    let (change, task, unit) = calendar::change(connection, id)?;
    let counted = count(&services.deployment, &services.calendar.get(), &task)
        .filter(|counted| !task.closed && counted.due.date == change.new_due)
        .ok_or_else(over)?;
    if change.new_due < services.today() {
        return Err(ApiError::conflict(said(
            "Ngày hạn mới đã qua; hạn cũ được giữ nguyên.",
            "The shorter deadline is past; the old one stays.",
        )));
    }
    if !settle(connection, &change, DueOutcome::Confirmed)?
        || !put(connection, &task, change.old_due, &counted)?
    {
        return Err(over());
    }
    let (vi, en) = both(&change.reason);
    let row = note(
        services,
        connection,
        NewChange {
            task: &task,
            old_due: change.old_due,
            new_due: change.new_due,
            outcome: DueOutcome::Shortened,
            reason: &said(vi, en),
            by_name: &caller.name,
        },
    )?;
    let event = Event::about(caller, "due_shortened", &task.person_id, &task.id);
    audit::record(services, connection, caller, event)?;
    shown(services, row, &task, unit, true)
}

fn over() -> ApiError {
    ApiError::new(
        Code::AlreadyDone,
        said(
            "Thay đổi này không còn chờ xác nhận: đã xác nhận, lịch lại thay đổi, hoặc việc đã xong.",
            "This change no longer waits: it was confirmed, the calendar changed again, or the task is done.",
        ),
    )
}

fn both(reason: &str) -> (&str, &str) {
    reason.split_once('\n').unwrap_or((reason, reason))
}

fn shown(
    services: &Services,
    change: DueChange,
    task: &Task,
    unit_name: String,
    operator: bool,
) -> Result<wire::DueChange, ApiError> {
    let rules = services.rules();
    let role = rules.role(&task.role);
    let outcome: DueOutcome = variant(&change.outcome)?;
    let (reason, reason_en) = both(&change.reason);
    Ok(wire::DueChange {
        kind: variant(&task.kind)?,
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        unit_name,
        old_due: change.old_due.to_string(),
        new_due: change.new_due.to_string(),
        outcome,
        reason: reason.to_owned(),
        reason_en: reason_en.to_owned(),
        at: change.at.rfc3339(),
        may_confirm: operator && !task.closed && outcome == DueOutcome::WouldShorten,
        by_name: change.by_name,
        id: change.id,
        task_id: change.task_id,
    })
}
