//! Signing with keys that the server reaches: one PIN or one confirmation, and yet one signature and one result for each document (C5).

mod cancel;
mod outcome;
mod poll;
mod remote;
mod token;

use chrono::TimeDelta;
use congvu_db::{Certificate, SigningRequest, certificates, signing_requests, signing_sessions};
use congvu_openapi::certificates::KeyPlace;
use congvu_openapi::signing as wire;
use congvu_openapi::signing::SessionState;
use congvu_signing::cms::ToBeSigned;

use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, Code, Said, said};
use crate::http::Language;
use crate::services::Services;

pub use cancel::cancel;
use outcome::{finish_all, item, view};
pub use poll::{poll, settle_waiting};
pub use remote::{Credential, send_code};
use remote::{Waiting, remotely};
use token::with_token;
pub use token::{PinCount, with_pin};

/// Minutes that a confirmation on the telephone is waited for.
const WAITING_MINUTES: i64 = 10;

/// Opens a session: signs at once with a token or a remote key, or waits for the holder's confirmation elsewhere.
///
/// # Errors
/// 404 for somebody else's request, 409 where the key is not the server's to reach, 422 at `/secret` for a wrong PIN or code; then nothing
/// was signed.
pub fn open(
    services: &Services,
    caller: &Caller,
    language: Language,
    new: &wire::NewSigningSession,
) -> Result<wire::SigningSession, ApiError> {
    let (requests, certificate) = load(services, caller, &new.requests)?;
    let secret = new.secret.as_deref().unwrap_or_default();
    let outcome = match variant(&certificate.place)? {
        KeyPlace::Token => Outcome::Signed(with_token(services, &certificate, &requests, secret)?),
        KeyPlace::Remote => remotely(services, &certificate, &requests, secret)?,
        KeyPlace::Browser | KeyPlace::File | KeyPlace::Agent => {
            return Err(ApiError::conflict(said(
                "Khoá của chứng thư này ở máy của anh/chị; hãy ký ngay trên trình duyệt.",
                "The key of this certificate is with you; sign in the browser.",
            )));
        }
    };
    let ids: Vec<&str> = requests.iter().map(|request| request.id.as_str()).collect();
    let (items, waiting, reference) = match outcome {
        Outcome::Signed(raws) => (
            finish_all(services, caller, language, &ids, &raws),
            false,
            String::new(),
        ),
        Outcome::Waiting(waiting) => (
            ids.iter()
                .map(|id| item(id, SessionState::Waiting))
                .collect(),
            true,
            serde_json::to_string(&waiting).map_err(ApiError::internal)?,
        ),
    };
    let now = services.now();
    let row = congvu_db::SigningSession {
        id: services.new_id(),
        account_id: caller.account_id.clone(),
        certificate_id: certificate.id.clone(),
        reference,
        items: serde_json::to_string(&items).map_err(ApiError::internal)?,
        waiting,
        created_at: now.into(),
        expires_at: (now + TimeDelta::minutes(WAITING_MINUTES)).into(),
    };
    services
        .database
        .write(|connection| Ok::<_, ApiError>(signing_sessions::insert(connection, &row)?))?;
    view(&row)
}

enum Outcome {
    Signed(Vec<Vec<u8>>),
    Waiting(Waiting),
}

fn load(
    services: &Services,
    caller: &Caller,
    ids: &[String],
) -> Result<(Vec<SigningRequest>, Certificate), ApiError> {
    services.database.read(|connection| {
        let mut requests = Vec::new();
        for id in ids {
            let request = signing_requests::find(connection, id)?;
            if request.account_id != caller.account_id {
                return Err(ApiError::not_found());
            }
            requests.push(request);
        }
        let certificate = requests
            .first()
            .map(|first| first.certificate_id.clone())
            .ok_or_else(ApiError::not_found)?;
        if requests
            .iter()
            .any(|request| request.certificate_id != certificate)
        {
            return Err(ApiError::invalid_at(
                "/requests",
                "several_certificates",
                said(
                    "Một lần ký chỉ dùng một chứng thư; hãy tách thành nhiều lần.",
                    "One session signs with one certificate; use several.",
                ),
            ));
        }
        Ok((requests, certificates::find(connection, &certificate)?))
    })
}

fn tbs(request: &SigningRequest) -> ToBeSigned {
    ToBeSigned {
        attributes: request.attributes.clone(),
        digest: crate::submissions::sha256(&request.attributes),
    }
}

fn at_secret(code: &str, message: Said) -> ApiError {
    ApiError::invalid_at("/secret", code, message)
}

fn unavailable(place: &str) -> ApiError {
    ApiError::new(
        Code::Unavailable,
        said(
            format!(
                "Không dùng được khoá ở “{place}” lúc này; chưa có gì được ký. Hãy thử lại, hoặc ký bằng khoá khác."
            ),
            format!(
                "The key at “{place}” cannot be used now; nothing was signed. Try again, or sign with another key."
            ),
        ),
    )
}
