//! Signing in two phases.

use congvu_openapi::signing::{NewSignature, SigningResult};

use super::{ApiError, Call};

/// Hands in the signature of a prepared request.
///
/// # Errors
/// An expired request (410), or a signature that does not verify (422).
pub async fn finish(id: &str, signature: String) -> Result<SigningResult, ApiError> {
    let call = Call::post(format!("/signing-requests/{id}/signature"));
    Ok(call.json(&NewSignature { signature }).send().await?.value)
}
