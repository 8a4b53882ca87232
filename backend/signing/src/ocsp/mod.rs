//! Status of a certificate on request (OCSP, RFC 6960): asking, reading answers, and answering.

mod answer;
mod certificate_id;
mod request;
mod respond;
mod response;

pub use answer::{Answer, Status, UNBOUNDED_MINUTES};
pub use request::request;
pub(crate) use respond::{Identity, Known, Refusal, refuse, respond};
pub(crate) use response::Response;

use chrono::{DateTime, Utc};
use der::Decode;
use x509_cert::Certificate;

/// Why an OCSP response is of no use.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OcspError {
    #[error("not an OCSP request, response or certificate: {0}")]
    Malformed(String),
    #[error("the responder refused: {0}")]
    Unsuccessful(String),
    #[error("the response is about another certificate")]
    OtherCertificate,
    #[error("the response is signed by somebody whom the issuer did not entrust with it")]
    WrongResponder,
}

impl OcspError {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed(_) => "ocsp_malformed",
            Self::Unsuccessful(_) => "ocsp_unsuccessful",
            Self::OtherCertificate => "ocsp_other_certificate",
            Self::WrongResponder => "ocsp_wrong_responder",
        }
    }
}

impl From<der::Error> for OcspError {
    fn from(error: der::Error) -> Self {
        Self::Malformed(error.to_string())
    }
}

/// What a DER OCSPResponse says of a certificate issued by `issuer` (both DER). Checked are the responder's entitlement and signature; whether
/// the answer is still in force is for the caller ([`Answer::in_force_until`]). A responder's certificate without ocsp-nocheck is accepted here
/// and looked up only by [`crate::verify`].
///
/// # Errors
/// One reason a failure.
pub fn read(response: &[u8], certificate: &[u8], issuer: &[u8]) -> Result<Answer, OcspError> {
    let response = Response::read(response)?;
    let certificate = Certificate::from_der(certificate)?;
    let issuer = Certificate::from_der(issuer)?;
    let answer = response
        .answer(&certificate, &issuer)
        .ok_or(OcspError::OtherCertificate)?;
    response
        .responder(&issuer)
        .ok_or(OcspError::WrongResponder)?;
    Ok(answer)
}

/// When the first of the answers in a DER OCSPResponse is to be replaced; `None` if it does not say. Nothing is verified.
///
/// # Errors
/// Not a successful OCSP response.
pub fn next_update(response: &[u8]) -> Result<Option<DateTime<Utc>>, OcspError> {
    Ok(Response::read(response)?.next_update())
}
