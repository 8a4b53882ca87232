//! Signing in two phases, and sessions that sign with a key the server reaches.

use congvu_openapi::approvals::{NewSignatures, RequestSignature, SigningOutcomes};
use congvu_openapi::signing::{
    FileLinks, NewOneTimeCode, NewSignature, NewSigningSession, SigningResult, SigningSession,
};

use super::{ApiError, Call};

/// Hands in the signature of a prepared request.
///
/// # Errors
/// An expired request (410), or a signature that does not verify (422).
pub async fn finish(id: &str, signature: String) -> Result<SigningResult, ApiError> {
    let call = Call::post(format!("/signing-requests/{id}/signature"));
    Ok(call.json(&NewSignature { signature }).send().await?.value)
}

/// Hands in the signatures of many prepared requests; the same ones again get the same answers.
///
/// # Errors
/// As any call; what is refused of a single one is in its answer.
pub async fn finish_many(items: Vec<RequestSignature>) -> Result<SigningOutcomes, ApiError> {
    let call = Call::ask("/signing-requests/signatures").json(&NewSignatures { items });
    Ok(call.send().await?.value)
}

/// Signs prepared requests of one certificate in a token of the server or at a remote service.
///
/// # Errors
/// A mistake at `/secret` where the PIN or the code is not right; nothing is lost then.
pub async fn start_session(
    requests: Vec<String>,
    secret: Option<String>,
) -> Result<SigningSession, ApiError> {
    let call = Call::post("/signing-sessions").json(&NewSigningSession { requests, secret });
    Ok(call.send().await?.value)
}

/// How far a signing session is.
///
/// # Errors
/// As any call.
pub async fn session(id: &str) -> Result<SigningSession, ApiError> {
    let call = Call::get(format!("/signing-sessions/{id}"));
    Ok(call.send().await?.value)
}

/// Gives up a session that waits; a confirmation that still comes is not carried out. One that is over stays as it is.
///
/// # Errors
/// As any call; it waits on then.
pub async fn cancel_session(id: &str) -> Result<(), ApiError> {
    Call::delete(format!("/signing-sessions/{id}"))
        .send_empty()
        .await
}

/// Has the remote service send the holder a one-time code.
///
/// # Errors
/// Where the service is away or refuses.
pub async fn send_code(certificate_id: String) -> Result<(), ApiError> {
    Call::post("/signing-sessions/one-time-codes")
        .json(&NewOneTimeCode { certificate_id })
        .send_empty()
        .await
}

/// Addresses for an agent that signs the whole file.
///
/// # Errors
/// 409 for anything but an export.
pub async fn file_links(id: &str) -> Result<FileLinks, ApiError> {
    let call = Call::post(format!("/signing-requests/{id}/file-links"));
    Ok(call.send().await?.value)
}
