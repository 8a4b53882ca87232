//! Submissions and the decisions about them.

use congvu_openapi::approvals::{
    Decision, NewDecision, NewDecisions, PreparedDecisions, SeenSubmission,
};
use congvu_openapi::signing::SigningRequest;
use congvu_openapi::submissions::Submission;

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
    decision: &NewDecision,
) -> Result<SigningRequest, ApiError> {
    let call = Call::post(format!("/submissions/{id}/signing-requests"))
        .if_match(etag)
        .json(decision);
    Ok(call.send().await?.value)
}

/// Prepares approvals of many submissions as they were seen, each with an answer of its own.
///
/// # Errors
/// Where the certificate cannot sign; what is refused of a single one is in its answer.
pub async fn prepare_approvals(
    certificate_id: String,
    submissions: Vec<SeenSubmission>,
) -> Result<PreparedDecisions, ApiError> {
    let call = Call::post("/decisions/signing-requests").json(&NewDecisions {
        certificate_id,
        decision: Decision::Approve,
        submissions,
    });
    Ok(call.send().await?.value)
}

/// Takes a submission back before anybody has reviewed it; it is a draft again.
///
/// # Errors
/// 409 once somebody reviewed it, 412 where it changed.
pub async fn withdraw(id: &str, etag: &str) -> Result<Submission, ApiError> {
    let call = Call::post(format!("/submissions/{id}/withdrawal")).if_match(etag);
    Ok(call.send().await?.value)
}
