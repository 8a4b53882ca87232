//! The signatures of a file and the revisions they cover.

use std::collections::HashSet;
use std::rc::Rc;

use chrono::{DateTime, FixedOffset};

use crate::pades::byte_range::Coverage;
use crate::pades::fields::{self, Field, FieldValue};
use crate::pades::reader::{Dictionary, Document, Id, ReadError, Reading, Value};
use crate::pades::{PdfError, text};

/// Each is compared with the next.
const MAXIMUM_COUNT: usize = 64;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Signature,
    TimeStamp,
}

/// A signature as the whole file shows it.
pub(super) struct Found {
    pub field: String,
    pub id: Option<Id>,
    pub kind: Kind,
    pub coverage: Coverage,
}

/// What a signature says in the revision it covers. A later revision may say something else about it.
pub(super) struct Own {
    pub contents: Vec<u8>,
    pub reason: Option<String>,
    pub claimed_time: Option<DateTime<FixedOffset>>,
    /// DocMDP with P 1: nothing but validation data may follow.
    pub is_final: bool,
}

fn wrong(field: &str) -> impl Fn(&'static str) -> PdfError {
    move |reason| PdfError::ByteRange {
        field: field.to_owned(),
        reason,
    }
}

/// All signatures in the order they were made; each must cover all that was signed before it.
pub(super) fn all(document: &Document<'_>) -> Result<Vec<Found>, PdfError> {
    let mut found = Vec::new();
    let mut names = HashSet::new();
    let mut doubled = HashSet::new();
    for field in fields::all(document)? {
        if !names.insert(field.name.clone()) {
            doubled.insert(field.name.clone());
        }
        if let Some(signature) = signature(document, &field)? {
            found.push(signature);
        }
    }
    if let Some(twice) = found.iter().find(|found| doubled.contains(&found.field)) {
        return Err(PdfError::DuplicateField(twice.field.clone()));
    }
    if found.len() > MAXIMUM_COUNT {
        return Err(PdfError::TooLarge("signatures"));
    }
    found.sort_by_key(|found| found.coverage.end);
    for (earlier, later) in found.iter().zip(found.iter().skip(1)) {
        if later.coverage.hole.start < earlier.coverage.end {
            return Err(PdfError::Overlap {
                first: earlier.field.clone(),
                second: later.field.clone(),
            });
        }
    }
    if found.iter().any(|found| found.kind == Kind::Signature) {
        Ok(found)
    } else {
        Err(PdfError::NotSigned)
    }
}

/// Refuses a file with signatures that its last revision hides: objects of any revision that look like one are those found.
pub(super) fn check_none_removed(document: &Document<'_>, found: &[Found]) -> Result<(), PdfError> {
    let holes: HashSet<usize> = found
        .iter()
        .map(|found| found.coverage.hole.start)
        .collect();
    for (number, offset, generation) in document.history() {
        let object = match document.read_at(offset, Some((number, generation))) {
            Err(ReadError::Malformed(_)) => continue,
            other => other?,
        };
        let Value::Dictionary(entries) = object.value else {
            continue;
        };
        if let Some(Value::Text(_, place)) = entries.get(&b"Contents"[..])
            && entries.contains_key(&b"ByteRange"[..])
            && object.stream.is_none()
            && !holes.contains(&place.start)
        {
            return Err(PdfError::SignatureRemoved);
        }
    }
    Ok(())
}

fn signature(document: &Document<'_>, field: &Field) -> Result<Option<Found>, PdfError> {
    let error = wrong(&field.name);
    let dictionary = match field.value(document)? {
        FieldValue::Signature(dictionary) => dictionary,
        FieldValue::None => return Ok(None),
        FieldValue::Unreadable => return Err(error("the signature cannot be read")),
    };
    Ok(Some(Found {
        coverage: Coverage::read(&dictionary, document).map_err(error)?,
        kind: kind(&dictionary, &field.name)?,
        id: field.id,
        field: field.name.clone(),
    }))
}

fn kind(signature: &Dictionary, field: &str) -> Result<Kind, PdfError> {
    let name = |key: &[u8]| signature.get(key).and_then(Value::as_name);
    match (name(b"Type"), name(b"SubFilter").unwrap_or_default()) {
        (None | Some(b"Sig"), b"ETSI.CAdES.detached") => Ok(Kind::Signature),
        (None | Some(b"DocTimeStamp"), b"ETSI.RFC3161") => Ok(Kind::TimeStamp),
        (_, other) => Err(PdfError::UnsupportedSubFilter {
            field: field.to_owned(),
            sub_filter: String::from_utf8_lossy(other).into_owned(),
        }),
    }
}

/// The bytes a signature covers, which must be a PDF by themselves.
pub(super) fn revision<'a>(
    whole: &Document<'a>,
    reading: &Rc<Reading>,
    found: &Found,
) -> Result<Document<'a>, PdfError> {
    let covered = whole.bytes.get(..found.coverage.end).unwrap_or_default();
    Document::open(covered, reading).map_err(|error| match error {
        ReadError::Malformed(_) => wrong(&found.field)("what it covers is no revision of the file"),
        other => other.into(),
    })
}

/// The same field must have the same signature in the revision it covers. Everything reported is read from there.
pub(super) fn own(revision: &Document<'_>, found: &Found) -> Result<Own, PdfError> {
    let error = wrong(&found.field);
    let fields = fields::all(revision)?;
    let field = fields.iter().find(|field| field.name == found.field);
    let value = field.map(|field| field.value(revision)).transpose()?;
    let Some(FieldValue::Signature(own)) = value else {
        return Err(error("the covered revision lacks the signature"));
    };
    if Coverage::read(&own, revision).as_ref() != Ok(&found.coverage)
        || kind(&own, &found.field)? != found.kind
    {
        return Err(error("the covered revision has another signature"));
    }
    let string = |key: &[u8]| -> Result<Option<Vec<u8>>, ReadError> {
        Ok(revision.get(&own, key)?.as_text().map(<[u8]>::to_vec))
    };
    Ok(Own {
        contents: string(b"Contents")?.unwrap_or_default(),
        reason: string(b"Reason")?.map(|reason| text::decode(&reason)),
        claimed_time: string(b"M")?.and_then(|time| text::decode_date(&time)),
        is_final: is_final(revision, &own)?,
    })
}

fn is_final(revision: &Document<'_>, signature: &Dictionary) -> Result<bool, ReadError> {
    let references = revision.get(signature, b"Reference")?;
    for item in references.as_array().unwrap_or_default() {
        let Value::Dictionary(entries) = revision.follow(item)? else {
            continue;
        };
        let method = revision.get(&entries, b"TransformMethod")?;
        if method.as_name() == Some(b"DocMDP")
            && let Value::Dictionary(parameters) = revision.get(&entries, b"TransformParams")?
            && revision.get(&parameters, b"P")?.as_integer() == Some(1)
        {
            return Ok(true);
        }
    }
    Ok(false)
}
