//! File mode of signing agents (VGCA `SignApproved`): the agent fetches the PDF, signs it itself and sends it back. It carries no cookie,
//! so single-use addresses stand in for the sign-in.

use chrono::TimeDelta;
use congvu_db::{AnyConnection, FileTicket, SigningRequest, signing_requests, signing_sessions};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::signing as wire;

use super::Subject;
use super::finish::{open, unrevoked};
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, Code, said};
use crate::exports;
use crate::services::Services;

/// Minutes that an agent has.
const MINUTES: i64 = 10;

/// Makes the two addresses for a signature on an export.
///
/// # Errors
/// 404 for somebody else's request, 409 where it is not about a file, 410 where it is over.
pub fn links(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request_id: &str,
) -> Result<wire::FileLinks, ApiError> {
    let request = signing_requests::find(connection, request_id)?;
    if request.account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if variant::<Subject>(&request.kind)? != Subject::Export {
        return Err(ApiError::conflict(said(
            "Chỉ bản xuất PDF mới ký theo tệp; dữ liệu hồ sơ được ký theo mã băm.",
            "Only PDF exports are signed as files; data are signed by digest.",
        )));
    }
    open(services, &request)?;
    let mut address = |direction: &str| {
        let token = hex::encode(crate::random::bytes::<32>()?);
        let ticket = FileTicket {
            token_sha256: sha256_hex(token.as_bytes()),
            request_id: request.id.clone(),
            direction: direction.to_owned(),
            expires_at: (services.now() + TimeDelta::minutes(MINUTES)).into(),
            used_at: None,
        };
        signing_sessions::add_ticket(connection, &ticket)?;
        Ok::<_, ApiError>(format!(
            "{}/api/v1/agent-files/{token}",
            services.settings.public_url
        ))
    };
    Ok(wire::FileLinks {
        download_url: address("download")?,
        upload_url: address("upload")?,
    })
}

/// The ticket's request, once.
///
/// # Errors
/// 404 for an address that was never given, 410 for one that was used or is over.
fn redeem(
    services: &Services,
    connection: &mut AnyConnection,
    token: &str,
    direction: &str,
) -> Result<SigningRequest, ApiError> {
    let hash = sha256_hex(token.as_bytes());
    let ticket = signing_sessions::ticket(connection, &hash)?;
    if ticket.direction != direction {
        return Err(ApiError::not_found());
    }
    if ticket.used_at.is_some() || ticket.expires_at.utc() <= services.now() {
        return Err(ApiError::new(
            Code::SigningRequestOver,
            said(
                "Địa chỉ dùng một lần này đã được dùng hoặc hết hạn; hãy chuẩn bị ký lại.",
                "This single-use address was used or is over; prepare the signature again.",
            ),
        ));
    }
    signing_sessions::use_ticket(connection, &hash, services.now().into())?;
    let request = signing_requests::lock(connection, &ticket.request_id)?;
    open(services, &request)?;
    Ok(request)
}

/// The file as it is before the signature.
///
/// # Errors
/// See [`redeem`].
pub fn download(
    services: &Services,
    connection: &mut AnyConnection,
    token: &str,
) -> Result<Vec<u8>, ApiError> {
    let request = redeem(services, connection, token, "download")?;
    services
        .blobs
        .get(&exports::to_be_signed(&request)?)
        .map_err(ApiError::internal)
}

/// Takes the signed file: it must begin with exactly our bytes, add nothing but a signature, and that signature must be by the
/// certificate of the request.
///
/// # Errors
/// See [`redeem`]; 422 with the reason where the file is not acceptable.
pub fn upload(
    services: &Services,
    connection: &mut AnyConnection,
    token: &str,
    file: &[u8],
) -> Result<(), ApiError> {
    let request = redeem(services, connection, token, "upload")?;
    let caller = Caller::absent(services, connection, &request.account_id)?;
    let certificate = unrevoked(connection, &request)?;
    let result =
        exports::signed_elsewhere(services, connection, &caller, &request, &certificate, file)?;
    let kept = serde_json::to_string(&result).map_err(ApiError::internal)?;
    // The digest stands in for the raw signature, which is inside the file.
    signing_requests::complete(connection, &request.id, sha256_hex(file).as_bytes(), &kept)?;
    Ok(())
}
