use diesel::dsl::{count, count_star, min, sql};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Text};

use super::Scope;
use crate::connection::{AnyConnection, MultiBackend};
use crate::error::DbError;
use crate::rows::{Person, Unit};
use crate::schema::{drafts, persons, tasks, units};
use crate::types::Timestamp;

diesel::allow_columns_to_appear_in_same_group_by_clause!(
    persons::unit_id,
    tasks::kind,
    tasks::role
);

/// People of a unit in one state.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct PeopleRow {
    pub unit_id: String,
    /// `empty`, `in_review`, `returned` or `approved`.
    pub state: String,
    pub people: i64,
    /// Of these, those with an approved version.
    pub with_version: i64,
    /// Of these, those for whom something is saved that was not submitted.
    pub with_draft: i64,
}

/// Open tasks of one kind that one role has to do.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct WaitingRow {
    pub unit_id: String,
    pub kind: String,
    /// Key of the role; empty for people's own duties.
    pub role: String,
    pub waiting: i64,
    /// Of these, those whose day is past.
    pub late: i64,
    /// When the oldest was opened.
    pub oldest: Option<Timestamp>,
}

/// Open tasks that somebody took on, or that nobody did.
#[derive(Clone, Debug, PartialEq, Eq, Queryable)]
pub struct AssigneeRow {
    pub kind: String,
    pub role: String,
    /// Account that took them on.
    pub assignee_id: Option<String>,
    pub assignee: String,
    pub waiting: i64,
    pub late: i64,
    pub oldest: Option<Timestamp>,
}

/// Which people are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing approved.
    Missing,
    /// Something saved and not submitted.
    Drafting,
    InReview,
    Returned,
    /// With an approved version.
    Approved,
}

type JoinedPeople<'a> = diesel::helper_types::IntoBoxed<
    'a,
    diesel::helper_types::InnerJoin<persons::table, units::table>,
    MultiBackend,
>;

/// People of each unit by the state of their profile.
///
/// # Errors
/// See [`DbError`].
pub fn people_by_unit(
    connection: &mut AnyConnection,
    scope: &Scope,
) -> Result<Vec<PeopleRow>, DbError> {
    let mut query = persons::table
        .inner_join(units::table)
        .left_join(drafts::table)
        .group_by((persons::unit_id, persons::state))
        .select((
            persons::unit_id,
            persons::state,
            count_star(),
            count(persons::current_version),
            count(drafts::person_id.nullable()),
        ))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    Ok(query.load(connection)?)
}

/// Open tasks of each unit by kind and role. `today` (`YYYY-MM-DD`) says which are late.
///
/// # Errors
/// See [`DbError`].
pub fn waiting_by_unit(
    connection: &mut AnyConnection,
    scope: &Scope,
    today: &str,
) -> Result<Vec<WaitingRow>, DbError> {
    let mut query = tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .group_by((persons::unit_id, tasks::kind, tasks::role))
        .select((
            persons::unit_id,
            tasks::kind,
            tasks::role,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN tasks.due_key < ")
                .bind::<Text, _>(today.to_owned())
                .sql(" THEN 1 END)"),
            min(tasks::opened_at),
        ))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    Ok(query.filter(tasks::closed.eq(false)).load(connection)?)
}

/// Open tasks by kind, role and who took them on.
///
/// # Errors
/// See [`DbError`].
pub fn waiting_by_assignee(
    connection: &mut AnyConnection,
    scope: &Scope,
    today: &str,
) -> Result<Vec<AssigneeRow>, DbError> {
    let mut query = tasks::table
        .inner_join(persons::table.inner_join(units::table))
        .group_by((
            tasks::kind,
            tasks::role,
            tasks::assignee_id,
            tasks::assignee,
        ))
        .select((
            tasks::kind,
            tasks::role,
            tasks::assignee_id,
            tasks::assignee,
            count_star(),
            sql::<BigInt>("COUNT(CASE WHEN tasks.due_key < ")
                .bind::<Text, _>(today.to_owned())
                .sql(" THEN 1 END)"),
            min(tasks::opened_at),
        ))
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    Ok(query
        .filter(tasks::closed.eq(false))
        .order((tasks::assignee, tasks::role, tasks::kind))
        .load(connection)?)
}

fn joined_people<'a>(scope: &Scope, standing: Standing) -> JoinedPeople<'a> {
    const DRAFT: &str = "EXISTS (SELECT 1 FROM drafts WHERE drafts.person_id = persons.id)";
    let mut query = persons::table
        .inner_join(units::table)
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    match standing {
        Standing::Missing => query.filter(persons::current_version.is_null()),
        Standing::Approved => query.filter(persons::current_version.is_not_null()),
        Standing::InReview => query.filter(persons::state.eq("in_review")),
        Standing::Returned => query.filter(persons::state.eq("returned")),
        Standing::Drafting => query
            .filter(persons::state.eq_any(["empty", "approved"]))
            .filter(sql::<Bool>(DRAFT)),
    }
}

/// A page of people in the order of their given names.
///
/// # Errors
/// See [`DbError`].
pub fn people(
    connection: &mut AnyConnection,
    scope: &Scope,
    standing: Standing,
    after: Option<(String, String)>,
    limit: i64,
) -> Result<Vec<(Person, Unit)>, DbError> {
    let mut query = joined_people(scope, standing);
    if let Some((sort_key, id)) = after {
        query = query.filter(
            persons::sort_key
                .gt(sort_key.clone())
                .or(persons::sort_key.eq(sort_key).and(persons::id.gt(id))),
        );
    }
    Ok(query
        .order((persons::sort_key, persons::id))
        .limit(limit)
        .select((Person::as_select(), Unit::as_select()))
        .load(connection)?)
}

/// How many people there are in all.
///
/// # Errors
/// See [`DbError`].
pub fn count_people(
    connection: &mut AnyConnection,
    scope: &Scope,
    standing: Standing,
) -> Result<i64, DbError> {
    Ok(joined_people(scope, standing)
        .count()
        .get_result(connection)?)
}
