//! Verification for anyone: who signed what, when, in which role, on which anchor, and what came after. One report, whether a stranger asks
//! over HTTP or `congvu verify` is run without a network.
//!
//! A signature is judged today, unless something proves that it existed earlier: its own time stamp for the signer's certificate, an archive
//! time stamp over all of it for that time stamp, and so on. The last archive time stamp is judged as `sliding.rs` says.

mod acts;
mod archive;
mod gate;
mod known;
mod opened;
mod package;
mod pdf;
mod report;
pub mod routes;
mod sliding;
mod structure;
mod words;

use chrono::{DateTime, Utc};
use congvu_openapi::verification::VerificationReport;
use congvu_signing::trust::TrustStore;

use crate::http::Language;

pub use opened::Opened;

/// Judges a file at `at`: a signed PDF, an evidence package, or the `evidence.json` out of one.
///
/// Without anchors given, the roots in the file itself are taken, and the report says so.
pub fn examine(
    file: &[u8],
    trust: &TrustStore,
    anchors_given: bool,
    at: DateTime<Utc>,
    language: Language,
) -> VerificationReport {
    Opened::open(file).judge(trust, anchors_given, at, language)
}
