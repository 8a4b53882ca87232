//! The form: new signature fields and what they refer to.

use super::Modification;
use super::analysis::{Analysis, Ending, Stop, differing, text};
use crate::pades::reader::{Dictionary, Id, Value};

/// Entries of a signature field that is its own widget; actions are not among them.
const FIELD: [&[u8]; 22] = [
    b"Type", b"Subtype", b"FT", b"T", b"TU", b"F", b"Ff", b"P", b"V", b"Rect", b"AP", b"AS", b"MK",
    b"DA", b"DR", b"Lock", b"SV", b"NM", b"M", b"Border", b"BS", b"Q",
];
/// What signing an empty field changes in it.
const FILLED: [&[u8]; 5] = [b"V", b"AP", b"M", b"F", b"MK"];
/// Entries of a signature dictionary (ISO 32000-2 table 255).
const SIGNATURE: [&[u8]; 17] = [
    b"Type",
    b"Filter",
    b"SubFilter",
    b"Contents",
    b"Cert",
    b"ByteRange",
    b"Reference",
    b"Name",
    b"M",
    b"Location",
    b"Reason",
    b"ContactInfo",
    b"R",
    b"V",
    b"Prop_Build",
    b"Prop_AuthTime",
    b"Prop_AuthType",
];
/// Keys that make something happen, or show and hide by a switch.
const ACTIVE: [&[u8]; 9] = [
    b"JS",
    b"A",
    b"AA",
    b"OpenAction",
    b"URI",
    b"Launch",
    b"OC",
    b"OCGs",
    b"EmbeddedFiles",
];

impl Analysis<'_, '_> {
    pub(super) fn form(&mut self, old: Option<&Value>, new: Option<&Value>) -> Result<(), Stop> {
        let changed = |key: &[u8]| Modification::Form(text(key));
        let (before, now) = self.dictionaries(old, new, changed(b"AcroForm"))?;
        let was_empty = before
            .get(&b"Fields"[..])
            .is_none_or(|fields| fields.as_array() == Some(&[]));
        for key in differing(&before, &now) {
            let permitted = match key {
                b"Fields" => true,
                b"SigFlags" => matches!(now.get(key), Some(Value::Integer(1..=3))),
                // Without fields nothing is drawn with these.
                b"DA" | b"DR" => was_empty && !before.contains_key(key),
                _ => false,
            };
            if !permitted {
                return Err(changed(key).into());
            }
        }
        for key in [&b"DA"[..], b"DR"] {
            if !before.contains_key(key) {
                self.inert(now.get(key))?;
            }
        }
        let key = &b"Fields"[..];
        let added = self.appended(before.get(key), now.get(key), &Modification::FormField)?;
        for field in added {
            match field {
                Value::Reference(id) if self.added.contains(&id.0) => self.new_field(id)?,
                _ => return Err(Modification::FormField.into()),
            }
        }
        match self.ending {
            Ending::Signature(Some(id)) | Ending::TimeStamp(Some(id))
                if self.changed.contains(&id.0) =>
            {
                self.filled_field(id)
            }
            _ => Ok(()),
        }
    }

    fn new_field(&mut self, id: Id) -> Result<(), Stop> {
        let object = self.new.object(id)?;
        let Value::Dictionary(field) = object.value else {
            return Err(Modification::FormField.into());
        };
        if object.stream.is_some()
            || field.get(&b"FT"[..]).and_then(Value::as_name) != Some(b"Sig")
            || field
                .get(&b"Subtype"[..])
                .is_some_and(|kind| kind.as_name() != Some(b"Widget"))
            || field.keys().any(|key| !FIELD.contains(&key.as_slice()))
        {
            return Err(Modification::FormField.into());
        }
        let value = field.get(&b"V"[..]);
        let by_signer = matches!(self.ending, Ending::Signature(_));
        let own = match self.ending {
            Ending::Signature(own) | Ending::TimeStamp(own) => own == Some(id),
            Ending::Nothing => false,
        };
        // An empty field for signers to come is vouched for by the signature that ends the revision.
        if value.is_some() != own || !(own || by_signer) {
            return Err(Modification::SignatureField("was added without its signature").into());
        }
        if !(own && by_signer) && self.shows(&field)? {
            return Err(Modification::SignatureField("shows something that nobody signed").into());
        }
        self.explain(id.0);
        self.widgets.insert(id);
        self.signature(value)?;
        for (key, value) in &field {
            if !matches!(key.as_slice(), b"V" | b"P") {
                self.inert(Some(value))?;
            }
        }
        Ok(())
    }

    /// A field that was there without a signature got one, and with it a look.
    fn filled_field(&mut self, id: Id) -> Result<(), Stop> {
        let (before, now) = (self.old.object(id)?, self.new.object(id)?);
        let (Some(old), Some(new)) = (before.value.as_dictionary(), now.value.as_dictionary())
        else {
            return Err(Modification::FormField.into());
        };
        if old.contains_key(&b"V"[..]) {
            return Err(Modification::SignatureField("shows another signature").into());
        }
        let keys = differing(old, new);
        if before.stream.is_some()
            || now.stream.is_some()
            || keys.iter().any(|key| !FILLED.contains(key))
        {
            return Err(Modification::SignatureField("was changed").into());
        }
        if matches!(self.ending, Ending::TimeStamp(_)) && keys.iter().any(|key| *key != b"V") {
            return Err(Modification::SignatureField("shows something that nobody signed").into());
        }
        self.explain(id.0);
        self.signature(new.get(&b"V"[..]))?;
        for key in keys {
            if key != b"V" {
                self.inert(new.get(key))?;
            }
        }
        Ok(())
    }

    fn signature(&mut self, value: Option<&Value>) -> Result<(), Stop> {
        let Some(value) = value else {
            return Ok(());
        };
        let dictionary = match value {
            Value::Reference(id) if self.added.contains(&id.0) => {
                let object = self.new.object(*id)?;
                self.explain(id.0);
                object.value
            }
            Value::Dictionary(_) => value.clone(),
            _ => Value::Null,
        };
        let Value::Dictionary(entries) = dictionary else {
            return Err(Modification::SignatureField("shares an earlier object").into());
        };
        if entries
            .keys()
            .any(|key| !SIGNATURE.contains(&key.as_slice()))
        {
            return Err(Modification::SignatureField("has unknown entries").into());
        }
        entries
            .values()
            .try_for_each(|entry| self.inert(Some(entry)))
    }

    fn shows(&self, field: &Dictionary) -> Result<bool, Stop> {
        if !field.contains_key(&b"AP"[..]) && !field.contains_key(&b"MK"[..]) {
            return Ok(false);
        }
        let rect = self.new.get(field, b"Rect")?;
        let numbers: Option<Vec<f64>> = rect
            .as_array()
            .and_then(|items| items.iter().map(Value::as_number).collect());
        Ok(match numbers.as_deref() {
            Some([left, bottom, right, top]) => {
                let flat = |one: &f64, two: &f64| (one - two).abs() < f64::EPSILON;
                !(flat(left, right) && flat(bottom, top))
            }
            _ => false,
        })
    }

    /// Explains new objects that are only looked at: drawings, fonts, names of programs.
    pub(super) fn inert(&mut self, value: Option<&Value>) -> Result<(), Stop> {
        let mut open: Vec<Value> = value.cloned().into_iter().collect();
        while let Some(value) = open.pop() {
            check_inert(&value)?;
            let mut numbers = Vec::new();
            value.references(&mut |id| numbers.push(id.0));
            for number in numbers {
                if self.added.contains(&number) && self.explained.insert(number) {
                    open.push(self.new.numbered(number)?.value);
                }
            }
        }
        Ok(())
    }
}

fn check_inert(value: &Value) -> Result<(), Modification> {
    match value {
        Value::Dictionary(entries) => entries.iter().try_for_each(|(key, value)| {
            if ACTIVE.contains(&key.as_slice()) {
                return Err(Modification::Appearance);
            }
            check_inert(value)
        }),
        Value::Array(items) => items.iter().try_for_each(check_inert),
        _ => Ok(()),
    }
}
