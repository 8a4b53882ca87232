//! The form fields of a PDF.

use lopdf::{Dictionary, Document, Object};

use super::text;

const MAXIMUM_DEPTH: u8 = 16;

/// A terminal form field.
pub(super) struct Field<'a> {
    /// Full name, parts joined by a full stop.
    pub name: String,
    pub dictionary: &'a Dictionary,
}

impl<'a> Field<'a> {
    /// The signature dictionary, if the field is a signed one.
    pub(super) fn signature(&self, document: &'a Document) -> Option<&'a Dictionary> {
        let value = self
            .dictionary
            .get_deref(b"V", document)
            .ok()?
            .as_dict()
            .ok()?;
        value.has(b"ByteRange").then_some(value)
    }
}

/// All fields reachable from the AcroForm; what cannot be read is left out, which a signature covering the whole file makes harmless.
pub(super) fn all(document: &Document) -> Vec<Field<'_>> {
    let mut found = Vec::new();
    let form = document.catalog().ok().and_then(|catalog| {
        catalog
            .get_deref(b"AcroForm", document)
            .ok()?
            .as_dict()
            .ok()
    });
    if let Some(form) = form {
        walk(
            document,
            form.get_deref(b"Fields", document).ok(),
            "",
            0,
            &mut found,
        );
    }
    found
}

fn walk<'a>(
    document: &'a Document,
    fields: Option<&'a Object>,
    prefix: &str,
    depth: u8,
    found: &mut Vec<Field<'a>>,
) {
    if depth > MAXIMUM_DEPTH {
        return;
    }
    for object in fields
        .and_then(|fields| fields.as_array().ok())
        .into_iter()
        .flatten()
    {
        let Some(dictionary) = document
            .dereference(object)
            .ok()
            .and_then(|(_, object)| object.as_dict().ok())
        else {
            continue;
        };
        let own = dictionary
            .get_deref(b"T", document)
            .ok()
            .and_then(|name| name.as_str().ok())
            .map(text::decode);
        let name = match (prefix, own) {
            ("", own) => own.unwrap_or_default(),
            (prefix, None) => prefix.to_owned(),
            (prefix, Some(own)) => format!("{prefix}.{own}"),
        };
        if dictionary.has(b"Kids") && !dictionary.has(b"V") {
            walk(
                document,
                dictionary.get_deref(b"Kids", document).ok(),
                &name,
                depth + 1,
                found,
            );
        } else {
            found.push(Field { name, dictionary });
        }
    }
}
