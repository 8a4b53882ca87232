use congvu_db::{AnyConnection, Certificate, SigningRequest, certificates, signing_requests};
use congvu_openapi::signing::{SigningResult, TrustLevel};

use super::{Accepted, Subject, accept, chain_of};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, Code, said};
use crate::services::Services;
use crate::{delegations, exports, pki, submissions};

/// The whole second phase: fetches revocation data that are due, then [`finish`] in a transaction of its own.
///
/// # Errors
/// See [`finish`].
pub fn finish_one(
    services: &Services,
    caller: &Caller,
    request_id: &str,
    raw: &[u8],
) -> Result<SigningResult, ApiError> {
    let certificate = services.database.read(|connection| {
        let request = signing_requests::find(connection, request_id)?;
        Ok::<_, ApiError>(certificates::find(connection, &request.certificate_id)?)
    })?;
    if certificate.level != word(&TrustLevel::Pilot) || certificate.chain != "[]" {
        // Other authorities are asked before the transaction begins, never within.
        pki::refresh(services, &chain_of(services, &certificate)?)?;
    }
    let result = services
        .database
        .write(|connection| finish(services, connection, caller, request_id, raw))?;
    if !services.stamps.is_built_in() {
        services.alarm.ring();
    }
    Ok(result)
}

/// Verifies the signature and carries out the act, in one transaction; the same signature again
/// answers the same.
///
/// # Errors
/// 404 for somebody else's request, 410 for one that is over, 412 where the subject changed meanwhile,
/// 422 for a signature that does not hold.
pub fn finish(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request_id: &str,
    raw: &[u8],
) -> Result<SigningResult, ApiError> {
    let request = signing_requests::lock(connection, request_id)?;
    if request.account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if let (Some(signature), Some(result)) = (&request.signature, &request.result) {
        // A lost answer is asked for again with the same signature.
        return if signature == raw {
            serde_json::from_str(result).map_err(ApiError::internal)
        } else {
            Err(over())
        };
    }
    open(services, &request)?;
    let certificate = unrevoked(connection, &request)?;
    let accepted = accept(services, connection, &request, &certificate, raw)?;
    let result = act(services, connection, caller, &request, &accepted)?;
    let kept = serde_json::to_string(&result).map_err(ApiError::internal)?;
    signing_requests::complete(connection, request_id, raw, &kept)?;
    Ok(result)
}

fn act(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<SigningResult, ApiError> {
    match variant(&request.kind)? {
        Subject::Draft => submissions::submit(services, connection, caller, request, accepted),
        Subject::Submission => submissions::decide(services, connection, caller, request, accepted),
        Subject::Export => exports::signed(services, connection, caller, request, accepted),
        Subject::Certificate => {
            crate::certificates::registered(services, connection, caller, request, accepted)
        }
        Subject::Delegation => {
            delegations::delegated(services, connection, caller, request, accepted)
        }
    }
}

/// # Errors
/// 410 where the request expired or was signed.
pub(super) fn open(services: &Services, request: &SigningRequest) -> Result<(), ApiError> {
    if request.signature.is_some() || request.expires_at.utc() <= services.now() {
        return Err(over());
    }
    Ok(())
}

/// The certificate of a request. It may have been revoked here since the request was prepared, whatever its authority's lists say.
///
/// # Errors
/// 422 where it was.
pub(super) fn unrevoked(
    connection: &mut AnyConnection,
    request: &SigningRequest,
) -> Result<Certificate, ApiError> {
    let certificate = certificates::find(connection, &request.certificate_id)?;
    if certificate.revoked_at.is_some() {
        return Err(super::refusal("revoked"));
    }
    Ok(certificate)
}

fn over() -> ApiError {
    ApiError::new(
        Code::SigningRequestOver,
        said(
            "Yêu cầu ký này đã hết hạn hoặc đã được dùng; hãy chuẩn bị ký lại.",
            "This signing request expired or was used; prepare it again.",
        ),
    )
}
