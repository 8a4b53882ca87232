//! The Document Security Store: certificates and CRLs inside the file, so that it can be verified offline and decades later.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::PdfError;
use super::revision::Revision;
use crate::trust::TrustStore;

/// Largest certificate or CRL that is read out of a file, in bytes.
const MAXIMUM_ITEM: usize = 32 * 1024 * 1024;

/// Appends a revision with a DSS that holds the given DER certificates and CRLs besides those already there.
///
/// Call it before the first signature: appended after the last one, it would be a change that no signature covers.
pub fn add(pdf: &[u8], certificates: &[Vec<u8>], crls: &[Vec<u8>]) -> Result<Vec<u8>, PdfError> {
    let mut revision = Revision::of(pdf)?;
    let catalog = revision.catalog();
    let store = revision
        .entry(catalog, &[b"DSS"], dictionary! { "Type" => "DSS" }.into())?
        .as_dict_mut()?;
    store.set("Type", "DSS");
    for (key, items) in [(&b"Certs"[..], certificates), (b"CRLs", crls)] {
        for item in items {
            let mut stream = Stream::new(Dictionary::new(), item.clone());
            stream.compress()?;
            let id = revision.add(stream);
            revision
                .entry(catalog, &[b"DSS", key], Object::Array(Vec::new()))?
                .as_array_mut()?
                .push(id.into());
        }
    }
    revision.finish()
}

/// Adds what the file's DSS holds. It needs no trust: every certificate and CRL is checked by signature up to an anchor.
pub(super) fn collect(document: &Document, into: &mut TrustStore) {
    let Some(store) = document
        .catalog()
        .ok()
        .and_then(|catalog| catalog.get_deref(b"DSS", document).ok()?.as_dict().ok())
    else {
        return;
    };
    let read = |key: &[u8]| -> Vec<Vec<u8>> {
        let items = store
            .get_deref(key, document)
            .ok()
            .and_then(|items| items.as_array().ok());
        let streams = items
            .into_iter()
            .flatten()
            .filter_map(|item| document.dereference(item).ok()?.1.as_stream().ok());
        streams
            .filter_map(|stream| stream.get_plain_content_with_limit(MAXIMUM_ITEM).ok())
            .collect()
    };
    into.intermediates.extend(read(b"Certs"));
    into.crls.extend(read(b"CRLs"));
}
