//! Trust anchors and revocation lists, for anybody who verifies.

use actix_web::web::{Bytes, Path};
use actix_web::{HttpResponse, get, post};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;

use crate::error::{ApiError, Code, said};
use crate::services::App;

/// Trust anchors
///
/// The root certificate of the built-in pilot authority, PEM; the newest first, where it got later ones for the same name and key. Signatures under it are verifiable but have no legal force.
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

/// Certificate of the root
///
/// DER, where certificates of the issuing authority say that their issuer's is found (authority information access).
#[utoipa::path(tag = "verification", operation_id = "getRootCertificate", security(()),
    responses((status = 200, description = "DER", body = Vec<u8>, content_type = "application/pkix-cert")))]
#[get("/pki/root.cer")]
pub async fn get_root_certificate(app: App) -> Result<HttpResponse, ApiError> {
    Ok(certificate(app.authority.ca().root_der()))
}

/// Certificate of the issuing authority
///
/// DER, where certificates of people, seal and time stamps say that their issuer's is found (authority information access). The newest: name
/// and key stay the same, so it completes the paths of all of them.
#[utoipa::path(tag = "verification", operation_id = "getIssuingCertificate", security(()),
    responses((status = 200, description = "DER", body = Vec<u8>, content_type = "application/pkix-cert")))]
#[get("/pki/issuing.cer")]
pub async fn get_issuing_certificate(app: App) -> Result<HttpResponse, ApiError> {
    Ok(certificate(app.authority.ca().issuing_der()))
}

fn certificate(der: &[u8]) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/pkix-cert")
        .body(der.to_vec())
}

/// Is a certificate revoked
///
/// OCSP (RFC 6960) for certificates of the built-in pilot authority.
#[utoipa::path(tag = "verification", operation_id = "answerOcsp", security(()), request_body(content = Vec<u8>, content_type = "application/ocsp-request"),
    responses((status = 200, description = "An OCSP response, also where the request is none", body = Vec<u8>, content_type = "application/ocsp-response")))]
#[post("/pki/ocsp")]
pub async fn answer_ocsp(app: App, body: Bytes) -> Result<HttpResponse, ApiError> {
    let body = sent(body)?;
    status(app, body.to_vec()).await
}

/// Is a certificate revoked, asked by GET
///
/// OCSP with the request in the address (RFC 6960 appendix A.1): DER in Base64, percent-encoded. For small requests, by clients that cache.
#[utoipa::path(tag = "verification", operation_id = "getOcsp", security(()), params(("request" = String, Path, description = "The OCSP request, DER in Base64")),
    responses((status = 200, description = "An OCSP response, also where the request is none", body = Vec<u8>, content_type = "application/ocsp-response")))]
#[get("/pki/ocsp/{request:.*}")]
pub async fn get_ocsp(app: App, request: Path<String>) -> Result<HttpResponse, ApiError> {
    status(app, in_address(&request)).await
}

async fn status(app: App, request: Vec<u8>) -> Result<HttpResponse, ApiError> {
    let answer = app
        .into_inner()
        .read(move |services, connection| services.authority.ocsp(services, connection, &request))
        .await?;
    Ok(HttpResponse::Ok()
        .content_type("application/ocsp-response")
        .body(answer))
}

/// The request in an address. Clients differ in the alphabet and in whether they fill it up; what is no Base64 is answered as no request.
fn in_address(text: &str) -> Vec<u8> {
    let standard: String = text
        .trim_end_matches('=')
        .chars()
        .map(|letter| match letter {
            // A form's space is a plus sign that was not encoded.
            '-' | ' ' => '+',
            '_' => '/',
            other => other,
        })
        .collect();
    STANDARD_NO_PAD.decode(standard).unwrap_or_default()
}

/// Stamp the time
///
/// RFC 3161, by the built-in pilot authority: for trials and tests.
#[utoipa::path(tag = "verification", operation_id = "answerTimeStamp", security(()), request_body(content = Vec<u8>, content_type = "application/timestamp-query"),
    responses((status = 200, description = "A time-stamp response, also where the request is refused", body = Vec<u8>, content_type = "application/timestamp-reply")))]
#[post("/pki/time-stamps")]
pub async fn answer_time_stamp(app: App, body: Bytes) -> Result<HttpResponse, ApiError> {
    let body = sent(body)?;
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

/// A request that is there at all; what it says is for the protocol to answer.
fn sent(body: Bytes) -> Result<Bytes, ApiError> {
    if body.is_empty() {
        return Err(ApiError::new(
            Code::BadRequest,
            said("Yêu cầu không có nội dung.", "The request has no content."),
        ));
    }
    Ok(body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_found_in_its_address_however_it_was_written() {
        let der = [0xfb, 0xef, 0xff, 0x30];
        for text in ["++//MA==", "++//MA", "--__MA", "  //MA=="] {
            assert_eq!(in_address(text), der, "{text}");
        }
        assert!(in_address("không phải").is_empty());
    }
}
