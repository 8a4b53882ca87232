use congvu_db::{AnyConnection, SigningRequest, certificates, signing_requests};
use congvu_openapi::signing::SigningResult;

use super::{Accepted, Subject, accept};
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, Code, said};
use crate::services::Services;
use crate::{exports, submissions};

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
    if request.expires_at.utc() <= services.now() {
        return Err(over());
    }
    let certificate = certificates::find(connection, &request.certificate_id)?;
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
    }
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
