//! Signing with keys that the server reaches: one PIN or one confirmation, and yet one signature and one result for each document (C5).

use chrono::TimeDelta;
use congvu_db::{Certificate, SigningRequest, certificates, signing_requests, signing_sessions};
use congvu_openapi::certificates::KeyPlace;
use congvu_openapi::signing as wire;
use congvu_openapi::signing::SessionState;
use congvu_signing::cms::ToBeSigned;
use congvu_signing::pkcs11::KeyName;
use congvu_signing::signer::{Signer as _, SignerError};
use serde::{Deserialize, Serialize};

use super::finish_one;
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::{ApiError, Code, Said, said};
use crate::http::Language;
use crate::remote::{Begun, Polled, RemoteError};
use crate::services::Services;

/// Wrong PINs in a row after which a token is left alone, well before it locks itself.
const WRONG_PINS: i64 = 5;
const LOCKED_MINUTES: i64 = 15;
/// Minutes that a confirmation on the telephone is waited for.
const WAITING_MINUTES: i64 = 10;

/// Where a remote credential is found.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Credential {
    pub user: String,
    pub credential: String,
}

/// What a waiting session waits for.
#[derive(Serialize, Deserialize)]
struct Waiting {
    credential: Credential,
    transaction: String,
}

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
                "Khoá của chứng thư này ở máy của bạn; hãy ký ngay trên trình duyệt.",
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

/// Signs everything in one login of the token.
fn with_token(
    services: &Services,
    certificate: &Certificate,
    requests: &[SigningRequest],
    pin: &str,
) -> Result<Vec<Vec<u8>>, ApiError> {
    let module = services
        .places
        .token(&certificate.provider)
        .ok_or_else(|| unavailable(&certificate.provider))?;
    let id = hex::decode(&certificate.reference).map_err(ApiError::internal)?;
    with_pin(services, &certificate.provider, || {
        let session = module.open(&certificate.provider, pin)?;
        let key = session.key(KeyName::Id(&id))?;
        requests
            .iter()
            .map(|request| key.sign(&tbs(request)))
            .collect()
    })
}

/// Uses a PIN at a token; wrong ones in a row are counted, and the token is left alone before it locks itself.
///
/// # Errors
/// 422 at `/secret`, 503 where the token cannot be reached.
pub fn with_pin<T>(
    services: &Services,
    token: &str,
    work: impl FnOnce() -> Result<T, SignerError>,
) -> Result<T, ApiError> {
    let now = services.now();
    let (failures, locked_until) = services
        .database
        .read(|connection| Ok::<_, ApiError>(signing_sessions::pin_failures(connection, token)?))?;
    if locked_until.is_some_and(|until| until.utc() > now) {
        return Err(at_secret(
            "pin_locked",
            said(
                format!(
                    "Đã nhập sai mã PIN nhiều lần; thiết bị được tạm khoá {LOCKED_MINUTES} phút để không bị khoá hẳn."
                ),
                format!(
                    "The PIN was wrong too often; the token is left alone for {LOCKED_MINUTES} minutes, so that it does not lock itself."
                ),
            ),
        ));
    }
    let note = |failures: i64, until| {
        services.database.write(|connection| {
            Ok::<_, ApiError>(signing_sessions::set_pin_failures(
                connection, token, failures, until,
            )?)
        })
    };
    match work() {
        Ok(done) => {
            if failures > 0 {
                note(0, None)?;
            }
            Ok(done)
        }
        Err(SignerError::WrongPin) => {
            let failures = failures + 1;
            let until =
                (failures >= WRONG_PINS).then(|| (now + TimeDelta::minutes(LOCKED_MINUTES)).into());
            // After the pause there is one attempt at a time.
            note(failures.min(WRONG_PINS - 1), until)?;
            let left = (WRONG_PINS - failures).max(0);
            Err(at_secret(
                "wrong_pin",
                said(
                    format!("Mã PIN không đúng. Còn {left} lần thử trước khi tạm khoá."),
                    format!("The PIN is wrong. {left} attempts are left before a pause."),
                ),
            ))
        }
        Err(SignerError::PinLocked) => Err(at_secret(
            "pin_locked",
            said(
                "Thiết bị đã bị khoá vì nhập sai mã PIN; hãy liên hệ đơn vị cấp thiết bị để mở khoá.",
                "The token is locked after wrong PINs; ask whoever issued it to unlock it.",
            ),
        )),
        Err(error) => {
            log::warn!("token {token}: {error}");
            Err(unavailable(token))
        }
    }
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

fn remotely(
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
pub fn remote_problem(place: &str, error: &RemoteError) -> ApiError {
    match error {
        RemoteError::WrongOtp => at_secret(
            "wrong_otp",
            said(
                "Mã xác thực không đúng hoặc đã hết hạn; hãy lấy mã mới.",
                "The one-time code is wrong or over; ask for a new one.",
            ),
        ),
        RemoteError::Refused(_) => ApiError::conflict(said(
            "Bạn đã từ chối ký trên thiết bị xác nhận; chưa có gì được ký.",
            "The signing was declined on the confirming device; nothing was signed.",
        )),
        other => {
            log::warn!("remote signing at {place}: {other}");
            unavailable(place)
        }
    }
}

fn item(id: &str, state: SessionState) -> wire::SessionItem {
    wire::SessionItem {
        request_id: id.to_owned(),
        state,
        result: None,
        problem: None,
    }
}

/// Finishes each request with its own signature; one that is refused does not hold up the others.
fn finish_all(
    services: &Services,
    caller: &Caller,
    language: Language,
    ids: &[&str],
    raws: &[Vec<u8>],
) -> Vec<wire::SessionItem> {
    let missing = Vec::new();
    ids.iter()
        .enumerate()
        .map(|(index, id)| {
            let raw = raws.get(index).unwrap_or(&missing);
            match finish_one(services, caller, id, raw) {
                Ok(result) => wire::SessionItem {
                    result: Some(result),
                    ..item(id, SessionState::Done)
                },
                Err(error) => wire::SessionItem {
                    problem: Some(error.problem(language)),
                    ..item(id, SessionState::Refused)
                },
            }
        })
        .collect()
}

/// The session as it travels.
///
/// # Errors
/// The row is damaged.
pub fn view(row: &congvu_db::SigningSession) -> Result<wire::SigningSession, ApiError> {
    Ok(wire::SigningSession {
        id: row.id.clone(),
        state: if row.waiting {
            SessionState::Waiting
        } else {
            SessionState::Done
        },
        items: serde_json::from_str(&row.items).map_err(ApiError::internal)?,
    })
}

/// Asks the remote service whether the holder confirmed, and finishes what was signed.
///
/// # Errors
/// 404 for somebody else's session. A service that does not answer leaves the session waiting.
pub fn poll(
    services: &Services,
    caller: &Caller,
    language: Language,
    id: &str,
) -> Result<wire::SigningSession, ApiError> {
    let (row, certificate) = services.database.read(|connection| {
        let row = signing_sessions::find(connection, id)?;
        let certificate = certificates::find(connection, &row.certificate_id)?;
        Ok::<_, ApiError>((row, certificate))
    })?;
    if row.account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if !row.waiting {
        return view(&row);
    }
    let before = view(&row)?;
    let ids: Vec<&str> = before
        .items
        .iter()
        .map(|item| item.request_id.as_str())
        .collect();
    let Some(items) = settle(services, caller, language, &row, &certificate, &ids)? else {
        return Ok(before);
    };
    let text = serde_json::to_string(&items).map_err(ApiError::internal)?;
    services.database.write(|connection| {
        // Whoever was faster wrote the same outcome.
        signing_sessions::settle(connection, id, &text, false)?;
        view(&signing_sessions::find(connection, id)?)
    })
}

fn settle(
    services: &Services,
    caller: &Caller,
    language: Language,
    row: &congvu_db::SigningSession,
    certificate: &Certificate,
    ids: &[&str],
) -> Result<Option<Vec<wire::SessionItem>>, ApiError> {
    let refused = |why: Said| {
        let problem = ApiError::new(Code::SignatureRefused, why).problem(language);
        ids.iter()
            .map(|id| wire::SessionItem {
                problem: Some(problem.clone()),
                ..item(id, SessionState::Refused)
            })
            .collect::<Vec<_>>()
    };
    let over = || {
        refused(said(
            "Đã hết thời gian chờ xác nhận; chưa có gì được ký. Hãy ký lại.",
            "The confirmation did not come in time; nothing was signed. Sign again.",
        ))
    };
    let remote = services
        .places
        .remote(&certificate.provider)
        .ok_or_else(|| unavailable(&certificate.provider))?;
    let waiting: Waiting = serde_json::from_str(&row.reference).map_err(ApiError::internal)?;
    let Credential { user, credential } = &waiting.credential;
    Ok(match remote.poll(user, credential, &waiting.transaction) {
        Ok(Polled::Signed(raws)) => Some(finish_all(services, caller, language, ids, &raws)),
        Ok(Polled::Refused(_)) => Some(refused(said(
            "Bạn đã từ chối ký trên điện thoại; chưa có gì được ký.",
            "The signing was declined on the telephone; nothing was signed.",
        ))),
        Ok(Polled::Expired) => Some(over()),
        Ok(Polled::Waiting) => (row.expires_at.utc() <= services.now()).then(over),
        Err(error) => {
            log::warn!("remote signing at {}: {error}", certificate.provider);
            (row.expires_at.utc() <= services.now()).then(over)
        }
    })
}

/// Looks after sessions whose browser has gone: a confirmation on the telephone counts all the same.
///
/// # Errors
/// The database cannot be used.
pub fn settle_waiting(services: &Services) -> Result<usize, ApiError> {
    let rows = services
        .database
        .read(|connection| Ok::<_, ApiError>(signing_sessions::waiting(connection, 100)?))?;
    for row in &rows {
        let caller = services
            .database
            .read(|connection| Caller::absent(services, connection, &row.account_id))?;
        poll(services, &caller, Language::Vietnamese, &row.id)?;
    }
    Ok(rows.len())
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
