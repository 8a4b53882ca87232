//! Judging the signatures of a PDF.

use chrono::{DateTime, FixedOffset, Utc};
use lopdf::{Dictionary, Document};

use super::byte_range::{Coverage, cms};
use super::fields::Value;
use super::{PdfError, dss, fields, revision, text};
use crate::trust::TrustStore;
use crate::verify::{VerifiedSignature, VerifyError, verify_detached};

/// The signatures of a file whose structure is sound, in the order they were made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfReport {
    pub signatures: Vec<PdfSignature>,
}

/// One signature and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PdfSignature {
    pub field: String,
    pub outcome: Result<VerifiedSignature, VerifyError>,
    /// Length of the revision it covers, in bytes from the start of the file.
    pub covers_to: usize,
    pub reason: Option<String>,
    /// Entry `/M`: the time the signer claims.
    pub claimed_time: Option<DateTime<FixedOffset>>,
}

impl PdfReport {
    /// Whether every signature holds.
    pub fn is_valid(&self) -> bool {
        self.signatures
            .iter()
            .all(|signature| signature.outcome.is_ok())
    }

    /// The first signature that does not hold, and why.
    pub fn first_failure(&self) -> Option<(&PdfSignature, &VerifyError)> {
        self.signatures
            .iter()
            .find_map(|signature| Some((signature, signature.outcome.as_ref().err()?)))
    }
}

/// Verifies every signature with certificates judged at `at`, helped by the certificates and CRLs in the file's DSS.
///
/// The file itself must be sound: each signature leaves out exactly its own Contents, belongs to the revision it covers, covers the whole of
/// the revisions signed before it, and the last one covers the whole file. What a later signer added between two signatures is covered by
/// that signer; whether it changed the look of what the first one signed, or dropped a signature, is not analysed, so accept only files grown
/// from bytes known here or have foreign ones examined by a tool that compares revisions.
pub fn verify(pdf: &[u8], trust: &TrustStore, at: DateTime<Utc>) -> Result<PdfReport, PdfError> {
    let document = revision::load(pdf)?;
    let found = find(pdf, &document)?;
    check_order(&found, pdf.len())?;
    let mut store = trust.clone();
    dss::collect(&document, &mut store);
    let signatures = found
        .into_iter()
        .map(|found| judge(pdf, &found, &store, at))
        .collect::<Result<_, _>>()?;
    Ok(PdfReport { signatures })
}

struct Found {
    field: String,
    coverage: Coverage,
}

fn byte_range(field: &str) -> impl Fn(&'static str) -> PdfError {
    move |reason| PdfError::ByteRange {
        field: field.to_owned(),
        reason,
    }
}

fn find(pdf: &[u8], document: &Document) -> Result<Vec<Found>, PdfError> {
    let mut found = Vec::new();
    for field in fields::all(document) {
        let dictionary = match field.value(document) {
            Value::Signature(dictionary) => dictionary,
            Value::None => continue,
            Value::Unreadable => {
                return Err(byte_range(&field.name)("the signature cannot be read"));
            }
        };
        let coverage =
            Coverage::read(pdf, dictionary, document).map_err(byte_range(&field.name))?;
        found.push(Found {
            field: field.name,
            coverage,
        });
    }
    found.sort_by_key(|found| found.coverage.end);
    Ok(found)
}

/// Each signature must cover all that was signed before it, and the last one the whole file.
fn check_order(found: &[Found], length: usize) -> Result<(), PdfError> {
    let last = found.last().ok_or(PdfError::NotSigned)?;
    for (earlier, later) in found.iter().zip(found.iter().skip(1)) {
        if later.coverage.hole_start < earlier.coverage.end {
            return Err(PdfError::Overlap {
                first: earlier.field.clone(),
                second: later.field.clone(),
            });
        }
    }
    match length - last.coverage.end {
        0 => Ok(()),
        bytes => Err(PdfError::AppendedAfterSigning { bytes }),
    }
}

/// The covered bytes must be a PDF by themselves in which the same field has the same signature. Everything reported is read from there:
/// a later revision may say something else about it.
fn judge(
    pdf: &[u8],
    found: &Found,
    store: &TrustStore,
    at: DateTime<Utc>,
) -> Result<PdfSignature, PdfError> {
    let error = byte_range(&found.field);
    let covered = pdf
        .get(..found.coverage.end)
        .ok_or_else(|| error("ByteRange reaches beyond the file"))?;
    let revision = revision::load(covered)?;
    let fields = fields::all(&revision);
    let field = fields.iter().find(|field| field.name == found.field);
    let Some(Value::Signature(own)) = field.map(|field| field.value(&revision)) else {
        return Err(error("the covered revision lacks the signature"));
    };
    if Coverage::read(covered, own, &revision) != Ok(found.coverage) {
        return Err(error("the covered revision has another signature"));
    }
    check_kind(own, &found.field)?;

    let string = |key: &[u8]| {
        let value = own.get_deref(key, &revision).ok();
        value.and_then(|value| value.as_str().ok())
    };
    let outcome = cms(string(b"Contents").unwrap_or_default())
        .map_err(|reason| VerifyError::Malformed(reason.to_owned()))
        .and_then(|cms| verify_detached(cms, &found.coverage.digest(pdf), store, at));
    Ok(PdfSignature {
        outcome,
        covers_to: found.coverage.end,
        reason: string(b"Reason").map(text::decode),
        claimed_time: string(b"M").and_then(text::decode_date),
        field: found.field.clone(),
    })
}

fn check_kind(signature: &Dictionary, field: &str) -> Result<(), PdfError> {
    let kind = signature.get(b"SubFilter").and_then(|kind| kind.as_name());
    match kind.unwrap_or_default() {
        b"ETSI.CAdES.detached" => Ok(()),
        other => Err(PdfError::UnsupportedSubFilter {
            field: field.to_owned(),
            sub_filter: String::from_utf8_lossy(other).into_owned(),
        }),
    }
}
