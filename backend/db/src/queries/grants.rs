use diesel::prelude::*;

use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{RoleGrant, Unit};
use crate::schema::{role_grants, units};
use crate::types::Timestamp;

/// # Errors
/// See [`DbError`].
pub fn insert(connection: &mut AnyConnection, grant: &RoleGrant) -> Result<(), DbError> {
    diesel::insert_into(role_grants::table)
        .values(grant)
        .execute(connection)?;
    Ok(())
}

/// Roles that the account holds now.
///
/// # Errors
/// See [`DbError`].
pub fn of_account(
    connection: &mut AnyConnection,
    account_id: &str,
) -> Result<Vec<(RoleGrant, Unit)>, DbError> {
    Ok(role_grants::table
        .inner_join(units::table)
        .filter(role_grants::account_id.eq(account_id))
        .filter(role_grants::revoked_at.is_null())
        .order(role_grants::id)
        .select((RoleGrant::as_select(), Unit::as_select()))
        .load(connection)?)
}

/// # Errors
/// [`DbError::NotFound`] where there is none in force.
pub fn find(
    connection: &mut AnyConnection,
    account_id: &str,
    id: &str,
) -> Result<(RoleGrant, Unit), DbError> {
    Ok(role_grants::table
        .inner_join(units::table)
        .filter(role_grants::id.eq(id))
        .filter(role_grants::account_id.eq(account_id))
        .filter(role_grants::revoked_at.is_null())
        .select((RoleGrant::as_select(), Unit::as_select()))
        .first(connection)?)
}

/// # Errors
/// See [`DbError`].
pub fn revoke(connection: &mut AnyConnection, id: &str, at: Timestamp) -> Result<(), DbError> {
    diesel::update(role_grants::table.find(id))
        .set(role_grants::revoked_at.eq(Some(at)))
        .execute(connection)?;
    Ok(())
}
