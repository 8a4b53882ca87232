//! Accounts and roles.

use congvu_openapi::accounts::{
    Account, AccountPage, AccountStatus, AccountUpdate, IssuedAccount, NewRoleGrant,
};

use super::client::query;
use super::{ApiError, Call};
use crate::format::fold;

/// Entries of a page.
const PAGE: &str = "20";
/// The most entries that one call gives.
const MOST: &str = "100";

/// A page of accounts, by name.
///
/// # Errors
/// As any call.
pub async fn list(cursor: &str) -> Result<AccountPage, ApiError> {
    page(cursor, PAGE).await
}

/// The accounts whose name or user name has the words, accents aside. The API lists and does not
/// search, so this reads the whole list.
///
/// # Errors
/// As any call.
pub async fn search(words: &str) -> Result<AccountPage, ApiError> {
    let wanted = fold(words);
    let has = |text: &str| fold(text).contains(&wanted);
    let mut found = AccountPage {
        items: Vec::new(),
        next: Some(String::new()),
    };
    while let Some(cursor) = found.next.take() {
        let page = page(&cursor, MOST).await?;
        let matching = page
            .items
            .into_iter()
            .filter(|a| has(&a.name) || has(&a.username));
        found.items.extend(matching);
        found.next = page.next;
    }
    Ok(found)
}

async fn page(cursor: &str, limit: &str) -> Result<AccountPage, ApiError> {
    let pairs = [("cursor", cursor), ("limit", limit)];
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
pub async fn grant(id: &str, grant: &NewRoleGrant) -> Result<Account, ApiError> {
    let call = Call::post(format!("/accounts/{id}/roles")).json(grant);
    Ok(call.send().await?.value)
}

/// Revokes a role, at once.
///
/// # Errors
/// As any call.
pub async fn revoke(id: &str, grant_id: &str) -> Result<(), ApiError> {
    Call::delete(format!("/accounts/{id}/roles/{grant_id}"))
        .send_empty()
        .await
}
