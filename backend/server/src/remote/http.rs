//! JSON over HTTPS with bounds on time and size.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::aws_lc_rs::default_provider;
use serde::Serialize;
use serde::de::DeserializeOwned;
use ureq::http::{Response, Uri};
use ureq::tls::{PemItem, RootCerts, TlsConfig, TlsProvider, parse_pem};
use ureq::{Agent, Body, Error};

use super::{RemoteError, Settings, SetupError};

const CONNECT: Duration = Duration::from_secs(10);
/// Bytes of an answer: a thousand signatures fit.
const MAXIMUM_ANSWER: u64 = 2 << 20;

/// A connection to one service.
#[derive(Clone, Debug)]
pub(super) struct Http {
    agent: Agent,
    base_url: String,
}

/// An answer that came, of whatever status.
pub(super) struct Answer {
    pub status: u16,
    body: Vec<u8>,
}

impl Answer {
    /// # Errors
    /// [`RemoteError::Malformed`], or [`RemoteError::Unreachable`] if it is a gateway's error page.
    pub(super) fn json<T: DeserializeOwned>(&self) -> Result<T, RemoteError> {
        serde_json::from_slice(&self.body).map_err(|error| match self.status {
            status @ 500.. => RemoteError::Unreachable(format!("status {status}")),
            _ => RemoteError::Malformed(error.to_string()),
        })
    }

    pub(super) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

impl Http {
    pub(super) fn new(settings: &Settings) -> Result<Self, SetupError> {
        let base_url = settings.base_url.trim_end_matches('/').to_owned();
        if !is_safe(&base_url) {
            return Err(SetupError::Address {
                name: settings.name.clone(),
                url: base_url,
            });
        }
        let tls = TlsConfig::builder()
            .provider(TlsProvider::Rustls)
            .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
            .root_certs(roots(settings)?)
            .build();
        let agent = Agent::config_builder()
            .tls_config(tls)
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(settings.timeout()))
            .build()
            .new_agent();
        Ok(Self { agent, base_url })
    }

    /// Posts a JSON object.
    pub(super) fn post(
        &self,
        path: &str,
        bearer: Option<&str>,
        body: &impl Serialize,
    ) -> Result<Answer, RemoteError> {
        let mut request = self.agent.post(format!("{}{path}", self.base_url));
        if let Some(token) = bearer {
            request = request.header("Authorization", format!("Bearer {token}"));
        }
        read(request.send_json(body))
    }

    /// Posts an HTML form, as OAuth 2.0 wants it.
    pub(super) fn post_form(
        &self,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Result<Answer, RemoteError> {
        let request = self.agent.post(format!("{}{path}", self.base_url));
        read(request.send_form(fields.iter().copied()))
    }
}

fn read(answer: Result<Response<Body>, Error>) -> Result<Answer, RemoteError> {
    let mut answer = answer.map_err(translate)?;
    let body = answer
        .body_mut()
        .with_config()
        .limit(MAXIMUM_ANSWER)
        .read_to_vec()
        .map_err(translate)?;
    Ok(Answer {
        status: answer.status().as_u16(),
        body,
    })
}

fn translate(error: Error) -> RemoteError {
    match error {
        Error::Timeout(_) => RemoteError::TimedOut,
        Error::BodyExceedsLimit(_) | Error::LargeResponseHeader(..) | Error::Protocol(_) => {
            RemoteError::Malformed(error.to_string())
        }
        other => RemoteError::Unreachable(other.to_string()),
    }
}

/// Client secrets and one-time passwords never go over a network in the clear.
fn is_safe(url: &str) -> bool {
    let Ok(uri) = url.parse::<Uri>() else {
        return false;
    };
    match (uri.scheme_str(), uri.host()) {
        (Some("https"), Some(_)) => true,
        (Some("http"), Some(host)) => matches!(host, "127.0.0.1" | "localhost" | "[::1]"),
        _ => false,
    }
}

fn roots(settings: &Settings) -> Result<RootCerts, SetupError> {
    let Some(path) = &settings.ca_file else {
        return Ok(RootCerts::WebPki);
    };
    let wrong = |reason: String| SetupError::CaFile {
        name: settings.name.clone(),
        path: path.clone(),
        reason,
    };
    let pem = fs::read(path).map_err(|error| wrong(error.to_string()))?;
    let mut certificates = Vec::new();
    for item in parse_pem(&pem) {
        if let PemItem::Certificate(certificate) = item.map_err(|error| wrong(error.to_string()))? {
            certificates.push(certificate);
        }
    }
    if certificates.is_empty() {
        return Err(wrong("no certificate in it".to_owned()));
    }
    Ok(RootCerts::new_with_certs(&certificates))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_go_over_tls_or_stay_here() {
        for (url, safe) in [
            ("https://ky.example.vn/csc/v2", true),
            ("http://127.0.0.1:8081/csc/v2", true),
            ("http://localhost/csc/v2", true),
            ("http://[::1]:1/csc/v2", true),
            ("http://ky.example.vn/csc/v2", false),
            ("http://127.0.0.1.example.vn/", false),
            ("ftp://127.0.0.1/", false),
            ("ky.example.vn", false),
            ("", false),
        ] {
            assert_eq!(is_safe(url), safe, "{url}");
        }
    }
}
