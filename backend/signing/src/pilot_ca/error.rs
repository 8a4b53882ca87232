//! Why the pilot authority refuses or fails.

use std::path::PathBuf;

use crate::algorithm::AlgorithmError;
use crate::certificate::CertificateError;
use crate::signer::SignerError;
use crate::software_key::KeyError;

/// Errors of [`super::PilotCa`]. The first four are the applicant's, the rest the operator's.
#[derive(Debug, thiserror::Error)]
pub enum PilotCaError {
    #[error("not a PKCS#10 certification request: {0}")]
    MalformedRequest(der::Error),
    #[error("the request is not signed by the key it asks a certificate for")]
    NoProofOfPossession,
    #[error(transparent)]
    UnsupportedKey(#[from] AlgorithmError),
    #[error("the validity is not at least one day")]
    EmptyValidity,
    #[error("the serial number {0} is not hexadecimal")]
    SerialNumber(String),
    #[error("a time is outside what X.509 can hold")]
    Time(#[from] time::error::ComponentRange),
    #[error("the address of the authority is not ASCII: {0}")]
    Address(der::Error),
    #[error("the authority cannot sign: {0}")]
    Signing(#[from] rcgen::Error),
    #[error("a revocation list cannot be encoded: {0}")]
    Encoding(der::Error),
    #[error("the authority's key: {0}")]
    Unusable(SignerError),
    #[error("the certificate was not issued here")]
    NotOurs,
    #[error("the certificate is not for answering OCSP requests, or not for this key")]
    WrongResponder,
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error("the authority's own certificate: {0}")]
    Certificate(#[from] CertificateError),
    #[error("{path}: {source}")]
    File {
        path: PathBuf,
        source: std::io::Error,
    },
    #[error("{path}: not the expected PEM")]
    Pem { path: PathBuf },
    #[error("{path}: the key does not belong to the certificate beside it")]
    OtherKey { path: PathBuf },
}
