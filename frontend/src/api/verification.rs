//! Verification, which needs no account.

use congvu_openapi::verification::{KnownDocument, VerificationReport};

use super::client::encode;
use super::{ApiError, Call};

/// Has a PDF or an evidence package judged; the server keeps nothing of it.
///
/// # Errors
/// 413 where it is too large.
pub async fn verify(file: web_sys::Blob) -> Result<VerificationReport, ApiError> {
    let call = Call::ask("/verifications").file(file).without_sign_in();
    Ok(call.send().await?.value)
}

/// What this installation knows about the document with a code.
///
/// # Errors
/// 404 where there is none.
pub async fn known(code: &str) -> Result<KnownDocument, ApiError> {
    let call = Call::get(format!("/verifications/documents/{}", encode(code)));
    Ok(call.without_sign_in().send().await?.value)
}
