//! Accounts and roles.

use congvu_openapi::accounts::{
    Account, AccountPage, AccountStatus, AccountUpdate, IssuedAccount, NewRoleGrant, RoleGrant,
};

use super::client::query;
use super::{ApiError, Call};

/// A page of accounts, by name.
///
/// # Errors
/// As any call.
pub async fn list(q: &str, cursor: &str) -> Result<AccountPage, ApiError> {
    let pairs = [("q", q), ("cursor", cursor), ("limit", "20")];
    let call = Call::get(format!("/accounts{}", query(&pairs)));
    Ok(call.send().await?.value)
}

/// Issues the account of a person; the answer has the only copy of the first password.
///
/// # Errors
/// 409 where the person has one already.
pub async fn issue(person_id: &str) -> Result<IssuedAccount, ApiError> {
    let call = Call::post(format!("/people/{person_id}/account"));
    Ok(call.send().await?.value)
}

/// Suspends or reactivates an account on a written basis.
///
/// # Errors
/// 412 where somebody else changed it meanwhile.
pub async fn set_status(
    account: &Account,
    status: AccountStatus,
    basis: String,
) -> Result<Account, ApiError> {
    let call = Call::patch(format!("/accounts/{}", account.id))
        .if_match(&format!("\"{}\"", account.revision))
        .json(&AccountUpdate { status, basis });
    Ok(call.send().await?.value)
}

/// Gives a new first password.
///
/// # Errors
/// As any call.
pub async fn reset_password(id: &str) -> Result<IssuedAccount, ApiError> {
    let call = Call::post(format!("/accounts/{id}/password"));
    Ok(call.send().await?.value)
}

/// Grants a role within a unit.
///
/// # Errors
/// 422 with the fields to mend.
pub async fn grant(id: &str, grant: &NewRoleGrant) -> Result<RoleGrant, ApiError> {
    let call = Call::post(format!("/accounts/{id}/roles")).json(grant);
    Ok(call.send().await?.value)
}

/// Revokes a role.
///
/// # Errors
/// As any call.
pub async fn revoke(account: &Account, grant_id: &str) -> Result<(), ApiError> {
    Call::delete(format!("/accounts/{}/roles/{grant_id}", account.id))
        .if_match(&format!("\"{}\"", account.revision))
        .send_empty()
        .await
}
