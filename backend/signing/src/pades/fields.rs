//! The form fields of a PDF.

use lopdf::{Dictionary, Document, Object};

use super::text;

const MAXIMUM_DEPTH: u8 = 16;

/// A terminal form field.
pub(super) struct Field<'a> {
    /// Full name, parts joined by a full stop.
    pub name: String,
    pub dictionary: &'a Dictionary,
    is_signature: bool,
}

/// The value of a field, as far as signatures go.
pub(super) enum Value<'a> {
    /// No signature, or a signature field that nobody has signed yet.
    None,
    Signature(&'a Dictionary),
    /// Something is there, but not a signature dictionary.
    Unreadable,
}

impl<'a> Field<'a> {
    pub(super) fn value(&self, document: &'a Document) -> Value<'a> {
        let present = self
            .dictionary
            .get(b"V")
            .is_ok_and(|value| !value.is_null());
        let value = self
            .dictionary
            .get_deref(b"V", document)
            .ok()
            .and_then(|value| value.as_dict().ok());
        match value.filter(|value| value.has(b"ByteRange")) {
            Some(signature) => Value::Signature(signature),
            None if self.is_signature && present => Value::Unreadable,
            None => Value::None,
        }
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
        let top = Parent {
            name: "",
            is_signature: false,
            depth: 0,
        };
        walk(
            document,
            form.get_deref(b"Fields", document).ok(),
            top,
            &mut found,
        );
    }
    found
}

/// What a field takes from the one above it.
#[derive(Clone, Copy)]
struct Parent<'a> {
    name: &'a str,
    is_signature: bool,
    depth: u8,
}

fn walk<'a>(
    document: &'a Document,
    fields: Option<&'a Object>,
    parent: Parent<'_>,
    found: &mut Vec<Field<'a>>,
) {
    if parent.depth > MAXIMUM_DEPTH {
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
        let name = match (parent.name, own) {
            ("", own) => own.unwrap_or_default(),
            (prefix, None) => prefix.to_owned(),
            (prefix, Some(own)) => format!("{prefix}.{own}"),
        };
        let kind = dictionary
            .get_deref(b"FT", document)
            .ok()
            .and_then(|kind| kind.as_name().ok());
        let is_signature = kind.map_or(parent.is_signature, |kind| kind == b"Sig");
        if dictionary.has(b"Kids") && !dictionary.has(b"V") {
            let parent = Parent {
                name: &name,
                is_signature,
                depth: parent.depth + 1,
            };
            walk(
                document,
                dictionary.get_deref(b"Kids", document).ok(),
                parent,
                found,
            );
        } else {
            found.push(Field {
                name,
                dictionary,
                is_signature,
            });
        }
    }
}
