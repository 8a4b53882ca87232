//! What a verification found.

use std::fmt;

use chrono::{DateTime, FixedOffset};

use crate::pades::changes::{Changes, Modification};
use crate::tsp::{TspError, VerifiedTimestamp};
use crate::verify::{VerifiedSignature, VerifyError};

/// Baseline level of a signature (ETSI EN 319 142-1 §6): each holds longer than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Baseline {
    /// A signature with its certificate.
    B,
    /// And a time stamp that proves when it existed.
    T,
    /// And the certificates and revocation data to judge signer and time stamp by, in the file.
    Lt,
    /// And a document time stamp over all of it.
    Lta,
}

/// The signatures of a file whose structure is sound, in the order they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfReport {
    /// At least one.
    pub signatures: Vec<PdfSignature>,
    /// Time stamps over the document, in the same way.
    pub time_stamps: Vec<PdfTimeStamp>,
}

/// One signature and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfSignature {
    pub field: String,
    pub outcome: Result<VerifiedSignature, VerifyError>,
    /// `None` if the signature does not hold.
    pub level: Option<Baseline>,
    /// What later revisions did to the document that was signed.
    pub changes_after: Changes,
    /// Length of the revision it covers, in bytes from the start of the file.
    pub covers_to: usize,
    pub reason: Option<String>,
    /// Entry `/M`: the time the signer claims.
    pub claimed_time: Option<DateTime<FixedOffset>>,
}

/// One document time stamp (dấu thời gian trên cả văn bản).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfTimeStamp {
    pub field: String,
    pub outcome: Result<VerifiedTimestamp, TspError>,
    pub changes_after: Changes,
    /// Length of the revision it covers, in bytes from the start of the file.
    pub covers_to: usize,
}

/// Why a file is not valid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure<'a> {
    Signature(&'a VerifyError),
    TimeStamp(&'a TspError),
    Changed(&'a Modification),
}

impl Failure<'_> {
    /// Stable identifier in snake_case.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Signature(error) => error.code(),
            Self::TimeStamp(error) => error.code(),
            Self::Changed(what) => what.code(),
        }
    }
}

impl fmt::Display for Failure<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signature(error) => error.fmt(formatter),
            Self::TimeStamp(error) => error.fmt(formatter),
            Self::Changed(what) => write!(formatter, "changed after signing: {what}"),
        }
    }
}

impl PdfReport {
    /// Whether every signature and every document time stamp holds and nothing was changed that may not be.
    pub fn is_valid(&self) -> bool {
        !self.signatures.is_empty() && self.first_failure().is_none()
    }

    /// The field of the first signature or time stamp that does not hold, and why.
    pub fn first_failure(&self) -> Option<(&str, Failure<'_>)> {
        self.signatures
            .iter()
            .find_map(|signature| Some((signature.field.as_str(), signature.failure()?)))
            .or_else(|| {
                self.time_stamps
                    .iter()
                    .find_map(|stamp| Some((stamp.field.as_str(), stamp.failure()?)))
            })
    }

    /// The level that all signatures reach; `None` unless the file is valid.
    pub fn level(&self) -> Option<Baseline> {
        let levels = self.signatures.iter().map(|signature| signature.level);
        levels.min().flatten().filter(|_| self.is_valid())
    }
}

fn changed(changes: &Changes) -> Option<Failure<'_>> {
    match changes {
        Changes::NotPermitted { what } => Some(Failure::Changed(what)),
        _ => None,
    }
}

impl PdfSignature {
    /// Why it does not count: the signature itself, or what was changed after it.
    pub fn failure(&self) -> Option<Failure<'_>> {
        let own = self.outcome.as_ref().err().map(Failure::Signature);
        own.or_else(|| changed(&self.changes_after))
    }
}

impl PdfTimeStamp {
    /// As for signatures.
    pub fn failure(&self) -> Option<Failure<'_>> {
        let own = self.outcome.as_ref().err().map(Failure::TimeStamp);
        own.or_else(|| changed(&self.changes_after))
    }
}
