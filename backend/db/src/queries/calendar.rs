use chrono::NaiveDate;
use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::{CalendarAmendment, DueChange, Task, Unit};
use crate::schema::{accounts, calendar_amendments, due_changes, persons, tasks, units};
use crate::types::Timestamp;

/// A deadline as it is counted anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDue {
    pub due_on: NaiveDate,
    pub opens_on: Option<NaiveDate>,
    pub provisional: bool,
    pub why: String,
    pub why_en: String,
}

/// Every amendment in the order of entering, withdrawn ones too.
///
/// # Errors
/// See [`DbError`].
pub fn amendments(connection: &mut AnyConnection) -> Result<Vec<CalendarAmendment>, DbError> {
    Ok(calendar_amendments::table
        .order((calendar_amendments::entered_at, calendar_amendments::id))
        .select(CalendarAmendment::as_select())
        .load(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn amendment(connection: &mut AnyConnection, id: &str) -> Result<CalendarAmendment, DbError> {
    Ok(calendar_amendments::table
        .find(id)
        .select(CalendarAmendment::as_select())
        .first(connection)?)
}

/// # Errors
/// See [`DbError`].
pub fn insert_amendment(
    connection: &mut AnyConnection,
    row: &CalendarAmendment,
) -> Result<(), DbError> {
    diesel::insert_into(calendar_amendments::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}

/// Withdraws an amendment; false where it was withdrawn.
///
/// # Errors
/// See [`DbError`].
pub fn withdraw_amendment(
    connection: &mut AnyConnection,
    id: &str,
    by: &str,
    at: Timestamp,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        calendar_amendments::table
            .find(id)
            .filter(calendar_amendments::withdrawn_at.is_null()),
    )
    .set((
        calendar_amendments::withdrawn_by.eq(by),
        calendar_amendments::withdrawn_at.eq(Some(at)),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Names of accounts by identifier.
///
/// # Errors
/// See [`DbError`].
pub fn account_names(
    connection: &mut AnyConnection,
    ids: &[&str],
) -> Result<Vec<(String, String)>, DbError> {
    Ok(accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name))
        .load(connection)?)
}

/// The unit that is the whole body.
///
/// # Errors
/// [`DbError::NotFound`] where nothing was installed.
pub fn root(connection: &mut AnyConnection) -> Result<Unit, DbError> {
    Ok(units::table
        .filter(units::parent_id.is_null())
        .order(units::path)
        .select(Unit::as_select())
        .first(connection)?)
}

/// Open tasks with a deadline that can be counted anew, with the name of the unit, after a task's identifier.
///
/// # Errors
/// See [`DbError`].
pub fn open_deadlines(
    connection: &mut AnyConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<(Task, String)>, DbError> {
    Ok(tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .filter(tasks::closed.eq(false))
        .filter(tasks::counted_from.is_not_null())
        .filter(tasks::due_on.is_not_null())
        .filter(tasks::id.gt(after))
        .order(tasks::id)
        .limit(limit)
        .select((Task::as_select(), units::name))
        .load(connection)?)
}

/// The same tasks alone, kept from being closed or moved until the transaction ends.
///
/// # Errors
/// See [`DbError`].
pub fn lock_open_deadlines(
    connection: &mut AnyConnection,
    after: &str,
    limit: i64,
) -> Result<Vec<Task>, DbError> {
    let query = tasks::table
        .filter(tasks::closed.eq(false))
        .filter(tasks::counted_from.is_not_null())
        .filter(tasks::due_on.is_not_null())
        .filter(tasks::id.gt(after))
        .order(tasks::id)
        .limit(limit)
        .select(Task::as_select());
    Ok(Locked(query).get_results(connection)?)
}

/// Gives an open task another deadline, where it still has the one that the caller saw; false where it has not.
///
/// # Errors
/// See [`DbError`].
pub fn move_due(
    connection: &mut AnyConnection,
    task_id: &str,
    from: NaiveDate,
    to: &NewDue,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        tasks::table
            .find(task_id)
            .filter(tasks::closed.eq(false))
            .filter(tasks::due_on.eq(from)),
    )
    .set((
        tasks::due_on.eq(Some(to.due_on)),
        tasks::due_key.eq(to.due_on.to_string()),
        tasks::opens_on.eq(to.opens_on),
        tasks::provisional.eq(to.provisional),
        tasks::why.eq(&to.why),
        tasks::why_en.eq(&to.why_en),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// # Errors
/// See [`DbError`].
pub fn note_change(connection: &mut AnyConnection, row: &DueChange) -> Result<(), DbError> {
    diesel::insert_into(due_changes::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}

/// Changes of these tasks' deadlines, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn changes_of(
    connection: &mut AnyConnection,
    task_ids: &[&str],
) -> Result<Vec<DueChange>, DbError> {
    Ok(due_changes::table
        .filter(due_changes::task_id.eq_any(task_ids))
        .order(due_changes::id)
        .select(DueChange::as_select())
        .load(connection)?)
}

/// A change with its task and the name of the unit.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn change(
    connection: &mut AnyConnection,
    id: &str,
) -> Result<(DueChange, Task, String), DbError> {
    Ok(due_changes::table
        .inner_join(tasks::table.inner_join(persons::table.inner_join(units::table)))
        .filter(due_changes::id.eq(id))
        .select((DueChange::as_select(), Task::as_select(), units::name))
        .first(connection)?)
}

/// Says what became of a change, where it still is as the caller saw it; false where it is not.
///
/// # Errors
/// See [`DbError`].
pub fn settle_change(
    connection: &mut AnyConnection,
    id: &str,
    from: &str,
    to: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        due_changes::table
            .find(id)
            .filter(due_changes::outcome.eq(from)),
    )
    .set(due_changes::outcome.eq(to))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Changes of every task, newest first, before a change's identifier.
///
/// # Errors
/// See [`DbError`].
pub fn changes(
    connection: &mut AnyConnection,
    outcome: Option<&str>,
    before: Option<&str>,
    limit: i64,
) -> Result<Vec<(DueChange, Task, String)>, DbError> {
    let mut query = due_changes::table
        .inner_join(tasks::table.inner_join(persons::table.inner_join(units::table)))
        .into_boxed();
    if let Some(outcome) = outcome {
        query = query.filter(due_changes::outcome.eq(outcome.to_owned()));
    }
    if let Some(before) = before {
        query = query.filter(due_changes::id.lt(before.to_owned()));
    }
    Ok(query
        .order(due_changes::id.desc())
        .limit(limit)
        .select((DueChange::as_select(), Task::as_select(), units::name))
        .load(connection)?)
}
