//! Signed PDF files.

use chrono::{DateTime, Utc};
use congvu_openapi::verification::{BaselineLevel, FileKind, SignatureReport, VerificationReport};
use congvu_signing::pades::{self, Baseline, Changes, Failure, PdfError, PdfReport, PdfSignature};
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::TspError;

use super::report::{
    empty, problem, refused, refused_stamp, refused_time_stamp, signature, time_stamp,
};
use super::sliding::{self, Judged};
use super::words::sentence;
use crate::http::Language;

/// The CMS of every signature and time stamp, in the order they were made.
pub fn messages(file: &[u8]) -> Vec<Vec<u8>> {
    let contents = pades::contents(file).unwrap_or_default();
    contents.into_iter().map(trimmed).collect()
}

/// Without the zeros that fill the place up: DER knows its own length.
fn trimmed(mut contents: Vec<u8>) -> Vec<u8> {
    let end = match contents.as_slice() {
        [_, short @ 0..0x80, ..] => Some(2 + usize::from(*short)),
        [_, 0x82, high, low, ..] => Some(4 + usize::from(u16::from_be_bytes([*high, *low]))),
        [_, 0x83, high, middle, low, ..] => {
            usize::try_from(u32::from_be_bytes([0, *high, *middle, *low]))
                .ok()
                .map(|length| 5 + length)
        }
        _ => None,
    };
    contents.truncate(end.unwrap_or(usize::MAX));
    contents
}

/// Judges a PDF. Where its last document time stamp is too old to be judged at `at`, all is judged as of when it can be.
pub fn judge(
    file: &[u8],
    trust: &TrustStore,
    at: DateTime<Utc>,
    language: Language,
) -> VerificationReport {
    let mut report = empty(file, FileKind::Pdf, at);
    let (found, moment) = match verify(file, trust, at) {
        Ok(found) => found,
        Err(error) => {
            report.problems.push(problem(error.code(), "", language));
            if let PdfError::AppendedAfterSigning { what, .. } = &error {
                report.problems.push(problem(what.code(), "", language));
            }
            return report;
        }
    };
    let messages = messages(file);
    let message = |end: usize| {
        let before = |other: &usize| *other < end;
        let position = found
            .signatures
            .iter()
            .map(|signature| &signature.covers_to)
            .chain(found.time_stamps.iter().map(|stamp| &stamp.covers_to))
            .filter(|other| before(other))
            .count();
        messages
            .get(position)
            .map(Vec::as_slice)
            .unwrap_or_default()
    };
    report.signatures = found
        .signatures
        .iter()
        .map(|own| one(own, message(own.covers_to), language))
        .collect();
    let last = found.time_stamps.len().saturating_sub(1);
    for (position, own) in found.time_stamps.iter().enumerate() {
        let token = message(own.covers_to);
        let judged = Judged {
            outcome: own.outcome.clone(),
            moment: if position == last { moment } else { at },
        };
        let mut stamp = time_stamp(&judged, token, at, language);
        if let (true, Some(failure @ Failure::Changed(_))) = (stamp.valid, own.failure()) {
            stamp = refused_time_stamp(failure.code(), words(&failure, language), token);
        }
        report.time_stamps.push(stamp);
    }
    report
}

/// The verification, and the moment it was made as of.
fn verify(
    file: &[u8],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<(PdfReport, DateTime<Utc>), PdfError> {
    let found = pades::verify(file, trust, at)?;
    let last = |report: &PdfReport| report.time_stamps.last().map(|stamp| stamp.outcome.clone());
    let Some(Err(_)) = last(&found) else {
        return Ok((found, at));
    };
    let Judged { outcome, moment } = sliding::judge(at, |moment| {
        pades::verify(file, trust, moment)
            .ok()
            .and_then(|report| last(&report))
            .unwrap_or_else(|| Err(TspError::Malformed(String::new())))
    });
    match outcome {
        Ok(_) => Ok((pades::verify(file, trust, moment)?, moment)),
        Err(_) => Ok((found, at)),
    }
}

fn one(own: &PdfSignature, cms: &[u8], language: Language) -> SignatureReport {
    let failure = own.failure();
    let mut report = signature(own.outcome.as_ref(), cms, language);
    if let Some(failure) = &failure {
        report.code = failure.code().to_owned();
        report.message = words(failure, language);
    }
    SignatureReport {
        signer: if report.signer.is_empty() {
            own.field.clone()
        } else {
            report.signer
        },
        what: own.reason.clone().unwrap_or_default(),
        claimed_at: own.claimed_time.map(|time| time.to_rfc3339()),
        valid: failure.is_none(),
        baseline: own.level.map(|level| match level {
            Baseline::B => BaselineLevel::B,
            Baseline::T => BaselineLevel::T,
            Baseline::Lt => BaselineLevel::Lt,
            Baseline::Lta => BaselineLevel::Lta,
        }),
        changes_after: after(&own.changes_after, language).to_owned(),
        ..report
    }
}

fn words(failure: &Failure<'_>, language: Language) -> String {
    match failure {
        Failure::Signature(error) => refused(error, language),
        Failure::TimeStamp(error) => refused_stamp(error, language),
        Failure::Changed(what) => sentence(what.code(), language).to_owned(),
    }
}

/// What came after a signature.
fn after(changes: &Changes, language: Language) -> &'static str {
    match (changes, language) {
        (Changes::None, _) => "",
        (Changes::LongTermOnly, Language::Vietnamese) => {
            "chỉ thêm dữ liệu kiểm chứng và dấu thời gian; nội dung không đổi."
        }
        (Changes::LongTermOnly, Language::English) => {
            "only validation data and time stamps were added; the content is the same."
        }
        (Changes::SignaturesOnly, Language::Vietnamese) => {
            "chỉ thêm chữ ký khác, dữ liệu kiểm chứng và dấu thời gian; nội dung không đổi."
        }
        (Changes::SignaturesOnly, Language::English) => {
            "only other signatures, validation data and time stamps were added; the content is the same."
        }
        (Changes::NotPermitted { what }, language) => sentence(what.code(), language),
    }
}
