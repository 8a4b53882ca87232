//! Delegations.

use actix_web::{HttpResponse, get, post};
use congvu_openapi::delegations::{Delegation, DelegationList, NewDelegation};
use congvu_openapi::signing::SigningRequest;

use super::{end, list, prepare};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, create};
use crate::services::App;

/// Delegations given and received
///
/// Newest first, with what the caller may delegate under the regulation (C5).
#[utoipa::path(tag = "delegations", operation_id = "listDelegations",
    responses((status = 200, description = "The delegations", body = DelegationList)))]
#[get("/delegations")]
pub async fn list_delegations(who: Allowed<SignedIn>, app: App) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let found = app
        .into_inner()
        .read(move |services, connection| list(services, connection, &caller))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Prepare a delegation
///
/// Of a role held in one's own right, for a time, on a written basis; nobody hands on what they hold by delegation. It counts once signed.
#[utoipa::path(tag = "delegations", operation_id = "prepareDelegation", request_body = NewDelegation, params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "To be signed", body = SigningRequest)))]
#[post("/delegations")]
pub async fn prepare_delegation(
    who: Allowed<SignedIn>,
    app: App,
    key: Key,
    body: Body<NewDelegation>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            prepare(services, connection, caller, &body.0).map(Created::from)
        },
    )
    .await
}

/// End a delegation
///
/// At once; what was signed under it stays signed.
#[utoipa::path(tag = "delegations", operation_id = "endDelegation", params(("id" = String, Path, format = "uuid", description = "The delegation"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Ended", body = Delegation)))]
#[post("/delegations/{id}/end")]
pub async fn end_delegation(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
) -> Result<HttpResponse, ApiError> {
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &(),
        move |services, connection, caller| {
            end(services, connection, caller, &id.0).map(Created::from)
        },
    )
    .await
}
