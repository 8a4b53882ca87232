//! The Document Security Store: certificates and revocation data inside the file, so that it can be verified offline and decades later.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

use super::PdfError;
use super::reader::{self, Document, ReadError, Value};
use super::revision::Revision;
use crate::trust::TrustStore;

/// Most items of each kind that are read out of a file.
const MAXIMUM_COUNT: usize = 1000;

/// DER certificates, CRLs and OCSP responses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    pub certificates: Vec<Vec<u8>>,
    pub crls: Vec<Vec<u8>>,
    pub ocsps: Vec<Vec<u8>>,
}

impl Evidence {
    fn kinds(&self) -> [(&'static str, &'static str, &[Vec<u8>]); 3] {
        [
            ("Certs", "Cert", &self.certificates),
            ("CRLs", "CRL", &self.crls),
            ("OCSPs", "OCSP", &self.ocsps),
        ]
    }
}

/// Appends a revision whose DSS holds `evidence` besides what is already there; what is there is not stored twice.
///
/// `contents` are the Contents of the signatures the evidence is for ([`super::contents`]): each gets an entry in `/VRI`. Call it before the
/// first signature (without any) or after the last one; [`super::prepare_time_stamp`] then seals it (B-LTA).
///
/// # Errors
/// The file cannot be read or written.
pub fn add(pdf: &[u8], evidence: &Evidence, contents: &[Vec<u8>]) -> Result<Vec<u8>, PdfError> {
    let present = {
        let document = Document::open(pdf, &reader::Reading::new())?;
        collect(&document)?
    };
    let mut revision = Revision::of(pdf)?;
    let catalog = revision.catalog();
    let store = revision
        .entry(catalog, &[b"DSS"], dictionary! { "Type" => "DSS" }.into())?
        .as_dict_mut()?;
    store.set("Type", "DSS");
    let mut related = Dictionary::new();
    for (key, single, items) in evidence.kinds() {
        let mut references: Vec<Object> = Vec::new();
        for item in items {
            let id = match present.find(key, item) {
                Some(id) => id,
                None => store_item(&mut revision, catalog, key, item)?,
            };
            let reference = Object::Reference(id);
            if !references.contains(&reference) {
                references.push(reference);
            }
        }
        if !references.is_empty() {
            related.set(single, references);
        }
    }
    for contents in contents {
        let key = hex::encode_upper(digest(&SHA1_FOR_LEGACY_USE_ONLY, contents));
        let empty = Object::Dictionary(Dictionary::new());
        let entry = revision.entry(catalog, &[b"DSS", b"VRI", key.as_bytes()], empty)?;
        let entry = entry.as_dict_mut()?;
        for (key, references) in &related {
            let mut all = entry
                .get(key)
                .and_then(Object::as_array)
                .cloned()
                .unwrap_or_default();
            for reference in references.as_array()? {
                if !all.contains(reference) {
                    all.push(reference.clone());
                }
            }
            entry.set(key.clone(), all);
        }
    }
    revision.finish()
}

fn store_item(
    revision: &mut Revision<'_>,
    catalog: ObjectId,
    key: &str,
    item: &[u8],
) -> Result<ObjectId, PdfError> {
    let mut stream = Stream::new(Dictionary::new(), item.to_vec());
    stream.compress()?;
    let id = revision.add(stream);
    revision
        .entry(
            catalog,
            &[b"DSS", key.as_bytes()],
            Object::Array(Vec::new()),
        )?
        .as_array_mut()?
        .push(id.into());
    Ok(id)
}

/// What the store of a file holds, and where.
pub(super) struct Stored {
    items: Vec<Item>,
}

struct Item {
    key: &'static str,
    id: reader::Id,
    /// Where in the file it ends.
    end: usize,
    der: Vec<u8>,
}

/// Reads the store. It needs no trust: every certificate, CRL and answer is checked by signature up to an anchor.
pub(super) fn collect(document: &Document<'_>) -> Result<Stored, ReadError> {
    let mut items = Vec::new();
    if let Value::Dictionary(store) = document.get(&document.catalog()?, b"DSS")? {
        for (key, _, _) in Evidence::default().kinds() {
            let list = document.get(&store, key.as_bytes())?;
            let list = list.as_array().unwrap_or_default();
            if list.len() > MAXIMUM_COUNT {
                return Err(ReadError::TooLarge("the security store"));
            }
            for id in list.iter().filter_map(Value::as_reference) {
                let object = document.object(id)?;
                items.push(Item {
                    key,
                    id,
                    end: object.range.end,
                    der: document.decode(&object)?,
                });
            }
        }
    }
    Ok(Stored { items })
}

impl Stored {
    fn find(&self, key: &str, der: &[u8]) -> Option<ObjectId> {
        let mut items = self.items.iter().filter(|item| item.key == key);
        items.find(|item| item.der == der).map(|item| item.id)
    }

    /// `trust` with everything stored.
    pub(super) fn added_to(&self, trust: &TrustStore) -> TrustStore {
        self.put_into(trust.clone(), usize::MAX)
    }

    /// The anchors of `trust`, and for the rest only what is stored in the first `upto` bytes of the file.
    pub(super) fn alone(&self, trust: &TrustStore, upto: usize) -> TrustStore {
        let mut store = trust.clone();
        store.intermediates.clear();
        store.crls.clear();
        store.ocsps.clear();
        self.put_into(store, upto)
    }

    fn put_into(&self, mut store: TrustStore, upto: usize) -> TrustStore {
        for item in self.items.iter().filter(|item| item.end <= upto) {
            let list = match item.key {
                "Certs" => &mut store.intermediates,
                "CRLs" => &mut store.crls,
                _ => &mut store.ocsps,
            };
            list.push(item.der.clone());
        }
        store
    }
}
