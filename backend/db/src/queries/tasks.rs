use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::Scope;
use crate::connection::{AnyConnection, MultiBackend};
use crate::error::DbError;
use crate::rows::{Person, Task, TaskMove, Unit};
use crate::schema::{persons, signatures, task_moves, tasks, units};
use crate::types::Timestamp;

type Filtered<'a> = diesel::helper_types::IntoBoxed<
    'a,
    diesel::helper_types::InnerJoin<
        tasks::table,
        diesel::helper_types::InnerJoin<persons::table, units::table>,
    >,
    MultiBackend,
>;

/// Whose tasks are asked for.
pub enum Whose<'a> {
    /// Those that this account has to do: own duties, and roles with the paths over which they are held.
    Mine {
        account_id: &'a str,
        person_id: Option<&'a str>,
        roles: &'a [(String, String)],
    },
    /// Everybody's within a scope, to urge on (B9).
    Within(&'a Scope),
}

/// Who took a task on.
#[derive(Clone, Debug)]
pub enum Assigned {
    /// This account.
    To(String),
    /// Nobody, of those that a role has to do.
    ToNobody,
}

/// Narrows a list of tasks.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<String>,
    /// Key of the role; empty for people's own duties.
    pub role: Option<String>,
    /// Only those due before this day.
    pub due_before: Option<NaiveDate>,
    pub assigned: Option<Assigned>,
}

/// Who takes a task on.
#[derive(Clone, Copy, Debug)]
pub struct Assignee<'a> {
    pub account_id: &'a str,
    pub name: &'a str,
    pub at: Timestamp,
}

/// # Errors
/// See [`DbError`].
pub fn open(connection: &mut AnyConnection, task: &Task) -> Result<(), DbError> {
    diesel::insert_into(tasks::table)
        .values(task)
        .execute(connection)?;
    Ok(())
}

/// Closes the open tasks of a kind about a subject.
///
/// # Errors
/// See [`DbError`].
pub fn close(
    connection: &mut AnyConnection,
    kind: &str,
    subject_id: &str,
    at: Timestamp,
) -> Result<(), DbError> {
    diesel::update(
        tasks::table
            .filter(tasks::subject_id.eq(subject_id))
            .filter(tasks::kind.eq(kind))
            .filter(tasks::closed.eq(false)),
    )
    .set((tasks::closed.eq(true), tasks::closed_at.eq(Some(at))))
    .execute(connection)?;
    Ok(())
}

/// Closes one open task; false where it is closed.
///
/// # Errors
/// See [`DbError`].
pub fn close_one(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<bool, DbError> {
    let changed = diesel::update(tasks::table.find(id).filter(tasks::closed.eq(false)))
        .set((tasks::closed.eq(true), tasks::closed_at.eq(Some(at))))
        .execute(connection)?;
    Ok(changed == 1)
}

/// Opens tasks of these kinds about a subject again that were closed since a moment, with the deadlines they had.
///
/// # Errors
/// See [`DbError`].
pub fn reopen(
    connection: &mut AnyConnection,
    kinds: &[String],
    subject_id: &str,
    since: Timestamp,
) -> Result<(), DbError> {
    diesel::update(
        tasks::table
            .filter(tasks::subject_id.eq(subject_id))
            .filter(tasks::kind.eq_any(kinds))
            .filter(tasks::closed.eq(true))
            .filter(tasks::closed_at.ge(since)),
    )
    .set((
        tasks::closed.eq(false),
        tasks::closed_at.eq(None::<Timestamp>),
    ))
    .execute(connection)?;
    Ok(())
}

/// A task with the person it is about and their unit.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<(Task, Person, Unit), DbError> {
    Ok(tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .filter(tasks::id.eq(id))
        .select((Task::as_select(), Person::as_select(), Unit::as_select()))
        .first(connection)?)
}

/// Open tasks of a kind about a subject, in the order in which they were opened.
///
/// # Errors
/// See [`DbError`].
pub fn open_about(
    connection: &mut AnyConnection,
    kind: &str,
    subject_id: &str,
) -> Result<Vec<Task>, DbError> {
    Ok(tasks::table
        .filter(tasks::subject_id.eq(subject_id))
        .filter(tasks::kind.eq(kind))
        .filter(tasks::closed.eq(false))
        .order(tasks::id)
        .select(Task::as_select())
        .load(connection)?)
}

/// Gives an open task to somebody, or to nobody, where it still is with whom the caller saw; false where it is not.
///
/// # Errors
/// See [`DbError`].
pub fn assign(
    connection: &mut AnyConnection,
    id: &str,
    from: Option<&str>,
    to: Option<Assignee<'_>>,
) -> Result<bool, DbError> {
    let taken = (
        tasks::assignee_id.eq(to.map(|to| to.account_id)),
        tasks::assignee.eq(to.map_or("", |to| to.name)),
        tasks::assigned_at.eq(to.map(|to| to.at)),
    );
    let open = tasks::table.find(id).filter(tasks::closed.eq(false));
    let changed = match from {
        Some(from) => diesel::update(open.filter(tasks::assignee_id.eq(from)))
            .set(taken)
            .execute(connection)?,
        None => diesel::update(open.filter(tasks::assignee_id.is_null()))
            .set(taken)
            .execute(connection)?,
    };
    Ok(changed == 1)
}

/// Notes who has a task now, and why.
///
/// # Errors
/// See [`DbError`].
pub fn note_move(connection: &mut AnyConnection, moved: &TaskMove) -> Result<(), DbError> {
    diesel::insert_into(task_moves::table)
        .values(moved)
        .execute(connection)?;
    Ok(())
}

/// How these tasks came to whoever has them, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn moves(connection: &mut AnyConnection, ids: &[String]) -> Result<Vec<TaskMove>, DbError> {
    Ok(task_moves::table
        .filter(task_moves::task_id.eq_any(ids))
        .order(task_moves::id)
        .select(TaskMove::as_select())
        .load(connection)?)
}

/// Of these submissions, those that an account signed, and when.
///
/// # Errors
/// See [`DbError`].
pub fn signed_by(
    connection: &mut AnyConnection,
    account_id: &str,
    submissions: &[String],
) -> Result<Vec<(Option<String>, Timestamp)>, DbError> {
    Ok(signatures::table
        .filter(signatures::submission_id.eq_any(submissions))
        .filter(signatures::account_id.eq(account_id))
        .select((signatures::submission_id, signatures::signed_at))
        .load(connection)?)
}

fn filtered<'a>(whose: &Whose<'_>, filter: &Filter) -> Filtered<'a> {
    let mut query = tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    // Alternatives come first: what follows narrows all of them.
    match whose {
        Whose::Mine {
            account_id,
            person_id,
            roles,
        } => {
            let me = person_id.unwrap_or_default().to_owned();
            if person_id.is_some() {
                query = query.or_filter(tasks::role.eq("").and(tasks::person_id.eq(me.clone())));
            }
            for (role, path) in *roles {
                // Nobody acts on their own profile in a role.
                query = query.or_filter(
                    tasks::role
                        .eq(role.clone())
                        .and(units::path.like(format!("{path}%")))
                        .and(tasks::person_id.ne(me.clone())),
                );
            }
            // One person signs a step once: its other seats are for others.
            query = query.filter(
                sql::<Bool>(
                    "NOT EXISTS (SELECT 1 FROM signatures WHERE signatures.submission_id = tasks.subject_id \
                     AND signatures.signed_at > tasks.opened_at AND signatures.account_id = ",
                )
                .bind::<Text, _>((*account_id).to_owned())
                .sql(")"),
            );
        }
        Whose::Within(scope) => {
            for path in *scope {
                query = query.or_filter(units::path.like(format!("{path}%")));
            }
        }
    }
    query = query.filter(tasks::closed.eq(false));
    if let Some(kind) = filter.kind.clone() {
        query = query.filter(tasks::kind.eq(kind));
    }
    if let Some(role) = filter.role.clone() {
        query = query.filter(tasks::role.eq(role));
    }
    if let Some(day) = filter.due_before {
        query = query.filter(tasks::due_key.lt(day.to_string()));
    }
    match filter.assigned.clone() {
        None => {}
        Some(Assigned::To(account)) => query = query.filter(tasks::assignee_id.eq(account)),
        Some(Assigned::ToNobody) => {
            query = query.filter(tasks::assignee_id.is_null().and(tasks::role.ne("")));
        }
    }
    query
}

/// A page of open tasks by due date, those without one last.
///
/// # Errors
/// See [`DbError`].
pub fn page(
    connection: &mut AnyConnection,
    whose: &Whose<'_>,
    filter: &Filter,
    after: Option<(String, String)>,
    limit: i64,
) -> Result<Vec<(Task, Person, Unit)>, DbError> {
    let mut query = filtered(whose, filter);
    if let Some((due_key, id)) = after {
        query = query.filter(
            tasks::due_key
                .gt(due_key.clone())
                .or(tasks::due_key.eq(due_key).and(tasks::id.gt(id))),
        );
    }
    Ok(query
        .order((tasks::due_key, tasks::id))
        .limit(limit)
        .select((Task::as_select(), Person::as_select(), Unit::as_select()))
        .load(connection)?)
}

/// How many there are in all.
///
/// # Errors
/// See [`DbError`].
pub fn count(
    connection: &mut AnyConnection,
    whose: &Whose<'_>,
    filter: &Filter,
) -> Result<i64, DbError> {
    Ok(filtered(whose, filter).count().get_result(connection)?)
}
