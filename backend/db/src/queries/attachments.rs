use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Attachment;
use crate::schema::attachments;
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, attachment: &Attachment) -> Result<(), DbError> {
    diesel::insert_into(attachments::table)
        .values(attachment)
        .execute(connection)?;
    Ok(())
}

/// Attachments of a person that were not removed, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<Vec<Attachment>, DbError> {
    Ok(attachments::table
        .filter(attachments::person_id.eq(person_id))
        .filter(attachments::removed_at.is_null())
        .order(attachments::id.desc())
        .select(Attachment::as_select())
        .load(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where the person has none of this identifier.
pub fn find(
    connection: &mut AnyConnection,
    person_id: &str,
    id: &str,
) -> Result<Attachment, DbError> {
    Ok(attachments::table
        .find(id)
        .filter(attachments::person_id.eq(person_id))
        .filter(attachments::removed_at.is_null())
        .select(Attachment::as_select())
        .first(connection)?)
}

/// Takes an attachment away that no submission holds; false where one does.
///
/// # Errors
/// See [`DbError`].
pub fn remove(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<bool, DbError> {
    let changed = diesel::update(
        attachments::table
            .find(id)
            .filter(attachments::submitted.eq(false)),
    )
    .set(attachments::removed_at.eq(Some(at)))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Freezes attachments that go with a submission.
///
/// # Errors
/// See [`DbError`].
pub fn freeze(connection: &mut AnyConnection, ids: &[String]) -> Result<(), DbError> {
    diesel::update(attachments::table.filter(attachments::id.eq_any(ids)))
        .set(attachments::submitted.eq(true))
        .execute(connection)?;
    Ok(())
}
