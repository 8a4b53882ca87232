//! Signing one or more prepared things with a key of this browser.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use congvu_openapi::signing::{SigningRequest, SigningResult};

use super::csr::KeyKind;
use super::enrol::{OwnKey, hex};
use super::{base64, der, web_crypto};
use crate::api::{ApiError, signing};
use crate::i18n::{keys, t};

type Prepared = Pin<Box<dyn Future<Output = Result<SigningRequest, ApiError>>>>;

/// Asks the server to prepare a signature with the certificate of the given id.
pub type PrepareFn = Arc<dyn Fn(String) -> Prepared + Send + Sync>;

/// One thing to be signed.
#[derive(Clone)]
pub struct SigningJob {
    /// What it is, for the list in the dialog.
    pub label: String,
    prepare: PrepareFn,
}

impl SigningJob {
    /// A thing to be signed; `prepare` gets the id of the certificate.
    pub fn new<F, Fut>(label: impl Into<String>, prepare: F) -> Self
    where
        F: Fn(String) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<SigningRequest, ApiError>> + 'static,
    {
        Self {
            label: label.into(),
            prepare: Arc::new(move |certificate_id| Box::pin(prepare(certificate_id))),
        }
    }
}

/// What became of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningOutcome {
    /// What it is.
    pub label: String,
    /// The verified signature and what it brought about, or why there is none.
    pub result: Result<SigningResult, ApiError>,
}

/// Prepares, checks, signs and hands in one thing.
///
/// # Errors
/// Where the server refuses, the browser refuses, or what was prepared is not what it says.
pub async fn sign(job: &SigningJob, own: &OwnKey) -> Result<SigningResult, ApiError> {
    let request = (job.prepare)(own.certificate.id.clone()).await?;
    let to_be_signed = checked(&request).await?;
    let kind = match request.algorithm.as_str() {
        "ecdsa-p256-sha256" => KeyKind::P256,
        _ => KeyKind::Rsa2048,
    };
    let signature = web_crypto::sign(kind, &own.key, &to_be_signed).await?;
    signing::finish(&request.id, base64::encode(&signature)).await
}

/// The bytes to sign, once it is certain that they stand for the payload: the payload has the
/// digest that the request names, and that digest is the one inside what gets signed.
async fn checked(request: &SigningRequest) -> Result<Vec<u8>, ApiError> {
    let mismatch = || {
        ApiError::local(
            "payload_mismatch",
            t(keys::MISMATCH_TITLE),
            t(keys::MISMATCH_TEXT),
        )
    };
    let payload = base64::decode(&request.payload).ok_or_else(mismatch)?;
    let to_be_signed = base64::decode(&request.to_be_signed).ok_or_else(mismatch)?;
    // A PDF's payload is empty here: the file itself is covered, by its digest.
    if !payload.is_empty() && hex(&web_crypto::sha256(&payload).await?) != request.payload_sha256 {
        return Err(mismatch());
    }
    let inside = der::message_digest(&to_be_signed).ok_or_else(mismatch)?;
    if hex(&inside) != request.payload_sha256 {
        return Err(mismatch());
    }
    Ok(to_be_signed)
}
