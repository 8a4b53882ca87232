//! Judging the signatures of a PDF.

mod find;
mod judge;
mod report;

use std::rc::Rc;

use chrono::{DateTime, Utc};

use super::changes::{Changes, Ending, References, between};
use super::reader::{Document, Reading};
use super::{PdfError, dss};
use crate::trust::TrustStore;
use find::{Found, Kind, Own};
pub use report::{Baseline, Failure, PdfReport, PdfSignature, PdfTimeStamp};

/// Verifies every signature and document time stamp, helped by the certificates, CRLs and OCSP answers in the file's DSS.
///
/// The file itself must be sound: each signature leaves out exactly its own Contents, belongs to the revision it covers, and covers the whole
/// of the revisions signed before it. What follows the last one may only be validation data. What later revisions changed is told for each
/// signature by [`Changes`]; the file is valid only if all of it is permitted, so files from anybody may be judged.
///
/// Document time stamps are judged from the last to the first: the last at `at`, whatever it covers at its time, and so on. So a file whose time
/// stamps were renewed in time stays valid when certificates expire.
///
/// # Errors
/// The file cannot be read, is not signed or its structure is not sound.
pub fn verify(pdf: &[u8], trust: &TrustStore, at: DateTime<Utc>) -> Result<PdfReport, PdfError> {
    let reading = Reading::new();
    let whole = Document::open(pdf, &reading)?;
    let found = find::all(&whole)?;
    find::check_none_removed(&whole, &found)?;
    let (own, steps) = revisions(&whole, &reading, &found)?;
    let changes: Vec<Changes> = (0..found.len())
        .map(|index| {
            let later = steps.iter().skip(index);
            later.fold(Changes::None, |all, step| all.then(step))
        })
        .collect();
    let evidence = dss::collect(&whole)?;
    Ok(judge::all(pdf, found, own, changes, &evidence, trust, at))
}

/// What the first signature of a file brought with it: the file before against the revision that the signature covers. [`verify`] cannot know
/// this, since a file may be anything before its first signature.
///
/// # Errors
/// Not signed, or not readable.
pub fn brought_by_signing(before: &[u8], signed: &[u8]) -> Result<Changes, PdfError> {
    let reading = Reading::new();
    let earlier = Document::open(before, &reading)?;
    let whole = Document::open(signed, &reading)?;
    let found = find::all(&whole)?;
    let first = found.first().ok_or(PdfError::NotSigned)?;
    let revision = find::revision(&whole, &reading, first)?;
    let (ending, hole) = (Ending::Signature(first.id), &first.coverage.hole);
    let brought = between(&earlier, &revision, ending, hole, &mut References::new())?;
    Ok(brought)
}

/// What each signature says in the revision it covers, and what came between it and the next, or the end of the file.
fn revisions(
    whole: &Document<'_>,
    reading: &Rc<Reading>,
    found: &[Found],
) -> Result<(Vec<Own>, Vec<Changes>), PdfError> {
    let mut references = References::new();
    let mut own = Vec::new();
    let mut steps = Vec::new();
    let mut earlier: Option<Document<'_>> = None;
    for signature in found {
        let revision = find::revision(whole, reading, signature)?;
        own.push(find::own(&revision, signature)?);
        if let Some(earlier) = &earlier {
            let ending = match signature.kind {
                Kind::Signature => Ending::Signature(signature.id),
                Kind::TimeStamp => Ending::TimeStamp(signature.id),
            };
            let hole = &signature.coverage.hole;
            steps.push(between(earlier, &revision, ending, hole, &mut references)?);
        }
        earlier = Some(revision);
    }
    let Some(last) = earlier else {
        return Err(PdfError::NotSigned);
    };
    let bytes = whole.bytes.len().saturating_sub(last.bytes.len());
    if bytes > 0 {
        match between(&last, whole, Ending::Nothing, &(0..0), &mut references)? {
            Changes::NotPermitted { what } => {
                return Err(PdfError::AppendedAfterSigning { bytes, what });
            }
            permitted => steps.push(permitted),
        }
    }
    Ok((own, steps))
}
