//! Two-phase signing: prepare what will be signed, then verify the signature completely before
//! anything counts (C1, C7). Every act of every kind goes through here.

mod agent_files;
mod batch;
mod finish;
mod prepare;
pub mod routes;
mod session;
mod verified;

pub use finish::{finish, finish_one};
pub use prepare::{Prepared, Subject, own_certificate, prepare};
pub use session::{Credential, PinCount, settle_waiting, with_pin};
pub use verified::{Accepted, Place, accept, chain_of, judged, level, must_be_stamped, refusal};

use congvu_db::Signature;
use congvu_openapi::signing::{SignatureSummary, TimeStamp};

use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;

/// A signature as it travels.
///
/// # Errors
/// The row is damaged.
pub fn summary(services: &Services, row: &Signature) -> Result<SignatureSummary, ApiError> {
    let role = services.rules().role(&row.role);
    Ok(SignatureSummary {
        signer: row.signer.clone(),
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        act: row.act.clone(),
        signed_at: row.signed_at.rfc3339(),
        level: variant(&row.level)?,
        serial: row.serial.clone(),
        issuer: row.issuer.clone(),
        payload_sha256: row.payload_sha256.clone(),
        time_stamp: TimeStamp {
            state: variant(&row.stamp_state)?,
            at: row.stamped_at.map(congvu_db::Timestamp::rfc3339),
            authority: row.stamped_by.clone(),
        },
        on_behalf_of: row.on_behalf_of.clone(),
    })
}
