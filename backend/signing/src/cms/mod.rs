//! Detached CMS SignedData (RFC 5652, CAdES-B) built in two phases, so that the key may live anywhere.

mod assemble;
mod ess;
mod parse;
mod prepare;

pub use assemble::assemble;
pub(crate) use ess::{Binding, SigningCertificateV2};
pub(crate) use parse::{SingleValue, signed_data, single};
pub use prepare::{ToBeSigned, prepare};

use crate::algorithm::{AlgorithmError, SignatureAlgorithm};

/// Why a CMS cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CmsError {
    #[error("certificate {index} of the chain is not X.509: {source}")]
    Certificate { index: usize, source: der::Error },
    #[error("the chain is empty")]
    NoCertificate,
    #[error("the signed attributes are malformed: {0}")]
    Attributes(der::Error),
    #[error("the signed attributes were prepared for another certificate")]
    OtherCertificate,
    #[error("the certificate's key does not sign with {0:?}")]
    OtherAlgorithm(SignatureAlgorithm),
    #[error(transparent)]
    Signature(#[from] AlgorithmError),
    #[error("the CMS cannot be encoded: {0}")]
    Encoding(#[from] der::Error),
}
