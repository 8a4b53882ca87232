//! The Document Security Store: it may grow, with nothing but evidence.

use der::Decode;
use x509_cert::Certificate;
use x509_cert::crl::CertificateList;
use x509_ocsp::OcspResponse;

use super::Modification;
use super::analysis::{Analysis, Stop, differing};
use crate::pades::reader::{Dictionary, Value};

/// Kinds of evidence.
#[derive(Clone, Copy)]
enum Kind {
    Certificate,
    Crl,
    Ocsp,
    TimeStamp,
}

const STORE: [(&[u8], Kind); 3] = [
    (b"Certs", Kind::Certificate),
    (b"CRLs", Kind::Crl),
    (b"OCSPs", Kind::Ocsp),
];
const RELATED: [(&[u8], Kind); 3] = [
    (b"Cert", Kind::Certificate),
    (b"CRL", Kind::Crl),
    (b"OCSP", Kind::Ocsp),
];

fn misused(how: &'static str) -> Modification {
    Modification::SecurityStore(how)
}

impl Analysis<'_, '_> {
    pub(super) fn store(&mut self, old: Option<&Value>, new: Option<&Value>) -> Result<(), Stop> {
        if new.is_none() && old.is_none() {
            return Ok(());
        }
        let (before, now) = self.dictionaries(old, new, misused("was removed"))?;
        let known = |key: &[u8]| {
            matches!(key, b"Type" | b"VRI") || STORE.iter().any(|(name, _)| *name == key)
        };
        if differing(&before, &now).into_iter().any(|key| !known(key)) {
            return Err(misused("has unknown entries").into());
        }
        check_type(&now, b"DSS")?;
        for (key, kind) in STORE {
            self.evidence(before.get(key), now.get(key), kind)?;
        }
        let key = &b"VRI"[..];
        let (before, now) =
            self.dictionaries(before.get(key), now.get(key), misused("lost entries"))?;
        for (name, entry) in &now {
            let earlier = before.get(name);
            match name.as_slice() {
                b"Type" => check_type(&now, b"VRI")?,
                name if name.len() == 40 && name.iter().all(u8::is_ascii_hexdigit) => {
                    self.related(earlier, entry)?;
                }
                _ => return Err(misused("has unknown entries").into()),
            }
        }
        if before.keys().any(|name| !now.contains_key(name)) {
            return Err(misused("lost entries").into());
        }
        Ok(())
    }

    /// Validation-related information of one signature.
    fn related(&mut self, old: Option<&Value>, new: &Value) -> Result<(), Stop> {
        let (before, now) = self.dictionaries(old, Some(new), misused("lost entries"))?;
        for key in differing(&before, &now) {
            match key {
                b"Type" => check_type(&now, b"VRI")?,
                b"TU" if matches!(now.get(key), Some(Value::Text(..))) => {}
                b"TS" => self.item(now.get(key), Kind::TimeStamp)?,
                key if RELATED.iter().any(|(name, _)| *name == key) => {}
                _ => return Err(misused("has unknown entries").into()),
            }
        }
        RELATED
            .iter()
            .try_for_each(|(key, kind)| self.evidence(before.get(*key), now.get(*key), *kind))
    }

    /// A list may be put in another order, but loses nothing.
    fn evidence(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
        kind: Kind,
    ) -> Result<(), Stop> {
        let (old, new) = self.place(old, new)?;
        let (before, now) = match (&old, &new) {
            (Value::Null, Value::Null) => return Ok(()),
            (Value::Null, Value::Array(now)) => (&[][..], now.as_slice()),
            (Value::Array(before), Value::Array(now)) => (before.as_slice(), now.as_slice()),
            _ => return Err(misused("lost entries").into()),
        };
        if !before.iter().all(|item| now.contains(item)) {
            return Err(misused("lost entries").into());
        }
        now.iter()
            .filter(|item| !before.contains(item))
            .try_for_each(|item| self.item(Some(item), kind))
    }

    fn item(&mut self, value: Option<&Value>, kind: Kind) -> Result<(), Stop> {
        let Some(Value::Reference(id)) = value else {
            return Err(misused("holds something else than evidence").into());
        };
        let object = self.new.object(*id)?;
        let plain = object.value.as_dictionary().is_some_and(|entries| {
            let known = [&b"Length"[..], b"Filter", b"DecodeParms"];
            entries.keys().all(|key| known.contains(&key.as_slice()))
        });
        if !plain || !is_evidence(&self.new.decode(&object)?, kind) {
            return Err(misused("holds something else than evidence").into());
        }
        if self.added.contains(&id.0) {
            self.explain(id.0);
        }
        Ok(())
    }
}

fn check_type(dictionary: &Dictionary, expected: &[u8]) -> Result<(), Modification> {
    match dictionary.get(&b"Type"[..]) {
        None => Ok(()),
        Some(kind) if kind.as_name() == Some(expected) => Ok(()),
        Some(_) => Err(misused("is something else")),
    }
}

/// DER that begins at once cannot also be a drawing.
fn is_evidence(der: &[u8], kind: Kind) -> bool {
    match kind {
        Kind::Certificate => Certificate::from_der(der).is_ok(),
        Kind::Crl => CertificateList::from_der(der).is_ok(),
        Kind::Ocsp => OcspResponse::from_der(der).is_ok(),
        Kind::TimeStamp => crate::cms::signature_imprint(der).is_ok(),
    }
}
