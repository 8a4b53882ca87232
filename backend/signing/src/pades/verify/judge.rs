//! Signatures and document time stamps with proofs of existence, from the last to the first.

use chrono::{DateTime, Utc};

use super::find::{Found, Kind, Own};
use super::report::{Baseline, PdfReport, PdfSignature, PdfTimeStamp};
use crate::pades::byte_range::cms;
use crate::pades::changes::{Changes, Modification};
use crate::pades::dss::Stored;
use crate::trust::TrustStore;
use crate::tsp::{self, TspError};
use crate::verify::{VerifiedSignature, VerifyError, verify_content};

/// `found`, `own` and `changes` are parallel, in the order the signatures were made.
pub(super) fn all(
    pdf: &[u8],
    found: Vec<Found>,
    own: Vec<Own>,
    changes: Vec<Changes>,
    evidence: &Stored,
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> PdfReport {
    let mut judge = Judge {
        pdf,
        evidence,
        trust,
        full: evidence.added_to(trust),
        at,
        covered_to: None,
    };
    let mut report = PdfReport {
        signatures: Vec::new(),
        time_stamps: Vec::new(),
    };
    for ((found, own), changes) in found.into_iter().zip(own).zip(changes).rev() {
        match found.kind {
            Kind::Signature => report.signatures.push(judge.signature(found, own, changes)),
            Kind::TimeStamp => report
                .time_stamps
                .push(judge.time_stamp(found, &own, changes)),
        }
    }
    report.signatures.reverse();
    report.time_stamps.reverse();
    report
}

struct Judge<'a> {
    pdf: &'a [u8],
    evidence: &'a Stored,
    trust: &'a TrustStore,
    /// What is trusted, and everything in the file.
    full: TrustStore,
    /// When what is judged next existed for certain.
    at: DateTime<Utc>,
    /// How much of the file the last document time stamp that holds covers.
    covered_to: Option<usize>,
}

impl Judge<'_> {
    fn time_stamp(&mut self, found: Found, own: &Own, changes_after: Changes) -> PdfTimeStamp {
        let content = found.coverage.content(self.pdf);
        let outcome = cms(&own.contents)
            .map_err(|reason| TspError::Malformed(reason.to_owned()))
            .and_then(|token| tsp::verify_octets(token, &content, &self.full, self.at));
        // A file that was changed proves the existence of what it is now, not of what it was.
        if let Ok(stamp) = &outcome
            && changes_after.are_permitted()
        {
            self.at = self.at.min(stamp.at);
            self.covered_to = self.covered_to.max(Some(found.coverage.end));
        }
        PdfTimeStamp {
            outcome,
            changes_after,
            covers_to: found.coverage.end,
            field: found.field,
        }
    }

    fn signature(&self, found: Found, own: Own, changes_after: Changes) -> PdfSignature {
        let content = found.coverage.content(self.pdf);
        let outcome = cms(&own.contents)
            .map_err(|reason| VerifyError::Malformed(reason.to_owned()))
            .and_then(|cms| {
                let verified = verify_content(cms, &content, &self.full, self.at)?;
                Ok((self.level(cms, &content, &verified), verified))
            });
        let (level, outcome) = match outcome {
            Ok((level, verified)) => (Some(level), Ok(verified)),
            Err(error) => (None, Err(error)),
        };
        PdfSignature {
            outcome,
            level,
            changes_after: match changes_after {
                Changes::SignaturesOnly if own.is_final => Changes::NotPermitted {
                    what: Modification::Certified,
                },
                other => other,
            },
            covers_to: found.coverage.end,
            reason: own.reason,
            claimed_time: own.claimed_time,
            field: found.field,
        }
    }

    /// What counts for the two upper levels is only what the file itself holds.
    fn level(&self, cms: &[u8], content: &[u8], verified: &VerifiedSignature) -> Baseline {
        if verified.time_stamp.is_none() && self.covered_to.is_none() {
            return Baseline::B;
        }
        let holds = |upto: usize| {
            let store = self.evidence.alone(self.trust, upto);
            verify_content(cms, content, &store, self.at).is_ok()
        };
        if self.covered_to.is_some_and(holds) {
            Baseline::Lta
        } else if holds(self.pdf.len()) {
            Baseline::Lt
        } else {
            Baseline::T
        }
    }
}
