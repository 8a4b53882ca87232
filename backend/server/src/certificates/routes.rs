//! Certificates of accounts.

use actix_web::{HttpResponse, get, post};
use congvu_db::certificates;
use congvu_domain::access::Action;
use congvu_openapi::certificates::{
    Certificate, CertificateList, CertificateSources, KeyPlaces, NewCertificate, NewRegistration,
    Registration, Revocation, SourceQuery,
};

use super::{enrol, register, revoke, view};
use crate::auth::{Allowed, IssueAccounts, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, Params, create};
use crate::places;
use crate::services::App;

/// One's own certificates
///
/// Newest first. `public_key_sha256` tells a browser which key is its own.
#[utoipa::path(tag = "certificates", operation_id = "listCertificates",
    responses((status = 200, description = "The certificates", body = CertificateList)))]
#[get("/certificates")]
pub async fn list_certificates(who: Allowed<SignedIn>, app: App) -> Result<HttpResponse, ApiError> {
    let caller = who.into_caller();
    let list = app
        .into_inner()
        .read(move |services, connection| {
            let rows = certificates::of_account(connection, &caller.account_id)?;
            let items = rows
                .iter()
                .map(|row| view(services, row))
                .collect::<Result<_, _>>()?;
            Ok(CertificateList { items })
        })
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Ask for a certificate
///
/// From the built-in pilot authority, for a key made anywhere. Signatures under it are verifiable but have no legal force, and say so.
#[utoipa::path(tag = "certificates", operation_id = "createCertificate", request_body = NewCertificate, params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Issued", body = Certificate)))]
#[post("/certificates")]
pub async fn create_certificate(
    who: Allowed<SignedIn>,
    app: App,
    key: Key,
    body: Body<NewCertificate>,
) -> Result<HttpResponse, ApiError> {
    let Body(new) = body;
    let asked = new.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            enrol(services, connection, caller, &new).map(Created::from)
        },
    )
    .await
}

/// Revoke a certificate
///
/// At once and for good: a lost key, a colleague who left. Signatures made before stay valid. The code reaches revocation list and OCSP.
#[utoipa::path(tag = "certificates", operation_id = "revokeCertificate", request_body = Revocation, params(("id" = String, Path, format = "uuid", description = "The certificate"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Revoked", body = Certificate)))]
#[post("/certificates/{id}/revocation")]
pub async fn revoke_certificate(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    key: Key,
    body: Body<Revocation>,
) -> Result<HttpResponse, ApiError> {
    let asked = body.0.clone();
    create(
        app.into_inner(),
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            revoke(services, connection, caller, &id.0, &body.0).map(Created::from)
        },
    )
    .await
}

/// Places for keys
///
/// Where the keys of this installation's people may be, and which anchors count here.
#[utoipa::path(tag = "certificates", operation_id = "getKeyPlaces",
    responses((status = 200, description = "The places", body = KeyPlaces)))]
#[get("/certificates/places")]
pub async fn get_key_places(_who: Allowed<SignedIn>, app: App) -> Result<HttpResponse, ApiError> {
    let found = app.into_inner().work(places::view).await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Certificates in a token or at a remote service
///
/// What could be registered.
#[utoipa::path(tag = "certificates", operation_id = "listCertificateSources", params(SourceQuery),
    responses((status = 200, description = "The certificates found", body = CertificateSources)))]
#[get("/certificates/sources")]
pub async fn list_certificate_sources(
    _who: Allowed<SignedIn>,
    app: App,
    query: Params<SourceQuery>,
) -> Result<HttpResponse, ApiError> {
    let found = app
        .into_inner()
        .work(move |services| register::sources(services, &query.0))
        .await?;
    Ok(HttpResponse::Ok().json(found))
}

/// Register a certificate from elsewhere
///
/// In a file, a token, or at a remote service. A first signature shows that the account holds its key; then it counts at once where it names
/// the person by identification number, and otherwise once whoever issues accounts has confirmed it.
#[utoipa::path(tag = "certificates", operation_id = "registerCertificate", request_body = NewRegistration, params(("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "To be signed", body = Registration)))]
#[post("/certificates/registrations")]
pub async fn register_certificate(
    who: Allowed<SignedIn>,
    app: App,
    key: Key,
    body: Body<NewRegistration>,
) -> Result<HttpResponse, ApiError> {
    let Body(new) = body;
    let asked = new.clone();
    let services = app.into_inner();
    let (new, found) = services
        .clone()
        .work(move |services| {
            let found = register::look_up(services, &new)?;
            Ok((new, found))
        })
        .await?;
    create(
        services,
        who.into_caller(),
        key,
        &asked,
        move |services, connection, caller| {
            register::register(services, connection, caller, &new, &found).map(Created::from)
        },
    )
    .await
}

/// Certificates that wait for a confirmation
///
/// Of accounts in the caller's scope: those that name nobody by identification number.
#[utoipa::path(tag = "certificates", operation_id = "listAwaitingCertificates",
    responses((status = 200, description = "The certificates, with their holders", body = CertificateList)))]
#[get("/certificates/awaiting")]
pub async fn list_awaiting_certificates(
    who: Allowed<IssueAccounts>,
    app: App,
) -> Result<HttpResponse, ApiError> {
    let scope = who.scope(Action::IssueAccounts);
    let list = app
        .into_inner()
        .read(move |services, connection| register::awaiting(services, connection, &scope))
        .await?;
    Ok(HttpResponse::Ok().json(list))
}

/// Confirm whose a certificate is
///
/// By whoever issues accounts, after seeing that the serial number is that of the holder's device.
#[utoipa::path(tag = "certificates", operation_id = "confirmCertificate", params(("id" = String, Path, format = "uuid", description = "The certificate"), ("Idempotency-Key" = String, Header, description = "Any string unique to this creation", min_length = 1, max_length = 255)),
    responses((status = 201, description = "Confirmed", body = Certificate)))]
#[post("/certificates/{id}/confirmation")]
pub async fn confirm_certificate(
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
        move |services, connection, caller| {
            register::confirm(services, connection, caller, &id.0).map(Created::from)
        },
    )
    .await
}
