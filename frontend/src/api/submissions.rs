//! Submissions and the decisions about them.

use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing::SigningRequest;
use congvu_openapi::submissions::{ItemReason, Submission};

use super::{ApiError, Call, Loaded};

/// A submission.
///
/// # Errors
/// 404 also where the caller may not know it.
pub async fn get(id: &str) -> Result<Loaded<Submission>, ApiError> {
    Call::get(format!("/submissions/{id}")).send().await
}

/// Prepares the signature over a decision on the current step, if the submission is still as it was (`etag`).
///
/// # Errors
/// 412 where it changed meanwhile; 409 where the step is decided.
pub async fn prepare_decision(
    id: &str,
    etag: &str,
    certificate_id: String,
    decision: Decision,
    reasons: Vec<ItemReason>,
) -> Result<SigningRequest, ApiError> {
    let call = Call::post(format!("/submissions/{id}/signing-requests"))
        .if_match(etag)
        .json(&NewDecision {
            certificate_id,
            decision,
            reasons,
            return_to: None,
        });
    Ok(call.send().await?.value)
}
