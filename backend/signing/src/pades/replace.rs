//! The Contents of signatures that are in a file: read, and exchanged for what arrived later.

use super::PdfError;
use super::byte_range::{Coverage, cms};
use super::fields::{self, FieldValue};
use super::reader::{Document, Reading, Value};
use crate::cms::signature_imprint;

/// Name, dictionary and coverage of what is signed in a file, in the order it was made.
fn signed(pdf: &[u8]) -> Result<Vec<(String, Vec<u8>, Coverage)>, PdfError> {
    let document = Document::open(pdf, &Reading::new())?;
    let mut found = Vec::new();
    for field in fields::all(&document)? {
        if let FieldValue::Signature(signature) = field.value(&document)? {
            let coverage =
                Coverage::read(&signature, &document).map_err(|reason| PdfError::ByteRange {
                    field: field.name.clone(),
                    reason,
                })?;
            let contents = signature.get(&b"Contents"[..]).and_then(Value::as_text);
            found.push((field.name, contents.unwrap_or_default().to_vec(), coverage));
        }
    }
    found.sort_by_key(|(_, _, coverage)| coverage.end);
    Ok(found)
}

/// The Contents of all signatures and document time stamps, filling included: what [`super::dss::add`] relates evidence to.
///
/// # Errors
/// The file or a signature in it cannot be read.
pub fn contents(pdf: &[u8]) -> Result<Vec<Vec<u8>>, PdfError> {
    Ok(signed(pdf)?
        .into_iter()
        .map(|(_, contents, _)| contents)
        .collect())
}

/// Puts `new` in the place of the CMS in `field`: the same signature with its time stamp, which arrived after the signer had gone.
///
/// Only the last signature can get one, as every later one covers the place too.
///
/// # Errors
/// The signature is not the last or does not cover the whole file, `new` is another signature or does not fit.
pub fn replace_contents(pdf: &[u8], field: &str, new: &[u8]) -> Result<Vec<u8>, PdfError> {
    let (name, present, coverage) = signed(pdf)?.pop().ok_or(PdfError::NotSigned)?;
    if name != field || coverage.end != pdf.len() {
        return Err(PdfError::NotLast(field.to_owned()));
    }
    let other = || PdfError::OtherSignature(field.to_owned());
    let present = cms(&present).ok().ok_or_else(other)?;
    if signature_imprint(present)? != signature_imprint(new)? {
        return Err(other());
    }
    let digits = hex::encode(new);
    let hole = coverage.hole.start + 1..coverage.hole.end.saturating_sub(1);
    if digits.len() > hole.len() {
        return Err(PdfError::ReserveTooSmall {
            needed: new.len(),
            reserved: hole.len() / 2,
        });
    }
    let mut bytes = pdf.to_vec();
    let place = bytes.get_mut(hole).ok_or(PdfError::HoleTaken)?;
    let filled = format!("{digits:0<width$}", width = place.len());
    place.copy_from_slice(filled.as_bytes());
    Ok(bytes)
}
