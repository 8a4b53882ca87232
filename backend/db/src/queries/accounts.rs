use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::Scope;
use crate::connection::AnyConnection;
use crate::error::DbError;
use crate::rows::{Account, Unit};
use crate::schema::{accounts, units};
use crate::types::Timestamp;

/// # Errors
/// [`DbError::Conflict`] where the name is taken or the person has an account.
pub fn insert(connection: &mut AnyConnection, account: &Account) -> Result<(), DbError> {
    diesel::insert_into(accounts::table)
        .values(account)
        .execute(connection)?;
    Ok(())
}

/// # Errors
/// [`DbError::NotFound`] where there is none.
pub fn find(connection: &mut AnyConnection, id: &str) -> Result<(Account, Unit), DbError> {
    Ok(accounts::table
        .inner_join(units::table)
        .filter(accounts::id.eq(id))
        .select((Account::as_select(), Unit::as_select()))
        .first(connection)?)
}

/// # Errors
/// See [`DbError`].
pub fn by_username(
    connection: &mut AnyConnection,
    username: &str,
) -> Result<Option<Account>, DbError> {
    Ok(accounts::table
        .filter(accounts::username.eq(username))
        .select(Account::as_select())
        .first(connection)
        .optional()?)
}

/// # Errors
/// See [`DbError`].
pub fn of_person(
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<Option<Account>, DbError> {
    Ok(accounts::table
        .filter(accounts::person_id.eq(person_id))
        .select(Account::as_select())
        .first(connection)
        .optional()?)
}

/// A page of accounts by name, within a scope.
///
/// # Errors
/// See [`DbError`].
pub fn list(
    connection: &mut AnyConnection,
    scope: &Scope,
    after: Option<(String, String)>,
    limit: i64,
) -> Result<Vec<(Account, Unit)>, DbError> {
    let mut query = accounts::table
        .inner_join(units::table)
        .into_boxed()
        .filter(sql::<Bool>("1 = 0"));
    for path in scope {
        query = query.or_filter(units::path.like(format!("{path}%")));
    }
    if let Some((name, id)) = after {
        query = query.filter(
            accounts::name
                .gt(name.clone())
                .or(accounts::name.eq(name).and(accounts::id.gt(id))),
        );
    }
    Ok(query
        .order((accounts::name, accounts::id))
        .limit(limit)
        .select((Account::as_select(), Unit::as_select()))
        .load(connection)?)
}

/// Counts a failed sign-in and, where given, locks the account.
///
/// # Errors
/// See [`DbError`].
pub fn sign_in_failed(
    connection: &mut AnyConnection,
    id: &str,
    failed: i64,
    locked_until: Option<Timestamp>,
) -> Result<(), DbError> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::failed_sign_ins.eq(failed),
            accounts::locked_until.eq(locked_until),
        ))
        .execute(connection)?;
    Ok(())
}

/// Sets a new password.
///
/// # Errors
/// See [`DbError`].
pub fn set_password(
    connection: &mut AnyConnection,
    id: &str,
    hash: &str,
    must_change: bool,
) -> Result<(), DbError> {
    diesel::update(accounts::table.find(id))
        .set((
            accounts::password_hash.eq(hash),
            accounts::must_change_password.eq(must_change),
            accounts::failed_sign_ins.eq(0),
            accounts::locked_until.eq(None::<Timestamp>),
            accounts::revision.eq(accounts::revision + 1),
        ))
        .execute(connection)?;
    Ok(())
}

/// Changes the state where the account still has the revision; false where it has not.
///
/// # Errors
/// See [`DbError`].
pub fn set_status(
    connection: &mut AnyConnection,
    id: &str,
    revision: i64,
    status: &str,
) -> Result<bool, DbError> {
    let changed = diesel::update(
        accounts::table
            .find(id)
            .filter(accounts::revision.eq(revision)),
    )
    .set((
        accounts::status.eq(status),
        accounts::revision.eq(accounts::revision + 1),
    ))
    .execute(connection)?;
    Ok(changed == 1)
}

/// Counts a change of what belongs to the account, such as its roles.
///
/// # Errors
/// See [`DbError`].
pub fn touch(connection: &mut AnyConnection, id: &str) -> Result<(), DbError> {
    diesel::update(accounts::table.find(id))
        .set(accounts::revision.eq(accounts::revision + 1))
        .execute(connection)?;
    Ok(())
}
