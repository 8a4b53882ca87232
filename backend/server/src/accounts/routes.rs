//! Accounts and roles.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, delete, get, patch, post, web};
use congvu_openapi::accounts::{Account, AccountPage, AccountUpdate, IssuedAccount, NewRoleGrant};
use congvu_openapi::paging::PageQuery;

use super::{grant, issue, list, reset_password, revoke_role, update};
use crate::auth::{Allowed, IssueAccounts};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, IfMatch, Key, Page, Params, answer, create};
use crate::services::App;

/// Accounts
///
/// Those of the units for which the caller issues accounts, by name.
#[utoipa::path(tag = "accounts", operation_id = "listAccounts", params(PageQuery),
    responses((status = 200, description = "The accounts", body = AccountPage)))]
#[get("/accounts")]
pub async fn list_accounts(
    who: Allowed<IssueAccounts>,
    app: App,
    query: Params<PageQuery>,
) -> Result<HttpResponse, ApiError> {
    let page = Page::read(&query.0)?;
    let caller = who.into_caller();
    let accounts = app
        .into_inner()
        .read(move |services, connection| list(services, connection, &caller, &page))
        .await?;
    Ok(HttpResponse::Ok().json(accounts))
}

/// Issue the account of a person
///
/// One a person (A1). The initial password is shown this once; the person changes it at the first sign-in and gets the task of filling in the profile.
#[utoipa::path(tag = "accounts", operation_id = "issueAccount", params(("id" = String, Path, format = "uuid", description = "The person"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Issued", body = IssuedAccount)))]
#[post("/people/{id}/account")]
pub async fn issue_account(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    key: Key,
) -> Result<HttpResponse, ApiError> {
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &(),
        move |services, connection, caller| issue(services, connection, caller, &id.0),
    )
    .await
}

/// Suspend or reactivate an account
///
/// On a written request (A4). A suspended account is signed out at once.
#[utoipa::path(tag = "accounts", operation_id = "updateAccount", params(("id" = String, Path, format = "uuid", description = "The account"), ("If-Match" = String, Header, description = "Entity tag of the account as it was seen")), request_body = AccountUpdate,
    responses((status = 200, description = "Changed", body = Account)))]
#[patch("/accounts/{id}")]
pub async fn update_account(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    seen: IfMatch,
    body: Body<AccountUpdate>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let account = app
        .into_inner()
        .write(move |services, connection| {
            update(services, connection, &caller, &id.0, seen, &body.0)
        })
        .await?;
    Ok(answer(StatusCode::OK, account.revision, &account))
}

/// Give an account a new initial password
///
/// For a lost or stolen one, on a written request (A5). Every session of the account ends.
#[utoipa::path(tag = "accounts", operation_id = "resetPassword", params(("id" = String, Path, format = "uuid", description = "The account"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Reset", body = IssuedAccount)))]
#[post("/accounts/{id}/password")]
pub async fn reset_account_password(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    key: Key,
) -> Result<HttpResponse, ApiError> {
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &(),
        move |services, connection, caller| reset_password(services, connection, caller, &id.0),
    )
    .await
}

/// Grant a role
///
/// Within a unit of one's own scope, on a written basis (A4). Nobody grants roles to themselves.
#[utoipa::path(tag = "accounts", operation_id = "grantRole", params(("id" = String, Path, format = "uuid", description = "The account"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)), request_body = NewRoleGrant,
    responses((status = 201, description = "Granted", body = Account)))]
#[post("/accounts/{id}/roles")]
pub async fn grant_role(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    key: Key,
    body: Body<NewRoleGrant>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            grant(services, connection, caller, &id.0, &body.0).map(Created::from)
        },
    )
    .await
}

/// Take a role away
///
/// At once (A4, A6). A grant never changes under its identifier, so `If-Match` is not needed.
#[utoipa::path(tag = "accounts", operation_id = "revokeRole", params(("id" = String, Path, format = "uuid", description = "The account"), ("grant" = String, Path, format = "uuid", description = "The grant")),
    responses((status = 204, description = "Taken away")))]
#[delete("/accounts/{id}/roles/{grant}")]
pub async fn revoke_account_role(
    who: Allowed<IssueAccounts>,
    app: App,
    id: Id,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    app.into_inner()
        .write(move |services, connection| {
            revoke_role(services, connection, &caller, &id.0, &path.1)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}
