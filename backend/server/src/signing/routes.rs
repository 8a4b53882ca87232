//! The second phase of every signature.

use actix_web::{HttpResponse, post};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_openapi::signing::{NewSignature, SigningResult};

use super::finish;
use crate::auth::{Allowed, SignedIn};
use crate::error::{ApiError, said};
use crate::http::{Body, Id};
use crate::services::App;

/// Finish a signature
///
/// The server assembles the CMS, verifies it completely (content, key, chain, revocation, key usage) and only then acts, all in one transaction.
/// Single use; the same signature again answers the same.
#[utoipa::path(tag = "signing", operation_id = "finishSigning", params(("id" = String, Path, format = "uuid", description = "The signing request")), request_body = NewSignature,
    responses((status = 201, description = "Verified and carried out", body = SigningResult)))]
#[post("/signing-requests/{id}/signature")]
pub async fn finish_signing(
    who: Allowed<SignedIn>,
    app: App,
    id: Id,
    body: Body<NewSignature>,
) -> Result<HttpResponse, ApiError> {
    let raw = STANDARD
        .decode(body.0.signature.trim())
        .map_err(|_ignored| {
            ApiError::invalid_at(
                "/signature",
                "base64",
                said(
                    "Chữ ký phải ở dạng Base64.",
                    "The signature must be Base64.",
                ),
            )
        })?;
    let caller = who.into_caller();
    let result = app
        .into_inner()
        .write(move |services, connection| finish(services, connection, &caller, &id.0, &raw))
        .await?;
    Ok(HttpResponse::Created().json(result))
}
