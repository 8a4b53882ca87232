use chrono::NaiveDate;
use diesel::dsl::{count_star, exists, not, sql};
use diesel::prelude::*;
use diesel::sql_types::Bool;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Delegation, Reminder, Task};
use crate::schema::{
    accounts, delegations, persons, reminders, role_grants, signatures, tasks, units,
};
use crate::types::Timestamp;

/// Rows of one INSERT; SQLite takes 32,766 values in a statement.
const ROWS_AT_ONCE: usize = 4_000;

/// Which open tasks a stage has come for.
#[derive(Clone, Debug)]
pub struct Sought {
    /// Due after this day…
    pub after: NaiveDate,
    /// …and on this day at the latest.
    pub until: NaiveDate,
    /// Not the tasks of which somebody was reminded, for the same due date, at a stage like this (SQL `LIKE`)…
    pub stage: String,
    /// …at this time or later.
    pub since: Timestamp,
}

/// Where a batch begins: after the task with this due date and identifier.
pub type After = (NaiveDate, String);

/// Somebody who may be written to.
#[derive(Clone, Debug, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = accounts)]
pub struct Recipient {
    pub id: String,
    pub name: String,
    pub person_id: Option<String>,
    pub email: String,
    pub letters: String,
}

/// Open tasks due between two days of which nobody was reminded at a stage, as the beginning of a query.
macro_rules! open_tasks {
    ($sought:expr) => {
        tasks::table
            .filter(tasks::closed.eq(false))
            .filter(tasks::due_on.gt($sought.after))
            .filter(tasks::due_on.le($sought.until))
            .filter(not(exists(
                reminders::table
                    .filter(reminders::task_id.eq(tasks::id))
                    .filter(reminders::stage.like(&$sought.stage))
                    .filter(reminders::due_on.nullable().eq(tasks::due_on))
                    .filter(reminders::created_at.ge($sought.since)),
            )))
    };
}

/// Takes the reminders for this transaction; false where another server is at them. On SQLite a write
/// transaction is alone anyway.
///
/// # Errors
/// See [`DbError`].
pub fn take(connection: &mut AnyConnection) -> Result<bool, DbError> {
    match connection {
        // The number stands for the work; nothing else uses it.
        AnyConnection::Postgres(postgres) => Ok(diesel::select(sql::<Bool>(
            "pg_try_advisory_xact_lock(7241906135001)",
        ))
        .get_result(postgres)?),
        AnyConnection::Sqlite(_) => Ok(true),
    }
}

/// Open tasks of which nobody was reminded at a stage, by due date.
///
/// # Errors
/// See [`DbError`].
pub fn due(
    connection: &mut AnyConnection,
    sought: &Sought,
    after: Option<&After>,
    limit: i64,
) -> Result<Vec<After>, DbError> {
    let (day, id) = after
        .cloned()
        .unwrap_or_else(|| (sought.after, String::new()));
    Ok(open_tasks!(sought)
        .filter(tasks::due_on.ge(day))
        .filter(
            tasks::due_on
                .gt(day)
                .or(tasks::due_on.eq(day).and(tasks::id.gt(id))),
        )
        .order((tasks::due_on, tasks::id))
        .limit(limit)
        .select((tasks::due_on.assume_not_null(), tasks::id))
        .load(connection)?)
}

/// Those of these tasks that still are so, kept from being closed or moved until the transaction ends. What
/// somebody else is at just now is left to a later round: nobody waits for the clock, nor it for anybody.
///
/// # Errors
/// See [`DbError`].
pub fn still_due(
    connection: &mut AnyConnection,
    sought: &Sought,
    ids: &[&str],
) -> Result<Vec<Task>, DbError> {
    Ok(match connection {
        AnyConnection::Postgres(postgres) => open_tasks!(sought)
            .filter(tasks::id.eq_any(ids))
            .select(Task::as_select())
            .for_update()
            .skip_locked()
            .load(postgres)?,
        AnyConnection::Sqlite(sqlite) => open_tasks!(sought)
            .filter(tasks::id.eq_any(ids))
            .select(Task::as_select())
            .load(sqlite)?,
    })
}

/// Names and units of people: identifier, name, unit.
///
/// # Errors
/// See [`DbError`].
pub fn people(
    connection: &mut AnyConnection,
    ids: &[&str],
) -> Result<Vec<(String, String, String)>, DbError> {
    Ok(persons::table
        .filter(persons::id.eq_any(ids))
        .select((persons::id, persons::full_name, persons::unit_id))
        .load(connection)?)
}

/// Active accounts with these identifiers, or of these people.
///
/// # Errors
/// See [`DbError`].
pub fn recipients(
    connection: &mut AnyConnection,
    account_ids: &[&str],
    person_ids: &[&str],
) -> Result<Vec<Recipient>, DbError> {
    Ok(accounts::table
        .filter(accounts::status.eq("active"))
        .filter(
            accounts::id
                .eq_any(account_ids)
                .or(accounts::person_id.eq_any(person_ids)),
        )
        .select(Recipient::as_select())
        .load(connection)?)
}

/// Every role held now by an active account: role, unit, account.
///
/// # Errors
/// See [`DbError`].
pub fn holders(
    connection: &mut AnyConnection,
) -> Result<Vec<(String, String, Recipient)>, DbError> {
    Ok(role_grants::table
        .inner_join(accounts::table.on(accounts::id.eq(role_grants::account_id)))
        .filter(role_grants::revoked_at.is_null())
        .filter(accounts::status.eq("active"))
        .order(role_grants::id)
        .select((
            role_grants::role,
            role_grants::unit_id,
            Recipient::as_select(),
        ))
        .load(connection)?)
}

/// Every delegation by which an active account may act on a day, with the payload that was signed.
///
/// # Errors
/// See [`DbError`].
pub fn delegates(
    connection: &mut AnyConnection,
    on: NaiveDate,
) -> Result<Vec<(Delegation, Vec<u8>, Recipient)>, DbError> {
    Ok(delegations::table
        .inner_join(signatures::table)
        .inner_join(accounts::table.on(accounts::id.eq(delegations::delegate_account_id)))
        .filter(delegations::from_on.le(on))
        .filter(delegations::to_on.ge(on))
        .filter(delegations::ended_at.is_null())
        .filter(signatures::stamp_state.ne("waiting"))
        .filter(accounts::status.eq("active"))
        .order(delegations::id)
        .select((
            Delegation::as_select(),
            signatures::payload,
            Recipient::as_select(),
        ))
        .load(connection)?)
}

/// Writes reminders; one that is there already (same task, stage, account, due date) is left as it is. Answers how many are new.
///
/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, rows: &[Reminder]) -> Result<usize, DbError> {
    let mut new = 0;
    for part in rows.chunks(ROWS_AT_ONCE) {
        let values: Vec<_> = part
            .iter()
            .map(|row| {
                (
                    reminders::id.eq(&row.id),
                    reminders::task_id.eq(&row.task_id),
                    reminders::stage.eq(&row.stage),
                    reminders::account_id.eq(&row.account_id),
                    reminders::due_on.eq(row.due_on),
                    reminders::created_at.eq(row.created_at),
                    reminders::notification_id.eq(row.notification_id.as_deref()),
                )
            })
            .collect();
        let insert = diesel::insert_into(reminders::table)
            .values(values)
            .on_conflict_do_nothing();
        new += match connection {
            AnyConnection::Postgres(postgres) => insert.execute(postgres)?,
            AnyConnection::Sqlite(sqlite) => insert.execute(sqlite)?,
        };
    }
    Ok(new)
}

/// Which of these reminders were written.
///
/// # Errors
/// See [`DbError`].
pub fn written(connection: &mut AnyConnection, ids: &[&str]) -> Result<Vec<String>, DbError> {
    let mut found = Vec::new();
    for part in ids.chunks(ROWS_AT_ONCE) {
        found.extend(
            reminders::table
                .filter(reminders::id.eq_any(part))
                .select(reminders::id)
                .load::<String>(connection)?,
        );
    }
    Ok(found)
}

/// How many reminders each of these notifications stands for.
///
/// # Errors
/// See [`DbError`].
pub fn per_notification(
    connection: &mut AnyConnection,
    account_ids: &[&str],
    since: Timestamp,
) -> Result<Vec<(Option<String>, i64)>, DbError> {
    Ok(reminders::table
        .filter(reminders::account_id.eq_any(account_ids))
        .filter(reminders::created_at.ge(since))
        .group_by(reminders::notification_id)
        .select((reminders::notification_id, count_star()))
        .load(connection)?)
}

/// Accounts that get a digest, have an address, and to which no letter about `day` was written, after the account `after`.
///
/// # Errors
/// See [`DbError`].
pub fn awaiting_digest(
    connection: &mut AnyConnection,
    dedupe_prefix: &str,
    after: &str,
    limit: i64,
) -> Result<Vec<Recipient>, DbError> {
    use crate::schema::letters;
    use diesel::sql_types::Text;
    let dedupe = dedupe_prefix.into_sql::<Text>().concat(accounts::id);
    Ok(accounts::table
        .filter(accounts::id.gt(after))
        .filter(accounts::status.eq("active"))
        .filter(accounts::letters.eq("daily"))
        .filter(accounts::email.ne(""))
        .filter(not(exists(
            letters::table.filter(letters::dedupe.eq(dedupe)),
        )))
        .filter(exists(
            reminders::table
                .inner_join(tasks::table)
                .filter(reminders::account_id.eq(accounts::id))
                .filter(tasks::closed.eq(false)),
        ))
        .order(accounts::id)
        .limit(limit)
        .select(Recipient::as_select())
        .load(connection)?)
}

/// Open tasks of which an account was reminded, by due date, with the person's name and unit.
///
/// # Errors
/// See [`DbError`].
pub fn open_of(
    connection: &mut AnyConnection,
    account_id: &str,
    limit: i64,
) -> Result<Vec<(Task, String, String)>, DbError> {
    let reminded = reminders::table
        .filter(reminders::account_id.eq(account_id))
        .select(reminders::task_id);
    Ok(tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .filter(tasks::closed.eq(false))
        .filter(tasks::due_on.is_not_null())
        .filter(tasks::id.eq_any(reminded))
        .order((tasks::due_on, tasks::id))
        .limit(limit)
        .select((Task::as_select(), persons::full_name, units::path))
        .load(connection)?)
}

/// Everybody who was reminded of a task, and when, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_task(connection: &mut AnyConnection, task_id: &str) -> Result<Vec<Reminder>, DbError> {
    Ok(reminders::table
        .filter(reminders::task_id.eq(task_id))
        .order((reminders::created_at, reminders::id))
        .select(Reminder::as_select())
        .load(connection)?)
}
