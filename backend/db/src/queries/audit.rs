use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::dispatch::Locked;
use crate::error::DbError;
use crate::rows::AuditEvent;
use crate::schema::{audit_events, audit_head};

const HEAD: i64 = 1;

/// The end of the chain: its sequence and hash. Kept from other writers until the transaction ends,
/// so that the chain has no fork and no gap.
///
/// # Errors
/// See [`DbError`].
pub fn head(connection: &mut AnyConnection) -> Result<(i64, String), DbError> {
    Ok(Locked(
        audit_head::table
            .find(HEAD)
            .select((audit_head::sequence, audit_head::hash)),
    )
    .get_result(connection)?)
}

/// Adds an event at the end of the chain.
///
/// # Errors
/// See [`DbError`].
pub fn append(connection: &mut AnyConnection, event: &AuditEvent) -> Result<(), DbError> {
    diesel::insert_into(audit_events::table)
        .values(event)
        .execute(connection)?;
    diesel::update(audit_head::table.find(HEAD))
        .set((
            audit_head::sequence.eq(event.sequence),
            audit_head::hash.eq(&event.hash),
        ))
        .execute(connection)?;
    Ok(())
}

/// Events about a person before a sequence number, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_person(
    connection: &mut AnyConnection,
    person_id: &str,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<AuditEvent>, DbError> {
    Ok(audit_events::table
        .filter(audit_events::person_id.eq(person_id))
        .filter(audit_events::sequence.lt(before.unwrap_or(i64::MAX)))
        .order(audit_events::sequence.desc())
        .limit(limit)
        .select(AuditEvent::as_select())
        .load(connection)?)
}

/// Events after a sequence number, oldest first; for checking the chain.
///
/// # Errors
/// See [`DbError`].
pub fn after(
    connection: &mut AnyConnection,
    sequence: i64,
    limit: i64,
) -> Result<Vec<AuditEvent>, DbError> {
    Ok(audit_events::table
        .filter(audit_events::sequence.gt(sequence))
        .order(audit_events::sequence)
        .limit(limit)
        .select(AuditEvent::as_select())
        .load(connection)?)
}
