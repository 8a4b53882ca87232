use chrono::NaiveDate;
use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Delegation, Signature, Unit};
use crate::schema::{delegations, signatures, units};
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, delegation: &Delegation) -> Result<(), DbError> {
    diesel::insert_into(delegations::table)
        .values(delegation)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(
    connection: &mut AnyConnection,
    id: &str,
) -> Result<(Delegation, Unit, Signature), DbError> {
    Ok(delegations::table
        .inner_join(units::table)
        .inner_join(signatures::table)
        .filter(delegations::id.eq(id))
        .select((
            Delegation::as_select(),
            Unit::as_select(),
            Signature::as_select(),
        ))
        .first(connection)?)
}

/// Delegations given or received by an account, newest first.
///
/// # Errors
/// See [`DbError`].
pub fn of_account(
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<(Delegation, Unit, Signature)>, DbError> {
    Ok(delegations::table
        .inner_join(units::table)
        .inner_join(signatures::table)
        .filter(
            delegations::principal_account_id
                .eq(account_id)
                .or(delegations::delegate_account_id.eq(account_id)),
        )
        .order(delegations::id.desc())
        .select((
            Delegation::as_select(),
            Unit::as_select(),
            Signature::as_select(),
        ))
        .load(connection)?)
}

/// Delegations by which an account may act on a day: begun, not ended, and with their time stamp.
///
/// # Errors
/// See [`DbError`].
pub fn in_force(
    connection: &mut AnyConnection,
    delegate_account_id: &str,
    on: NaiveDate,
) -> Result<Vec<(Delegation, Unit, Signature)>, DbError> {
    Ok(delegations::table
        .inner_join(units::table)
        .inner_join(signatures::table)
        .filter(delegations::delegate_account_id.eq(delegate_account_id))
        .filter(delegations::from_on.le(on))
        .filter(delegations::to_on.ge(on))
        .filter(delegations::ended_at.is_null())
        .filter(signatures::stamp_state.ne("waiting"))
        .order(delegations::id)
        .select((
            Delegation::as_select(),
            Unit::as_select(),
            Signature::as_select(),
        ))
        .load(connection)?)
}

/// Ends a delegation before its time; false where it was ended.
///
/// # Errors
/// See [`DbError`].
pub fn end(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<bool, DbError> {
    let changed = diesel::update(
        delegations::table
            .find(id)
            .filter(delegations::ended_at.is_null()),
    )
    .set(delegations::ended_at.eq(Some(at)))
    .execute(connection)?;
    Ok(changed == 1)
}
