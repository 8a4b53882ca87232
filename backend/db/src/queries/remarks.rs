use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Remark;
use crate::schema::remarks;
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, remark: &Remark) -> Result<(), DbError> {
    diesel::insert_into(remarks::table)
        .values(remark)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<Remark, DbError> {
    Ok(remarks::table
        .find(id)
        .select(Remark::as_select())
        .first(connection)?)
}

/// Remarks about a person's profile, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(connection: &mut AnyConnection, person_id: &str) -> Result<Vec<Remark>, DbError> {
    Ok(remarks::table
        .filter(remarks::person_id.eq(person_id))
        .order(remarks::id.desc())
        .select(Remark::as_select())
        .load(connection)?)
}

/// Answers a remark that is open; false where it was answered.
///
/// # Errors
/// See [`DbError`].
pub fn answer(
    connection: &mut AnyConnection,
    id: &str,
    answer: &str,
    by: &str,
    at: Timestamp,
) -> Result<bool, DbError> {
    let changed = diesel::update(remarks::table.find(id).filter(remarks::state.eq("open")))
        .set((
            remarks::state.eq("answered"),
            remarks::answer.eq(answer),
            remarks::answered_by.eq(Some(by)),
            remarks::answered_at.eq(Some(at)),
            remarks::revision.eq(remarks::revision + 1),
        ))
        .execute(connection)?;
    Ok(changed == 1)
}
