//! Signatures in PDF files (PAdES, ETSI EN 319 142) as incremental updates: earlier bytes are never touched.
//!
//! Order for a file that two sign and that verifies offline: [`dss::add`] with certificates and CRLs first, then [`prepare()`] and
//! [`PreparedPdf::embed`] for each signer. So the last signature covers the whole file, which [`verify()`] insists on.

mod appearance;
mod byte_range;
pub mod dss;
mod error;
mod fields;
mod prepare;
mod revision;
mod text;
mod verify;

pub use error::PdfError;
pub use prepare::{Place, PreparedPdf, RESERVE, RESERVE_WITH_TIMESTAMP, SignatureSpec, prepare};
pub use verify::{PdfReport, PdfSignature, verify};
