//! What a signature looks like: a one-page PDF drawn inside the signature field.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::PdfError;
use super::revision::{Revision, load};

/// Nesting of direct objects; real files stay below ten.
const MAXIMUM_DEPTH: u8 = 64;

/// Copies the first page of `pdf` into the revision as a Form XObject, with its fonts and images.
pub(super) fn import(pdf: &[u8], revision: &mut Revision<'_>) -> Result<ObjectId, PdfError> {
    let source = load(pdf)?;
    let page = source
        .get_pages()
        .into_values()
        .next()
        .ok_or(PdfError::Appearance)?;
    let mut form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
    form.set(
        "BBox",
        inherited(&source, page, b"MediaBox").ok_or(PdfError::Appearance)?,
    );
    let mut import = Import {
        source: &source,
        revision,
        copied: HashMap::new(),
    };
    for key in ["Resources", "Group"] {
        if let Some(value) = inherited(&source, page, key.as_bytes()) {
            form.set(key, import.object(&value, 0)?);
        }
    }
    let mut stream = Stream::new(form, source.get_page_content(page));
    stream.compress()?;
    Ok(revision.add(stream))
}

/// A page attribute, looked for in the page and then up the page tree.
fn inherited(source: &Document, page: ObjectId, key: &[u8]) -> Option<Object> {
    let mut node = source.get_dictionary(page).ok()?;
    for _ in 0..MAXIMUM_DEPTH {
        if let Ok(value) = node.get(key) {
            return source
                .dereference(value)
                .ok()
                .map(|(_, value)| value.clone());
        }
        node = source
            .get_dictionary(node.get(b"Parent").ok()?.as_reference().ok()?)
            .ok()?;
    }
    None
}

struct Import<'a, 'b, 'c> {
    source: &'a Document,
    revision: &'b mut Revision<'c>,
    /// Numbers of objects in the source and in the revision.
    copied: HashMap<ObjectId, ObjectId>,
}

impl Import<'_, '_, '_> {
    fn object(&mut self, object: &Object, depth: u8) -> Result<Object, PdfError> {
        if depth > MAXIMUM_DEPTH {
            return Err(PdfError::Appearance);
        }
        Ok(match object {
            Object::Reference(id) => self.reference(*id, depth)?,
            Object::Array(items) => Object::Array(
                items
                    .iter()
                    .map(|item| self.object(item, depth + 1))
                    .collect::<Result<_, _>>()?,
            ),
            Object::Dictionary(dictionary) => self.dictionary(dictionary, depth)?.into(),
            Object::Stream(stream) => {
                let mut copy = stream.clone();
                copy.dict = self.dictionary(&stream.dict, depth)?;
                copy.into()
            }
            other => other.clone(),
        })
    }

    fn dictionary(&mut self, dictionary: &Dictionary, depth: u8) -> Result<Dictionary, PdfError> {
        let mut copy = Dictionary::new();
        for (key, value) in dictionary {
            copy.set(key.clone(), self.object(value, depth + 1)?);
        }
        Ok(copy)
    }

    /// The new number is known before the object is copied, so that cycles end.
    fn reference(&mut self, id: ObjectId, depth: u8) -> Result<Object, PdfError> {
        if let Some(known) = self.copied.get(&id) {
            return Ok((*known).into());
        }
        let new = self.revision.add(Object::Null);
        self.copied.insert(id, new);
        let copy = self.object(self.source.get_object(id)?, depth + 1)?;
        self.revision.set(new, copy);
        Ok(new.into())
    }
}
