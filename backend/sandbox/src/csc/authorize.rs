//! `credentials/sendOTP` (v1), `credentials/getChallenge` (v2) and `credentials/authorize`.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::TimeDelta;
use serde::Deserialize;
use serde_json::json;

use super::errors::CscError;
use super::{Activation, Authorization, Csc, OneTimePassword, State, access};
use crate::{locked, random};

/// Wrong one-time passwords that lock a credential.
const MAXIMUM_WRONG: u8 = 3;
const PASSWORD_LIFETIME: TimeDelta = TimeDelta::minutes(5);
const ACTIVATION_LIFETIME: TimeDelta = TimeDelta::minutes(5);

#[derive(Deserialize)]
pub(super) struct PasswordRequest {
    #[serde(rename = "credentialID")]
    credential_id: String,
}

/// The request of both versions: `hash` and `OTP` in v1, `hashes` and `authData` in v2.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[serde(rename = "credentialID")]
    credential_id: String,
    num_signatures: usize,
    #[serde(alias = "hash")]
    hashes: Vec<String>,
    #[serde(rename = "OTP", default)]
    otp: Option<String>,
    #[serde(default)]
    auth_data: Vec<AuthData>,
}

#[derive(Deserialize)]
struct AuthData {
    id: String,
    #[serde(default)]
    value: String,
}

impl Request {
    fn password(&self) -> Option<&str> {
        let in_list = || self.auth_data.iter().find(|data| data.id == "OTP");
        self.otp
            .as_deref()
            .or_else(|| in_list().map(|data| data.value.as_str()))
    }
}

pub(super) async fn send_password(
    service: Data<Csc>,
    http: HttpRequest,
    request: Json<PasswordRequest>,
) -> Result<HttpResponse, CscError> {
    access::check(&service, &http)?;
    let credential = service.credential(&request.credential_id)?;
    if credential.authorization != Authorization::OneTimePassword {
        return Err(CscError::invalid("Invalid parameter credentialID"));
    }
    let digits = random::one_time_password()?;
    log::info!("one-time password of {}: {digits}", credential.id);
    let until = service.clock.now() + PASSWORD_LIFETIME;
    locked(&service.state)
        .passwords
        .insert(credential.id.clone(), OneTimePassword { digits, until });
    Ok(HttpResponse::NoContent().finish())
}

pub(super) async fn authorize(
    service: Data<Csc>,
    http: HttpRequest,
    request: Json<Request>,
) -> Result<HttpResponse, CscError> {
    access::check(&service, &http)?;
    let credential = service.credential(&request.credential_id)?;
    let hashes = decode_hashes(&request.hashes)?;
    if request.num_signatures > credential.multisign {
        return Err(CscError::invalid("Numbers of signatures is too high"));
    }
    if request.num_signatures == 0 || hashes.len() > request.num_signatures {
        return Err(CscError::invalid("Invalid parameter numSignatures"));
    }
    match credential.authorization {
        Authorization::OneTimePassword => {
            let password = request.password().ok_or(CscError::invalid(
                "Missing (or invalid type) string parameter OTP",
            ))?;
            check_password(&service, &credential.id, password)?;
        }
        Authorization::Phone => {
            if !service.person.consents().await {
                return Err(CscError::refused());
            }
        }
    }
    let sad = random::name()?;
    let activation = Activation {
        credential: credential.id.clone(),
        hashes,
        signatures_left: request.num_signatures,
        until: service.clock.now() + ACTIVATION_LIFETIME,
    };
    locked(&service.state)
        .activations
        .insert(sad.clone(), activation);
    Ok(HttpResponse::Ok()
        .json(json!({ "SAD": sad, "expiresIn": ACTIVATION_LIFETIME.num_seconds() })))
}

/// A password is good once; too many wrong ones lock the credential.
fn check_password(service: &Csc, credential: &str, password: &str) -> Result<(), CscError> {
    let mut state = locked(&service.state);
    if is_locked(&state, credential) {
        return Err(CscError::invalid("OTP locked"));
    }
    let now = service.clock.now();
    let right = state
        .passwords
        .get(credential)
        .is_some_and(|sent| sent.digits == password && now < sent.until);
    if right {
        state.passwords.remove(credential);
        state.wrong.remove(credential);
        return Ok(());
    }
    *state.wrong.entry(credential.to_owned()).or_default() += 1;
    Err(CscError::wrong_password())
}

pub(super) fn is_locked(state: &State, credential: &str) -> bool {
    state
        .wrong
        .get(credential)
        .is_some_and(|wrong| *wrong >= MAXIMUM_WRONG)
}

/// SHA-256 digests in base64.
pub(super) fn decode_hashes(hashes: &[String]) -> Result<Vec<[u8; 32]>, CscError> {
    let decode = |hash: &String| STANDARD.decode(hash).ok()?.try_into().ok();
    let decoded: Option<Vec<[u8; 32]>> = hashes.iter().map(decode).collect();
    decoded
        .filter(|hashes| !hashes.is_empty())
        .ok_or(CscError::invalid("Invalid Base64 hash string parameter"))
}
