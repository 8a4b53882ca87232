//! Certificates of accounts.

use actix_web::{HttpResponse, get, post};
use congvu_db::certificates;
use congvu_openapi::certificates::{Certificate, CertificateList, NewCertificate, Revocation};

use super::{enrol, revoke, view};
use crate::auth::{Allowed, SignedIn};
use crate::error::ApiError;
use crate::http::{Body, Created, Id, Key, create};
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
/// At once and for good: a lost key, a colleague who left. Signatures made before stay valid.
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
            revoke(services, connection, caller, &id.0, &body.0.reason).map(Created::from)
        },
    )
    .await
}
