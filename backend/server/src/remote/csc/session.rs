//! The access token, and calls with it.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::answers::Failure;
use crate::remote::http::{Answer, Http};
use crate::remote::{RemoteError, Secret, Settings};

/// A token is renewed this long before it ends.
const MARGIN: Duration = Duration::from_secs(30);

#[derive(Debug)]
pub(super) struct Session {
    http: Http,
    client_id: String,
    client_secret: Secret,
    token: Mutex<Option<Token>>,
}

struct Token {
    value: String,
    until: Instant,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Token").finish_non_exhaustive()
    }
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
    /// Seconds; some services write it as text.
    expires_in: Value,
}

impl Granted {
    fn lifetime(&self) -> Duration {
        let seconds = self
            .expires_in
            .as_u64()
            .or_else(|| self.expires_in.as_str()?.parse().ok());
        Duration::from_secs(seconds.unwrap_or_default())
    }
}

impl Session {
    pub(super) fn new(http: Http, settings: &Settings) -> Self {
        Self {
            http,
            client_id: settings.client_id.clone(),
            client_secret: settings.client_secret.clone(),
            token: Mutex::default(),
        }
    }

    /// Calls with the token; once more with a new one if the service has forgotten it.
    pub(super) fn call<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &Value,
    ) -> Result<T, RemoteError> {
        let token = self.token()?;
        let answer = self.http.post(path, Some(&token), body)?;
        let forgotten = answer.status == 401
            && answer
                .json::<Failure>()
                .is_ok_and(|failure| failure.is_about_the_token());
        if !forgotten {
            return understand(&answer);
        }
        *self.kept() = None;
        let token = self.token()?;
        understand(&self.http.post(path, Some(&token), body)?)
    }

    fn token(&self) -> Result<String, RemoteError> {
        if let Some(token) = &*self.kept()
            && Instant::now() < token.until
        {
            return Ok(token.value.clone());
        }
        let answer = self.http.post_form(
            "/oauth2/token",
            &[
                ("grant_type", "client_credentials"),
                ("client_id", &self.client_id),
                ("client_secret", self.client_secret.expose()),
            ],
        )?;
        let granted: Granted = understand(&answer)?;
        *self.kept() = Some(Token {
            value: granted.access_token.clone(),
            until: Instant::now() + granted.lifetime().saturating_sub(MARGIN),
        });
        Ok(granted.access_token)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, Option<Token>> {
        self.token.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn understand<T: DeserializeOwned>(answer: &Answer) -> Result<T, RemoteError> {
    if answer.status == 204 {
        return serde_json::from_str("{}")
            .map_err(|error| RemoteError::Malformed(error.to_string()));
    }
    let failure: Failure = answer.json()?;
    if failure.is_one() {
        return Err(failure.into_error());
    }
    match answer.status {
        _ if answer.is_success() => answer.json(),
        401 | 403 => Err(RemoteError::ClientRefused),
        status @ 500.. => Err(RemoteError::Unreachable(format!("status {status}"))),
        status => Err(RemoteError::Refused(format!("status {status}"))),
    }
}
