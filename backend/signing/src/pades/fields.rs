//! The form fields of a PDF.

use std::collections::HashSet;

use super::reader::{Dictionary, Document, Id, ReadError, Value};
use super::text;

const MAXIMUM_DEPTH: u8 = 16;
const MAXIMUM_FIELDS: usize = 10_000;

/// A terminal form field.
pub(super) struct Field {
    /// Full name, parts joined by a full stop.
    pub name: String,
    /// The object it is, unless it stands in a list.
    pub id: Option<Id>,
    pub dictionary: Dictionary,
    pub is_signature: bool,
}

/// The value of a field, as far as signatures go.
pub(super) enum FieldValue {
    /// No signature, or a signature field that nobody has signed yet.
    None,
    Signature(Dictionary),
    /// Something is there, but not a signature dictionary.
    Unreadable,
}

impl Field {
    pub(super) fn value(&self, document: &Document<'_>) -> Result<FieldValue, ReadError> {
        let value = document.get(&self.dictionary, b"V")?;
        Ok(match value {
            Value::Dictionary(signature) if signature.contains_key(&b"ByteRange"[..]) => {
                FieldValue::Signature(signature)
            }
            _ if self.is_signature && self.dictionary.contains_key(&b"V"[..]) => {
                FieldValue::Unreadable
            }
            _ => FieldValue::None,
        })
    }
}

/// All fields reachable from the AcroForm.
pub(super) fn all(document: &Document<'_>) -> Result<Vec<Field>, ReadError> {
    let mut walk = Walk {
        document,
        seen: HashSet::new(),
        found: Vec::new(),
    };
    if let Value::Dictionary(form) = document.get(&document.catalog()?, b"AcroForm")? {
        let top = Parent {
            name: "",
            is_signature: false,
            depth: 0,
        };
        walk.fields(&document.get(&form, b"Fields")?, top)?;
    }
    Ok(walk.found)
}

/// What a field takes from the one above it.
#[derive(Clone, Copy)]
struct Parent<'a> {
    name: &'a str,
    is_signature: bool,
    depth: u8,
}

struct Walk<'a, 'b> {
    document: &'a Document<'b>,
    seen: HashSet<Id>,
    found: Vec<Field>,
}

impl Walk<'_, '_> {
    fn fields(&mut self, fields: &Value, parent: Parent<'_>) -> Result<(), ReadError> {
        if parent.depth > MAXIMUM_DEPTH {
            return Err(ReadError::TooLarge("the nesting of form fields"));
        }
        for item in fields.as_array().unwrap_or_default() {
            let id = item.as_reference();
            if id.is_some_and(|id| !self.seen.insert(id)) {
                return Err(ReadError::Malformed("a form field stands in two places"));
            }
            if self.found.len() > MAXIMUM_FIELDS {
                return Err(ReadError::TooLarge("form fields"));
            }
            if let Value::Dictionary(dictionary) = self.document.follow(item)? {
                self.field(id, dictionary, parent)?;
            }
        }
        Ok(())
    }

    fn field(
        &mut self,
        id: Option<Id>,
        dictionary: Dictionary,
        parent: Parent<'_>,
    ) -> Result<(), ReadError> {
        let own = self.document.get(&dictionary, b"T")?;
        let name = match (parent.name, own.as_text().map(text::decode)) {
            ("", own) => own.unwrap_or_default(),
            (prefix, None) => prefix.to_owned(),
            (prefix, Some(own)) => format!("{prefix}.{own}"),
        };
        let kind = self.document.get(&dictionary, b"FT")?;
        let is_signature = kind
            .as_name()
            .map_or(parent.is_signature, |kind| kind == b"Sig");
        let kids = self.document.get(&dictionary, b"Kids")?;
        if self.has_fields(&kids)? {
            if dictionary.contains_key(&b"V"[..]) && is_signature {
                return Err(ReadError::Malformed(
                    "a signature stands above other fields",
                ));
            }
            let parent = Parent {
                name: &name,
                is_signature,
                depth: parent.depth + 1,
            };
            return self.fields(&kids, parent);
        }
        self.found.push(Field {
            name,
            id,
            dictionary,
            is_signature,
        });
        Ok(())
    }

    /// Kids with a name are fields, the others are places where one field is seen.
    fn has_fields(&self, kids: &Value) -> Result<bool, ReadError> {
        for kid in kids.as_array().unwrap_or_default() {
            if let Value::Dictionary(kid) = self.document.follow(kid)?
                && kid.contains_key(&b"T"[..])
            {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
