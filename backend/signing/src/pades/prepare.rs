//! A revision with an empty place for a signature or a document time stamp.

use chrono::{DateTime, FixedOffset};
use lopdf::{Dictionary, Object, ObjectId, dictionary};

use super::prepared::{self, PreparedPdf};
use super::reader::{self, Reading};
use super::revision::Revision;
use super::{PdfError, appearance, fields, text};

/// Bytes to reserve for a CMS with its chain.
pub const RESERVE: usize = 12_000;
/// Bytes to reserve if an RFC 3161 token will be added.
pub const RESERVE_WITH_TIMESTAMP: usize = 24_000;

/// Print, and locked against moving.
const WIDGET_FLAGS: i64 = 132;
/// Signatures exist, and the file may only be appended to.
const SIGNATURE_FLAGS: i64 = 3;

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

/// Appends a revision with a signature field and `reserve` bytes for the CMS.
///
/// # Errors
/// The file cannot be read or written, has such a field already or lacks the page.
pub fn prepare(pdf: &[u8], spec: &SignatureSpec, reserve: usize) -> Result<PreparedPdf, PdfError> {
    let signature = signature_dictionary(spec);
    append(pdf, &spec.field, signature, spec.place.as_ref(), reserve)
}

/// Appends a revision with a document time stamp (dấu thời gian) that covers the whole file and shows nothing.
///
/// [`PreparedPdf::digest`] is what the time-stamp authority gets, [`PreparedPdf::embed`] takes its token.
///
/// # Errors
/// The file cannot be read or written or has such a field already.
pub fn prepare_time_stamp(
    pdf: &[u8],
    field: &str,
    reserve: usize,
) -> Result<PreparedPdf, PdfError> {
    let signature = dictionary! { "Type" => "DocTimeStamp", "SubFilter" => "ETSI.RFC3161" };
    append(pdf, field, signature, None, reserve)
}

fn append(
    pdf: &[u8],
    field: &str,
    mut signature: Dictionary,
    place: Option<&Place>,
    reserve: usize,
) -> Result<PreparedPdf, PdfError> {
    let names = fields::all(&reader::Document::open(pdf, &Reading::new())?)?;
    if names.iter().any(|present| present.name == field) {
        return Err(PdfError::FieldExists(field.to_owned()));
    }
    let mut revision = Revision::of(pdf)?;
    let page = revision.page(place.map_or(1, |place| place.page))?;
    signature.set("Filter", "Adobe.PPKLite");
    signature.set("ByteRange", prepared::byte_range());
    signature.set("Contents", prepared::contents(reserve));
    let signature = revision.add(signature);
    let widget = widget(field, place, page, signature, &mut revision)?;
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
    PreparedPdf::new(revision.finish()?, pdf.len(), reserve)
}

fn signature_dictionary(spec: &SignatureSpec) -> Dictionary {
    dictionary! {
        "Type" => "Sig",
        "SubFilter" => "ETSI.CAdES.detached",
        "M" => text::encode_date(spec.time),
        "Name" => text::encode(&spec.signer_name),
        "Reason" => text::encode(&spec.reason),
        "Location" => text::encode(&spec.location),
    }
}

fn widget(
    field: &str,
    place: Option<&Place>,
    page: ObjectId,
    signature: ObjectId,
    revision: &mut Revision<'_>,
) -> Result<Dictionary, PdfError> {
    let rect = place.map_or([0.0; 4], |place| place.rect);
    let mut widget = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text::encode(field),
        "F" => WIDGET_FLAGS,
        "P" => page,
        "V" => signature,
        "Rect" => rect.map(Object::Real).to_vec(),
    };
    if let Some(place) = place {
        widget.set(
            "AP",
            dictionary! { "N" => appearance::import(&place.appearance, revision)? },
        );
    }
    Ok(widget)
}
