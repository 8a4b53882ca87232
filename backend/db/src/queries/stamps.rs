use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{ArchiveStamp, Signature, StampWait, Version};
use crate::schema::{archive_stamps, signatures, stamp_queue, versions};
use crate::types::Timestamp;

/// Puts a signature into the queue of those that wait for a time stamp.
///
/// # Errors
/// See [`DbError`].
pub fn wait(connection: &mut AnyConnection, row: &StampWait) -> Result<(), DbError> {
    diesel::insert_into(stamp_queue::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}

/// Signatures whose turn has come, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn due(
    connection: &mut AnyConnection,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<StampWait>, DbError> {
    Ok(stamp_queue::table
        .filter(stamp_queue::next_attempt_at.le(now))
        .order((stamp_queue::next_attempt_at, stamp_queue::signature_id))
        .limit(limit)
        .select(StampWait::as_select())
        .load(connection)?)
}

/// Takes one by moving its next attempt ahead; false where another server took it.
///
/// # Errors
/// See [`DbError`].
pub fn take(
    connection: &mut AnyConnection,
    row: &StampWait,
    next_attempt_at: Timestamp,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        stamp_queue::table
            .find(&row.signature_id)
            .filter(stamp_queue::next_attempt_at.eq(row.next_attempt_at)),
    )
    .set((
        stamp_queue::next_attempt_at.eq(next_attempt_at),
        stamp_queue::attempts.eq(stamp_queue::attempts + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Notes why an attempt failed.
///
/// # Errors
/// See [`DbError`].
pub fn failed(
    connection: &mut AnyConnection,
    signature_id: &str,
    error: &str,
) -> Result<(), DbError> {
    diesel::update(stamp_queue::table.find(signature_id))
        .set(stamp_queue::last_error.eq(error))
        .execute(connection)?;
    Ok(())
}

/// The stamp is there: the signature with it replaces the one without. False where it was not waiting.
///
/// # Errors
/// See [`DbError`].
pub fn arrived(
    connection: &mut AnyConnection,
    signature_id: &str,
    cms: &[u8],
    cms_sha256: &str,
    at: Timestamp,
    by: &str,
) -> Result<bool, DbError> {
    diesel::delete(stamp_queue::table.find(signature_id)).execute(connection)?;
    let changed = diesel::update(
        signatures::table
            .find(signature_id)
            .filter(signatures::stamp_state.eq("waiting")),
    )
    .set((
        signatures::cms.eq(cms),
        signatures::cms_sha256.eq(cms_sha256),
        signatures::stamp_state.eq("stamped"),
        signatures::stamped_at.eq(Some(at)),
        signatures::stamped_by.eq(by),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// How many signatures wait.
///
/// # Errors
/// See [`DbError`].
pub fn waiting(connection: &mut AnyConnection) -> Result<i64, DbError> {
    Ok(stamp_queue::table.count().get_result(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn signature(connection: &mut AnyConnection, id: &str) -> Result<Signature, DbError> {
    Ok(signatures::table
        .find(id)
        .select(Signature::as_select())
        .first(connection)?)
}

/// Adds an archive time stamp.
///
/// # Errors
/// [`DbError::Conflict`] where its place is taken.
pub fn archive(connection: &mut AnyConnection, row: &ArchiveStamp) -> Result<(), DbError> {
    diesel::insert_into(archive_stamps::table)
        .values(row)
        .execute(connection)?;
    Ok(())
}

/// Archive time stamps over a subject, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn archived(
    connection: &mut AnyConnection,
    subject_kind: &str,
    subject_id: &str,
) -> Result<Vec<ArchiveStamp>, DbError> {
    Ok(archive_stamps::table
        .filter(archive_stamps::subject_kind.eq(subject_kind))
        .filter(archive_stamps::subject_id.eq(subject_id))
        .order(archive_stamps::position)
        .select(ArchiveStamp::as_select())
        .load(connection)?)
}

/// Archive time stamps that weaken soon and have no successor, most urgent first.
///
/// # Errors
/// See [`DbError`].
pub fn to_renew(
    connection: &mut AnyConnection,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<ArchiveStamp>, DbError> {
    Ok(archive_stamps::table
        .filter(archive_stamps::renewed.eq(false))
        .filter(archive_stamps::renew_at.le(now))
        .order((archive_stamps::renew_at, archive_stamps::id))
        .limit(limit)
        .select(ArchiveStamp::as_select())
        .load(connection)?)
}

/// Puts the renewal of one off, where nothing reaches further yet.
///
/// # Errors
/// See [`DbError`].
pub fn postpone(connection: &mut AnyConnection, id: &str, until: Timestamp) -> Result<(), DbError> {
    diesel::update(
        archive_stamps::table
            .find(id)
            .filter(archive_stamps::renewed.eq(false)),
    )
    .set(archive_stamps::renew_at.eq(until))
    .execute(connection)?;
    Ok(())
}

/// Marks one as succeeded; false where another server was faster.
///
/// # Errors
/// See [`DbError`].
pub fn renewed(connection: &mut AnyConnection, id: &str) -> Result<bool, DbError> {
    let changed = diesel::update(
        archive_stamps::table
            .find(id)
            .filter(archive_stamps::renewed.eq(false)),
    )
    .set(archive_stamps::renewed.eq(true))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Versions whose signatures all have their stamps and that have no archive time stamp yet, oldest first.
///
/// # Errors
/// See [`DbError`].
pub fn unarchived_versions(
    connection: &mut AnyConnection,
    limit: i64,
) -> Result<Vec<Version>, DbError> {
    Ok(versions::table
        .filter(not(exists(
            archive_stamps::table
                .filter(archive_stamps::subject_kind.eq("version"))
                .filter(archive_stamps::subject_id.eq(versions::id)),
        )))
        .filter(not(exists(
            signatures::table
                .filter(signatures::submission_id.eq(versions::submission_id.nullable()))
                .filter(signatures::stamp_state.ne("stamped")),
        )))
        .order(versions::id)
        .limit(limit)
        .select(Version::as_select())
        .load(connection)?)
}
