//! Two-phase signing: prepare what will be signed, then verify the signature completely before
//! anything counts (C1, C7). Every act of every kind goes through here.

mod finish;
mod prepare;
pub mod routes;
mod verified;

pub use finish::finish;
pub use prepare::{Prepared, Subject, own_certificate, prepare};
pub use verified::{Accepted, Place, accept, level};

use congvu_db::Signature;
use congvu_openapi::signing::SignatureSummary;

use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;

/// A signature as it travels.
///
/// # Errors
/// The row is damaged.
pub fn summary(services: &Services, row: &Signature) -> Result<SignatureSummary, ApiError> {
    let role = services.deployment.role(&row.role);
    Ok(SignatureSummary {
        signer: row.signer.clone(),
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        act: row.act.clone(),
        signed_at: row.signed_at.rfc3339(),
        level: variant(&row.level)?,
        serial: row.serial.clone(),
        issuer: row.issuer.clone(),
        payload_sha256: row.payload_sha256.clone(),
    })
}
