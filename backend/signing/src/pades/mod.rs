//! Signatures in PDF files (PAdES, ETSI EN 319 142) as incremental updates: earlier bytes are never touched.
//!
//! Order for a file that two sign and that verifies for decades: [`prepare()`] and [`PreparedPdf::embed`] for each signer, with the time stamp of
//! one put in by [`replace_contents`] before the next signs (B-T); [`dss::add`] with certificates and revocation data (B-LT);
//! [`prepare_time_stamp`] over all of it (B-LTA). Before the authority of that time stamp expires, the last two once more.
//! [`verify()`] judges such files, and those of others.

mod appearance;
mod byte_range;
mod changes;
pub mod dss;
mod error;
mod fields;
mod prepare;
mod prepared;
mod reader;
mod replace;
mod revision;
mod text;
mod verify;

pub use changes::{Changes, Modification};
pub use error::PdfError;
pub use prepare::{
    Place, RESERVE, RESERVE_WITH_TIMESTAMP, SignatureSpec, prepare, prepare_time_stamp,
};
pub use prepared::PreparedPdf;
pub use replace::{contents, replace_contents};
pub use verify::{
    Baseline, Failure, PdfReport, PdfSignature, PdfTimeStamp, brought_by_signing, verify,
};
