//! Keys at a remote signing service.

use congvu_db::{Certificate, SigningRequest};
use serde::{Deserialize, Serialize};

use super::{Outcome, at_secret, tbs, unavailable};
use crate::error::{ApiError, said};
use crate::remote::{Begun, RemoteError};
use crate::services::Services;

/// Where a remote credential is found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Credential {
    pub user: String,
    pub credential: String,
}

/// What a waiting session waits for.
#[derive(Serialize, Deserialize)]
pub(super) struct Waiting {
    pub credential: Credential,
    pub transaction: String,
}

pub(super) fn remotely(
    services: &Services,
    certificate: &Certificate,
    requests: &[SigningRequest],
    secret: &str,
) -> Result<Outcome, ApiError> {
    let remote = services
        .places
        .remote(&certificate.provider)
        .ok_or_else(|| unavailable(&certificate.provider))?;
    let found: Credential =
        serde_json::from_str(&certificate.reference).map_err(ApiError::internal)?;
    let digests: Vec<[u8; 32]> = requests.iter().map(|request| tbs(request).digest).collect();
    let what = format!("{}: {} văn bản", services.rules().body.name, requests.len());
    let otp = (!secret.is_empty()).then_some(secret);
    let begun = remote
        .begin(&found.user, &found.credential, &digests, &what, otp)
        .map_err(|error| remote_problem(&certificate.provider, &error))?;
    Ok(match begun {
        Begun::Signed(raws) => Outcome::Signed(raws),
        Begun::Waiting { transaction } => Outcome::Waiting(Waiting {
            credential: found,
            transaction,
        }),
    })
}

/// What a remote service's refusal means here.
fn remote_problem(place: &str, error: &RemoteError) -> ApiError {
    match error {
        RemoteError::WrongOtp => at_secret(
            "wrong_otp",
            said(
                "Mã xác thực không đúng hoặc đã hết hạn; hãy lấy mã mới.",
                "The one-time code is wrong or over; ask for a new one.",
            ),
        ),
        RemoteError::Refused(_) => ApiError::conflict(said(
            "Anh/chị đã từ chối ký trên thiết bị xác nhận; chưa có gì được ký.",
            "The signing was declined on the confirming device; nothing was signed.",
        )),
        other => {
            log::warn!("remote signing at {place}: {other}");
            unavailable(place)
        }
    }
}

/// Has the remote service send a one-time code.
///
/// # Errors
/// 422 where the certificate is not at a remote service.
pub fn send_code(services: &Services, certificate: &Certificate) -> Result<(), ApiError> {
    let remote = services
        .places
        .remote(&certificate.provider)
        .ok_or_else(|| {
            ApiError::invalid_at(
                "/certificate_id",
                "not_remote",
                said(
                    "Chứng thư này không ở dịch vụ ký số từ xa.",
                    "This certificate is not at a remote service.",
                ),
            )
        })?;
    let found: Credential =
        serde_json::from_str(&certificate.reference).map_err(ApiError::internal)?;
    remote
        .send_otp(&found.user, &found.credential)
        .map_err(|error| remote_problem(&certificate.provider, &error))
}
