//! A new revision appended to a PDF.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, ObjectId};

use super::PdfError;
use super::changes::References;
use super::reader::{self, Reading};

/// Reads a file that is to be signed or drawn. It must be one that the verifier reads too, so that lopdf meets no surprises.
pub(super) fn load(pdf: &[u8]) -> Result<Document, PdfError> {
    reader::Document::open(pdf, &Reading::new())?.references(&mut References::new())?;
    let document = Document::load_mem(pdf)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(PdfError::Encrypted);
    }
    Ok(document)
}

/// Objects that will follow the bytes of the existing file.
pub(super) struct Revision<'a> {
    previous: &'a [u8],
    inner: IncrementalDocument,
    catalog: ObjectId,
}

impl<'a> Revision<'a> {
    pub(super) fn of(pdf: &'a [u8]) -> Result<Self, PdfError> {
        let document = load(pdf)?;
        let catalog = document.trailer.get(b"Root")?.as_reference()?;
        Ok(Self {
            previous: pdf,
            inner: IncrementalDocument::create_from(pdf.to_vec(), document),
            catalog,
        })
    }

    pub(super) fn previous(&self) -> &Document {
        self.inner.get_prev_documents()
    }

    pub(super) fn catalog(&self) -> ObjectId {
        self.catalog
    }

    pub(super) fn page(&self, number: u32) -> Result<ObjectId, PdfError> {
        self.previous()
            .get_pages()
            .get(&number)
            .copied()
            .ok_or(PdfError::NoSuchPage(number))
    }

    pub(super) fn add(&mut self, object: impl Into<Object>) -> ObjectId {
        self.inner.new_document.add_object(object)
    }

    pub(super) fn set(&mut self, id: ObjectId, object: Object) {
        self.inner.new_document.set_object(id, object);
    }

    /// The value at the end of a path of dictionary keys, ready to be changed: what the path leads through is copied into this revision,
    /// references are followed, missing dictionaries are made and a missing last value becomes `default`.
    pub(super) fn entry(
        &mut self,
        holder: ObjectId,
        path: &[&[u8]],
        default: Object,
    ) -> Result<&mut Object, PdfError> {
        let mut owner = holder;
        let mut inside: Vec<&[u8]> = Vec::new();
        self.inner.opt_clone_object_to_new_document(owner)?;
        for (index, key) in path.iter().enumerate() {
            let dictionary = self.at(owner, &inside)?.as_dict_mut()?;
            if !dictionary.has(key) {
                let missing = if index + 1 == path.len() {
                    default.clone()
                } else {
                    Dictionary::new().into()
                };
                dictionary.set(key.to_vec(), missing);
            }
            if let Object::Reference(id) = dictionary.get(key)? {
                owner = *id;
                inside.clear();
                self.inner.opt_clone_object_to_new_document(owner)?;
            } else {
                inside.push(key);
            }
        }
        self.at(owner, &inside)
    }

    fn at(&mut self, owner: ObjectId, inside: &[&[u8]]) -> Result<&mut Object, PdfError> {
        let mut object = self.inner.new_document.get_object_mut(owner)?;
        for key in inside {
            object = object.as_dict_mut()?.get_mut(key)?;
        }
        Ok(object)
    }

    /// The whole file: the previous bytes, untouched, and this revision.
    pub(super) fn finish(mut self) -> Result<Vec<u8>, PdfError> {
        let mut bytes = Vec::with_capacity(self.previous.len() * 2);
        self.inner.save_to(&mut bytes)?;
        bytes.push(b'\n');
        // Earlier signatures depend on it.
        if bytes.starts_with(self.previous) {
            Ok(bytes)
        } else {
            Err(PdfError::Placeholder)
        }
    }
}
