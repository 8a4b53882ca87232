//! Many signatures at once: each is verified and carried out in a transaction of its own (C5).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::signing_requests;
use congvu_openapi::approvals::{NewSignatures, RequestSignature, SigningOutcome, SigningOutcomes};
use congvu_openapi::signing::SigningResult;

use super::finish_one;
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::http::Language;
use crate::services::Services;

/// Finishes each request with its own signature; one that is refused does not hold up the others.
pub fn finish_many(
    services: &Services,
    caller: &Caller,
    language: Language,
    new: &NewSignatures,
) -> SigningOutcomes {
    let items = new
        .items
        .iter()
        .map(|item| {
            let (result, problem) = match finish(services, caller, item) {
                Ok(result) => (Some(result), None),
                Err(error) => (None, Some(error.problem(language))),
            };
            SigningOutcome {
                request_id: item.request_id.clone(),
                result,
                problem,
            }
        })
        .collect();
    SigningOutcomes { items }
}

fn finish(
    services: &Services,
    caller: &Caller,
    item: &RequestSignature,
) -> Result<SigningResult, ApiError> {
    let raw = STANDARD.decode(item.signature.trim()).map_err(|_ignored| {
        ApiError::invalid_at(
            "/signature",
            "base64",
            said(
                "Chữ ký phải ở dạng Base64.",
                "The signature must be Base64.",
            ),
        )
    })?;
    match answered(services, caller, &item.request_id, &raw)? {
        Some(result) => Ok(result),
        None => finish_one(services, caller, &item.request_id, &raw),
    }
}

/// What the same signature brought about before: a repeated batch waits for no lock.
fn answered(
    services: &Services,
    caller: &Caller,
    request_id: &str,
    raw: &[u8],
) -> Result<Option<SigningResult>, ApiError> {
    let request = services
        .database
        .read(|connection| Ok::<_, ApiError>(signing_requests::find(connection, request_id)?))?;
    if request.account_id != caller.account_id || request.signature.as_deref() != Some(raw) {
        return Ok(None);
    }
    request
        .result
        .map(|result| serde_json::from_str(&result).map_err(ApiError::internal))
        .transpose()
}
