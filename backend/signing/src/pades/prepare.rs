//! A PDF with an empty place for a signature, and the signature put there.

use std::ops::Range;

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{PdfError, appearance, fields, revision::Revision, text};

/// Bytes to reserve for a CMS with its chain.
pub const RESERVE: usize = 12_000;
/// Bytes to reserve if an RFC 3161 token will be added.
pub const RESERVE_WITH_TIMESTAMP: usize = 24_000;

/// Print, and locked against moving.
const WIDGET_FLAGS: i64 = 132;
/// Signatures exist, and the file may only be appended to.
const SIGNATURE_FLAGS: i64 = 3;
/// Ten digits each, as wide as any offset, and unlikely to occur elsewhere.
const PLACEHOLDER: [i64; 3] = [9_999_999_999, 9_999_999_998, 9_999_999_997];

/// What to write about a signature.
#[derive(Clone, Debug, PartialEq)]
pub struct SignatureSpec {
    /// Name of the signature field, new in the file.
    pub field: String,
    pub signer_name: String,
    pub reason: String,
    pub location: String,
    /// Claimed time, shown by readers with its offset (+07:00).
    pub time: DateTime<FixedOffset>,
    /// Where it is seen; `None` for an invisible signature.
    pub place: Option<Place>,
}

/// A visible signature (Nghị định 30/2020/NĐ-CP, Phụ lục I prescribes place and look).
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Page number from 1.
    pub page: u32,
    /// Left, bottom, right, top in PDF points, from the bottom left of the page.
    pub rect: [f32; 4],
    /// A one-page PDF, drawn scaled to `rect`.
    pub appearance: Vec<u8>,
}

/// A PDF that waits for its signature; both fields are stored between the two phases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreparedPdf {
    pub bytes: Vec<u8>,
    /// Where the hexadecimal digits go, between `<` and `>`.
    pub hole: Range<usize>,
}

/// Appends a revision with a signature field and `reserve` bytes for the CMS.
pub fn prepare(pdf: &[u8], spec: &SignatureSpec, reserve: usize) -> Result<PreparedPdf, PdfError> {
    let mut revision = Revision::of(pdf)?;
    if fields::all(revision.previous())
        .iter()
        .any(|field| field.name == spec.field)
    {
        return Err(PdfError::FieldExists(spec.field.clone()));
    }
    let page = revision.page(spec.place.as_ref().map_or(1, |place| place.page))?;
    let signature = revision.add(signature_dictionary(spec, reserve));
    let widget = widget(spec, page, signature, &mut revision)?;
    let widget = revision.add(widget);

    revision
        .entry(page, &[b"Annots"], Object::Array(Vec::new()))?
        .as_array_mut()?
        .push(widget.into());
    let catalog = revision.catalog();
    revision
        .entry(
            catalog,
            &[b"AcroForm", b"Fields"],
            Object::Array(Vec::new()),
        )?
        .as_array_mut()?
        .push(widget.into());
    revision
        .entry(catalog, &[b"AcroForm"], Object::Null)?
        .as_dict_mut()?
        .set("SigFlags", SIGNATURE_FLAGS);

    let mut bytes = revision.finish()?;
    let hole = fill_byte_range(&mut bytes, pdf.len(), reserve)?;
    Ok(PreparedPdf { bytes, hole })
}

fn signature_dictionary(spec: &SignatureSpec, reserve: usize) -> Dictionary {
    let [first, second, third] = PLACEHOLDER;
    dictionary! {
        "Type" => "Sig",
        "Filter" => "Adobe.PPKLite",
        "SubFilter" => "ETSI.CAdES.detached",
        "ByteRange" => vec![0.into(), first.into(), second.into(), third.into()],
        "Contents" => Object::String(vec![0; reserve], StringFormat::Hexadecimal),
        "M" => text::encode_date(spec.time),
        "Name" => text::encode(&spec.signer_name),
        "Reason" => text::encode(&spec.reason),
        "Location" => text::encode(&spec.location),
    }
}

fn widget(
    spec: &SignatureSpec,
    page: ObjectId,
    signature: ObjectId,
    revision: &mut Revision<'_>,
) -> Result<Dictionary, PdfError> {
    let rect = spec.place.as_ref().map_or([0.0; 4], |place| place.rect);
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text::encode(&spec.field),
        "F" => WIDGET_FLAGS,
        "P" => page,
        "V" => signature,
        "Rect" => rect.map(Object::Real).to_vec(),
    };
    if let Some(place) = &spec.place {
        widget.set(
            "AP",
            dictionary! { "N" => appearance::import(&place.appearance, revision)? },
        );
    }
    Ok(widget)
}

/// Finds the empty Contents behind `from` and writes the real offsets over the placeholders, keeping their width.
fn fill_byte_range(
    bytes: &mut [u8],
    from: usize,
    reserve: usize,
) -> Result<Range<usize>, PdfError> {
    let contents = format!("<{}>", "0".repeat(reserve * 2));
    let start = find(bytes, from, contents.as_bytes())?;
    let end = start + contents.len();
    let [first, second, third] = PLACEHOLDER;
    let placeholder = format!("[0 {first} {second} {third}]");
    let at = find(bytes, from, placeholder.as_bytes())?;
    let real = format!("[0 {start:<10} {end:<10} {:<10}]", bytes.len() - end);
    let target = bytes
        .get_mut(at..at + placeholder.len())
        .filter(|target| target.len() == real.len());
    target
        .ok_or(PdfError::Placeholder)?
        .copy_from_slice(real.as_bytes());
    Ok(start + 1..end - 1)
}

fn find(bytes: &[u8], from: usize, pattern: &[u8]) -> Result<usize, PdfError> {
    let position = bytes.get(from..).and_then(|tail| {
        tail.windows(pattern.len())
            .position(|window| window == pattern)
    });
    position
        .map(|position| from + position)
        .ok_or(PdfError::Placeholder)
}

impl PreparedPdf {
    /// SHA-256 of everything but the hole with its brackets: what [`crate::cms::prepare()`] takes.
    pub fn digest(&self) -> Result<[u8; 32], PdfError> {
        let start = self.hole.start.checked_sub(1).ok_or(PdfError::HoleTaken)?;
        let before = self.bytes.get(..start).ok_or(PdfError::HoleTaken)?;
        let after = self
            .bytes
            .get(self.hole.end + 1..)
            .ok_or(PdfError::HoleTaken)?;
        Ok(Sha256::new()
            .chain_update(before)
            .chain_update(after)
            .finalize()
            .into())
    }

    /// The signed file. Fails if the CMS is larger than the reserve or if the hole is not empty.
    pub fn embed(mut self, cms: &[u8]) -> Result<Vec<u8>, PdfError> {
        let digits = hex::encode(cms);
        let reserved = self.hole.len() / 2;
        if digits.len() > self.hole.len() {
            return Err(PdfError::ReserveTooSmall {
                needed: cms.len(),
                reserved,
            });
        }
        let hole = self
            .bytes
            .get_mut(self.hole)
            .filter(|hole| hole.iter().all(|digit| *digit == b'0'))
            .ok_or(PdfError::HoleTaken)?;
        hole.get_mut(..digits.len())
            .ok_or(PdfError::HoleTaken)?
            .copy_from_slice(digits.as_bytes());
        Ok(self.bytes)
    }
}
