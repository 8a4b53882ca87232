use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Scope;
use crate::connection::{AnyConnection, MultiBackend};
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::{Person, Unit};
use crate::schema::{persons, units};

/// What a search asks for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Folded words of the name, or digits of the personal or staff number.
    pub words: Option<String>,
    /// Path of a unit; people of it and below.
    pub unit_path: Option<String>,
    pub kind: Option<String>,
    pub state: Option<String>,
}

/// Where a page begins: after this sort key and identifier.
#[derive(Clone, Debug)]
pub struct After {
    pub sort_key: String,
    pub id: String,
}

/// # Errors
/// [`DbError::Conflict`] where the personal number is taken.
pub fn insert(connection: &mut AnyConnection, person: &Person) -> Result<(), DbError> {
    diesel::insert_into(persons::table)
        .values(person)
        .execute(connection)?;
    Ok(())
}

/// The person and their unit.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<(Person, Unit), DbError> {
    Ok(persons::table
        .inner_join(units::table)
        .filter(persons::id.eq(id))
        .select((Person::as_select(), Unit::as_select()))
        .first(connection)?)
}

/// The person, kept from other writers until the transaction ends.
///
/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn lock(connection: &mut AnyConnection, id: &str) -> Result<Person, DbError> {
    Ok(Locked(persons::table.find(id).select(Person::as_select())).get_result(connection)?)
}

/// Writes the projections of a person beside their profile and counts the change.
///
/// # Errors
/// See [`DbError`].
pub fn update(connection: &mut AnyConnection, person: &Person) -> Result<(), DbError> {
    diesel::update(persons::table.find(&person.id))
        .set((
            persons::full_name.eq(&person.full_name),
            persons::sort_key.eq(&person.sort_key),
            persons::search_name.eq(&person.search_name),
            persons::staff_number.eq(&person.staff_number),
            persons::status.eq(&person.status),
            persons::state.eq(&person.state),
            persons::post.eq(&person.post),
            persons::birth_date.eq(&person.birth_date),
            persons::current_version.eq(person.current_version),
            persons::revision.eq(persons::revision + 1),
        ))
        .execute(connection)?;
    Ok(())
}

type Filtered<'a> = diesel::helper_types::IntoBoxed<
    'a,
    diesel::helper_types::InnerJoin<persons::table, units::table>,
    MultiBackend,
>;

fn filtered<'a>(scope: &Scope, search: &Search) -> Filtered<'a> {
    let mut query = persons::table
        .inner_join(units::table)
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    // Alternatives come first: what follows narrows all of them.
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    for word in search
        .words
        .iter()
        .flat_map(|words| words.split_whitespace())
    {
        let pattern = format!("%{}%", escaped(word));
        query = query.filter(
            persons::search_name
                .like(pattern.clone())
                .escape('\\')
                .or(persons::personal_id.like(pattern.clone()).escape('\\'))
                .or(persons::staff_number.like(pattern).escape('\\')),
        );
    }
    if let Some(path) = &search.unit_path {
        query = query.filter(units::path.like(format!("{path}%")));
    }
    if let Some(kind) = search.kind.clone() {
        query = query.filter(persons::kind.eq(kind));
    }
    if let Some(state) = search.state.clone() {
        query = query.filter(persons::state.eq(state));
    }
    query
}

/// A page of people in the order of their given names.
///
/// # Errors
/// See [`DbError`].
pub fn search(
    connection: &mut AnyConnection,
    scope: &Scope,
    search: &Search,
    after: Option<After>,
    limit: i64,
) -> Result<Vec<(Person, Unit)>, DbError> {
    let mut query = filtered(scope, search);
    if let Some(After { sort_key, id }) = after {
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

/// How many people a search finds.
///
/// # Errors
/// See [`DbError`].
pub fn count(
    connection: &mut AnyConnection,
    scope: &Scope,
    search: &Search,
) -> Result<i64, DbError> {
    Ok(filtered(scope, search).count().get_result(connection)?)
}

/// The word with the signs that LIKE understands made plain.
fn escaped(word: &str) -> String {
    word.replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_")
}
