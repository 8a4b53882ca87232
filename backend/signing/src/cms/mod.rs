//! Detached CMS SignedData (RFC 5652, CAdES-B and -T) built in two phases, so that the key may live anywhere.

mod assemble;
mod chain;
mod envelope;
mod ess;
mod parse;
mod prepare;
mod time_stamp;

pub use assemble::assemble;
pub use chain::{chain, chains};
pub(crate) use envelope::{Content, Signed, envelope, read_chain};
pub(crate) use ess::{Binding, SigningCertificate, SigningCertificateV2};
pub(crate) use parse::{Message, ReadError, SingleValue, read, single};
pub(crate) use prepare::attributes;
pub use prepare::{ToBeSigned, prepare};
pub(crate) use time_stamp::tokens;
pub use time_stamp::{add_time_stamp, signature_imprint, time_stamp_tokens};

use crate::algorithm::{AlgorithmError, SignatureAlgorithm};

/// Why a CMS cannot be built or added to.
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
    #[error("not a CMS signature or time stamp: {0}")]
    Malformed(String),
    #[error("the CMS has {0} signers, exactly one is expected")]
    SignerCount(usize),
    #[error("the time stamp covers something other than this signature")]
    OtherTimeStamp,
}
