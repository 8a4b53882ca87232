use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Scope;
use crate::connection::{AnyConnection, MultiBackend};
use crate::error::DbError;
use crate::rows::{Person, Task, Unit};
use crate::schema::{persons, tasks, units};
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
        person_id: Option<&'a str>,
        roles: &'a [(String, String)],
    },
    /// Everybody's within a scope, to urge on (B9).
    Within(&'a Scope),
}

/// Narrows a list of tasks.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    pub kind: Option<String>,
    /// Only those due before this day.
    pub due_before: Option<NaiveDate>,
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

fn filtered<'a>(whose: &Whose<'_>, filter: &Filter) -> Filtered<'a> {
    let mut query = tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    // Alternatives come first: what follows narrows all of them.
    match whose {
        Whose::Mine { person_id, roles } => {
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
    if let Some(day) = filter.due_before {
        query = query.filter(tasks::due_key.lt(day.to_string()));
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
