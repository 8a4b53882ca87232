//! Signing one or more prepared things with a key of this browser.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use congvu_openapi::signing::{SigningRequest, SigningResult};

use crate::api::ApiError;

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
