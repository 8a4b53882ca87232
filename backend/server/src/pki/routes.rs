//! Trust anchors and revocation lists, for anybody who verifies.

use actix_web::{HttpResponse, get};

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
