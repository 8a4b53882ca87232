//! The agent's own HTTP: it fetches files and hands signed ones over, without the page's cookies.

use std::sync::Arc;
use std::time::Duration;

use rustls::crypto::aws_lc_rs::default_provider;
use ureq::tls::{TlsConfig, TlsProvider};
use ureq::{Agent, Error};

const TIMEOUT: Duration = Duration::from_secs(30);
/// Bytes of a file that is signed.
const MAXIMUM_FILE: u64 = 50 << 20;

pub(super) fn client() -> Agent {
    let tls = TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .unversioned_rustls_crypto_provider(Arc::new(default_provider()))
        .build();
    Agent::config_builder()
        .tls_config(tls)
        .timeout_global(Some(TIMEOUT))
        .build()
        .new_agent()
}

/// The page's token for the agent, if it gave one.
fn bearer(token: &str) -> Option<String> {
    (!token.is_empty()).then(|| format!("Bearer {token}"))
}

pub(super) fn fetch(web: &Agent, url: &str, token: &str) -> Result<Vec<u8>, Error> {
    let mut request = web.get(url);
    if let Some(bearer) = bearer(token) {
        request = request.header("Authorization", bearer);
    }
    let mut response = request.call()?;
    response
        .body_mut()
        .with_config()
        .limit(MAXIMUM_FILE)
        .read_to_vec()
}

/// A `multipart/form-data` form: `fields`, then the file as `uploadfile`.
pub(super) fn upload(
    web: &Agent,
    url: &str,
    token: &str,
    fields: &[(String, String)],
    file_name: &str,
    file: &[u8],
    boundary: &str,
) -> Result<String, Error> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{}\"\r\n\r\n{value}\r\n",
            quoted(name)
        );
        body.extend_from_slice(part.as_bytes());
    }
    let head = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"uploadfile\"; filename=\"{}\"\r\nContent-Type: application/pdf\r\n\r\n",
        quoted(file_name)
    );
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    let mut request = web.post(url).header(
        "Content-Type",
        format!("multipart/form-data; boundary={boundary}"),
    );
    if let Some(bearer) = bearer(token) {
        request = request.header("Authorization", bearer);
    }
    request.send(&body[..])?.body_mut().read_to_string()
}

/// A form name cannot end its own quotes or line.
fn quoted(name: &str) -> String {
    name.replace(['"', '\r', '\n'], "_")
}
