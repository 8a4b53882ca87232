//! Which body this is and what its regulation lays down.

use congvu_openapi::deployment::{DeploymentInfo, RuleList};

use super::{ApiError, Call};

/// The body.
///
/// # Errors
/// Where the server cannot be reached.
pub async fn info() -> Result<DeploymentInfo, ApiError> {
    Ok(Call::get("/deployment").send().await?.value)
}

/// Its deadlines.
///
/// # Errors
/// Where the server cannot be reached.
pub async fn rules() -> Result<RuleList, ApiError> {
    Ok(Call::get("/deployment/rules").send().await?.value)
}
