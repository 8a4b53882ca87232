//! The signing agent beside the browser (VGCA Sign Service), which drives a token in this computer.
//!
//! One WebSocket for each question, at an endpoint named after it: one message there, one back.
//! The agent asks for the PIN in a window of its own; it never passes through the page.

mod reply;
mod socket;

use congvu_openapi::signing::FileLinks;
use serde_json::json;

use self::reply::{Reply, Wrong};
use self::socket::{Lost, ask};
use super::{base64, der, web_crypto};
use crate::api::ApiError;
use crate::api::client::random_uuid;
use crate::i18n::{signing, t};

/// An agent that is there answers at once.
const PROBE: i32 = 4_000;
/// People look for their token and type its PIN.
const SIGNING: i32 = 300_000;

/// Whether an agent answers at the address.
pub async fn is_there(address: &str) -> bool {
    match ask(address, "GetVersion", "getversion", PROBE).await {
        Ok(_) => true,
        // A connection that opens is an agent, whatever it says about its version.
        Err(Lost::Silent) => true,
        Err(Lost::Absent) => false,
    }
}

/// The certificate in the token, DER. Agents that do not tell it alone tell it with a signature, over bytes that
/// mean nothing.
///
/// # Errors
/// Where the agent is away, refuses, or the user cancels.
pub async fn certificate(address: &str) -> Result<Vec<u8>, ApiError> {
    let told = ask(address, "GetCertInfo", "certinfo", SIGNING)
        .await
        .ok()
        .and_then(|text| Reply::read(&text).ok())
        .and_then(|reply| reply.certificate);
    let certificate = match told {
        Some(certificate) => Some(certificate),
        None => {
            let nothing = web_crypto::sha256(random_uuid().as_bytes()).await?;
            sign_message(address, &nothing).await?.certificate
        }
    };
    certificate
        .and_then(|text| base64::decode(&text))
        .filter(|bytes| der::read(bytes).is_some_and(|(tag, ..)| tag == der::SEQUENCE))
        .ok_or_else(|| refused(t(signing::AGENT_NO_CERTIFICATE)))
}

/// Signs a SHA-256 digest with RSA PKCS#1 v1.5; the signature in Base64.
///
/// # Errors
/// As [`certificate`].
pub async fn sign(address: &str, digest: &[u8]) -> Result<String, ApiError> {
    sign_message(address, digest)
        .await?
        .signature
        .ok_or_else(|| refused(t(signing::AGENT_NO_SIGNATURE)))
}

/// Has the agent fetch a file, sign it, and send it back to the server.
///
/// # Errors
/// As [`certificate`].
pub async fn sign_file(address: &str, links: &FileLinks) -> Result<(), ApiError> {
    let question = json!({
        "FileName": links.download_url,
        "FileUploadHandler": links.upload_url,
        "SessionId": "",
        "JWTToken": "",
        "MetaData": [],
    });
    answer(address, "SignApproved", &question.to_string())
        .await
        .map(|_| ())
}

async fn sign_message(address: &str, digest: &[u8]) -> Result<Reply, ApiError> {
    let question = json!({
        "HashAlg": "SHA256",
        "HashValue": base64::encode(digest),
        "Encode": "RSA",
    });
    answer(address, "SignMsg", &question.to_string()).await
}

async fn answer(address: &str, endpoint: &str, question: &str) -> Result<Reply, ApiError> {
    let text = match ask(address, endpoint, question, SIGNING).await {
        Ok(text) => text,
        Err(Lost::Absent) => return Err(missing()),
        Err(Lost::Silent) => return Err(refused(t(signing::AGENT_SILENT))),
    };
    match Reply::read(&text) {
        Ok(reply) => Ok(reply),
        Err(Wrong::Cancelled) => Err(ApiError::local(
            "agent_cancelled",
            t(signing::AGENT_CANCELLED_TITLE),
            t(signing::AGENT_CANCELLED),
        )),
        Err(Wrong::Refused(words)) if words.is_empty() => {
            Err(refused(t(signing::AGENT_REFUSED_TEXT)))
        }
        Err(Wrong::Refused(words)) => Err(refused(&words)),
    }
}

/// No agent answers.
#[must_use]
pub fn missing() -> ApiError {
    ApiError::local(
        "agent_missing",
        t(signing::AGENT_MISSING_TITLE),
        t(signing::AGENT_MISSING),
    )
}

fn refused(words: &str) -> ApiError {
    ApiError::local("agent_refused", t(signing::AGENT_REFUSED), words)
}
