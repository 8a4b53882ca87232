//! Signing in somebody's stead.

use congvu_openapi::delegations::{Delegation, DelegationList, NewDelegation};
use congvu_openapi::signing::SigningRequest;

use super::{ApiError, Call};

/// Delegations given and received, and what may be delegated.
///
/// # Errors
/// As any call.
pub async fn list() -> Result<DelegationList, ApiError> {
    Ok(Call::get("/delegations").send().await?.value)
}

/// Prepares the principal's signature over a new delegation.
///
/// # Errors
/// 422 with the fields to mend.
pub async fn prepare(delegation: &NewDelegation) -> Result<SigningRequest, ApiError> {
    let call = Call::post("/delegations").json(delegation);
    Ok(call.send().await?.value)
}

/// Ends one before its time.
///
/// # Errors
/// 409 where it is over already.
pub async fn end(id: &str) -> Result<Delegation, ApiError> {
    let call = Call::post(format!("/delegations/{id}/end"));
    Ok(call.send().await?.value)
}
