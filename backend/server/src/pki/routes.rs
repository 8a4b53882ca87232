//! Trust anchors and revocation lists, for anybody who verifies.

use actix_web::web::Bytes;
use actix_web::{HttpResponse, get, post};

use crate::error::ApiError;
use crate::services::App;

/// Trust anchors
///
/// The root certificate of the built-in pilot authority, PEM. Signatures under it are verifiable but have no legal force.
#[utoipa::path(tag = "verification", operation_id = "getAnchors", security(()),
    responses((status = 200, description = "PEM", body = String, content_type = "application/x-pem-file")))]
#[get("/pki/anchors.pem")]
pub async fn get_anchors(app: App) -> Result<HttpResponse, ApiError> {
    let pem = app
        .into_inner()
        .work(|services| services.authority.anchors_pem())
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/x-pem-file")
        .body(pem))
}

async fn list(app: App, issuing: bool) -> Result<HttpResponse, ApiError> {
    let [root, own] = app
        .into_inner()
        .read(|services, connection| services.authority.crls(services, connection))
        .await?;
    let crl = if issuing { own } else { root };
    Ok(HttpResponse::Ok()
        .content_type("application/pkix-crl")
        .body(crl))
}

/// Revocation list of the root
///
/// DER, signed by the root; new at least every six hours.
#[utoipa::path(tag = "verification", operation_id = "getRootCrl", security(()),
    responses((status = 200, description = "DER", body = String, content_type = "application/pkix-crl")))]
#[get("/pki/root.crl")]
pub async fn get_root_crl(app: App) -> Result<HttpResponse, ApiError> {
    list(app, false).await
}

/// Revocation list of the issuing authority
///
/// DER, signed by the issuing authority; new at least every six hours and after each revocation.
#[utoipa::path(tag = "verification", operation_id = "getIssuingCrl", security(()),
    responses((status = 200, description = "DER", body = String, content_type = "application/pkix-crl")))]
#[get("/pki/issuing.crl")]
pub async fn get_issuing_crl(app: App) -> Result<HttpResponse, ApiError> {
    list(app, true).await
}

/// Is a certificate revoked
///
/// OCSP (RFC 6960) for certificates of the built-in pilot authority.
#[utoipa::path(tag = "verification", operation_id = "answerOcsp", security(()), request_body(content = Vec<u8>, content_type = "application/ocsp-request"),
    responses((status = 200, description = "An OCSP response, also where the request is none", body = Vec<u8>, content_type = "application/ocsp-response")))]
#[post("/pki/ocsp")]
pub async fn answer_ocsp(app: App, body: Bytes) -> Result<HttpResponse, ApiError> {
    let answer = app
        .into_inner()
        .read(move |services, connection| services.authority.ocsp(services, connection, &body))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/ocsp-response")
        .body(answer))
}

/// Stamp the time
///
/// RFC 3161, by the built-in pilot authority: for trials and tests.
#[utoipa::path(tag = "verification", operation_id = "answerTimeStamp", security(()), request_body(content = Vec<u8>, content_type = "application/timestamp-query"),
    responses((status = 200, description = "A time-stamp response, also where the request is refused", body = Vec<u8>, content_type = "application/timestamp-reply")))]
#[post("/pki/time-stamps")]
pub async fn answer_time_stamp(app: App, body: Bytes) -> Result<HttpResponse, ApiError> {
    let answer = app
        .into_inner()
        .work(move |services| {
            let serial = crate::random::bytes()?;
            let now = services.now();
            Ok(services
                .authority
                .stamping(now)?
                .tsa
                .respond(&body, serial, now))
        })
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/timestamp-reply")
        .body(answer))
}
