use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::Draft;
use crate::schema::drafts;

/// # Errors
/// See [`DbError`].
pub fn find(connection: &mut AnyConnection, person_id: &str) -> Result<Option<Draft>, DbError> {
    Ok(drafts::table
        .find(person_id)
        .select(Draft::as_select())
        .first(connection)
        .optional()?)
}

/// Saves the draft as the successor of `draft.revision - 1`; false where somebody saved in between.
///
/// # Errors
/// See [`DbError`].
pub fn save(connection: &mut AnyConnection, draft: &Draft) -> Result<bool, DbError> {
    if draft.revision == 1 {
        if find(connection, &draft.person_id)?.is_some() {
            return Ok(false);
        }
        diesel::insert_into(drafts::table)
            .values(draft)
            .execute(connection)?;
        return Ok(true);
    }
    let changed = diesel::update(
        drafts::table
            .find(&draft.person_id)
            .filter(drafts::revision.eq(draft.revision - 1)),
    )
    .set((
        drafts::change_kind.eq(&draft.change_kind),
        drafts::document.eq(&draft.document),
        drafts::base_version.eq(draft.base_version),
        drafts::revision.eq(draft.revision),
        drafts::updated_at.eq(draft.updated_at),
        drafts::updated_by.eq(&draft.updated_by),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// # Errors
/// See [`DbError`].
pub fn delete(connection: &mut AnyConnection, person_id: &str) -> Result<(), DbError> {
    diesel::delete(drafts::table.find(person_id)).execute(connection)?;
    Ok(())
}
