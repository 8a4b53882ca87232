//! What is to be signed, and the signature over it with a key that this side holds.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing::{SigningRequest, SigningResult};
use web_sys::CryptoKey;

use super::csr::KeyKind;
use super::enrol::hex;
use super::key_file::KeyFile;
use super::{agent, base64, der, web_crypto};
use crate::api::{ApiError, signing, submissions};
use crate::i18n::{keys, t};

type Answer<T> = Pin<Box<dyn Future<Output = Result<T, ApiError>>>>;

/// Asks the server to prepare a signature with the certificate of the given id.
pub type PrepareFn = Arc<dyn Fn(String) -> Answer<SigningRequest> + Send + Sync>;

/// Asks whether a signature that went another way has arrived.
pub type ArrivedFn = Arc<dyn Fn() -> Answer<Option<SigningResult>> + Send + Sync>;

/// One thing to be signed.
#[derive(Clone)]
pub struct SigningJob {
    /// What it is, for the list in the dialog.
    pub label: String,
    /// Prepares its signature.
    pub prepare: PrepareFn,
    /// For a file that an agent may sign as a whole: tells when it is back.
    pub arrived: Option<ArrivedFn>,
    /// The submission that it approves, so that many are prepared in one call.
    pub approves: Option<String>,
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
            arrived: None,
            approves: None,
        }
    }

    /// The approval of a submission, which is read at the moment of preparing: one that changed since is signed as it is
    /// now or not at all.
    pub fn approval(label: impl Into<String>, submission_id: &str) -> Self {
        let id = submission_id.to_owned();
        let mut job = Self::new(label, move |certificate_id| {
            let id = id.clone();
            async move {
                let submission = submissions::get(&id).await?;
                let decision = NewDecision {
                    certificate_id,
                    decision: Decision::Approve,
                    reasons: Vec::new(),
                    return_to: None,
                };
                submissions::prepare_decision(&id, &submission.etag, &decision).await
            }
        });
        job.approves = Some(submission_id.to_owned());
        job
    }

    /// It is a file, which an agent may also sign as a whole.
    #[must_use]
    pub fn of_file<F, Fut>(mut self, arrived: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<Option<SigningResult>, ApiError>> + 'static,
    {
        self.arrived = Some(Arc::new(move || Box::pin(arrived())));
        self
    }
}

/// What became of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SigningOutcome {
    /// Its place among the things to be signed.
    pub at: usize,
    /// The verified signature and what it brought about, or why there is none.
    pub result: Result<SigningResult, ApiError>,
}

/// A key that this side uses for one signature after the other. The server uses those in its tokens and at remote
/// services itself.
#[derive(Clone)]
pub enum Hand {
    /// A key that the browser keeps.
    Browser(CryptoKey),
    /// A key out of a file.
    File(KeyFile),
    /// The agent at this address.
    Agent(String),
}

/// Checks, signs and hands in one prepared thing.
///
/// # Errors
/// Where the key or the server refuses, or what was prepared is not what it says.
pub async fn sign(request: &SigningRequest, hand: &Hand) -> Result<SigningResult, ApiError> {
    let signature = signature(request, hand).await?;
    signing::finish(&request.id, signature).await
}

/// Checks one prepared thing and signs it, Base64; it is not handed in.
///
/// # Errors
/// Where the key refuses, or what was prepared is not what it says.
pub async fn signature(request: &SigningRequest, hand: &Hand) -> Result<String, ApiError> {
    let to_be_signed = checked(request).await?;
    let kind = match request.algorithm.as_str() {
        "ecdsa-p256-sha256" => KeyKind::P256,
        _ => KeyKind::Rsa2048,
    };
    Ok(match hand {
        Hand::Browser(key) => base64::encode(&web_crypto::sign(kind, key, &to_be_signed).await?),
        Hand::File(file) => {
            base64::encode(&web_crypto::sign(file.kind, &file.key, &to_be_signed).await?)
        }
        Hand::Agent(address) => {
            agent::sign(address, &web_crypto::sha256(&to_be_signed).await?).await?
        }
    })
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
