//! Document information and XMP: only what says when and by what program the file was written.

use std::collections::BTreeMap;

use super::Modification;
use super::analysis::{Analysis, Stop, differing};
use crate::pades::reader::{Object, Value};

const INFORMATION: [&[u8]; 2] = [b"ModDate", b"Producer"];
/// XMP properties that every save changes.
const PROPERTIES: [&str; 4] = [
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:InstanceID",
    "pdf:Producer",
];
const MAXIMUM_XMP: usize = 1 << 20;

impl Analysis<'_, '_> {
    pub(super) fn information(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
    ) -> Result<(), Stop> {
        let (before, now) = self.dictionaries(old, new, Modification::Information)?;
        for key in differing(&before, &now) {
            if !INFORMATION.contains(&key) || !matches!(now.get(key), Some(Value::Text(..))) {
                return Err(Modification::Information.into());
            }
        }
        Ok(())
    }

    pub(super) fn metadata(
        &mut self,
        old: Option<&Value>,
        new: Option<&Value>,
    ) -> Result<(), Stop> {
        let touched = |analysis: &Self, value: Option<&Value>| {
            let number = value.and_then(Value::as_reference).map(|id| id.0);
            number.is_some_and(|number| {
                analysis.changed.contains(&number) || analysis.added.contains(&number)
            })
        };
        if old == new && !touched(self, new) {
            return Ok(());
        }
        self.place(old, new)?;
        let (Some(Value::Reference(before)), Some(Value::Reference(now))) = (old, new) else {
            return Err(Modification::Metadata.into());
        };
        let (before, now) = (self.old.object(*before)?, self.new.object(*now)?);
        let texts = (self.xmp(&before)?, self.xmp(&now)?);
        match texts {
            (Some(before), Some(now)) => match (Neutral::of(&before), Neutral::of(&now)) {
                (Some(before), Some(now)) if before == now => Ok(()),
                _ => Err(Modification::Metadata.into()),
            },
            _ => Err(Modification::Metadata.into()),
        }
    }

    fn xmp(&self, object: &Object) -> Result<Option<String>, Stop> {
        let kind = object
            .value
            .as_dictionary()
            .and_then(|entries| entries.get(&b"Subtype"[..]));
        if !object.is_stream_of_type(b"Metadata") || kind.and_then(Value::as_name) != Some(b"XML") {
            return Ok(None);
        }
        let content = self.new.decode(object)?;
        Ok(String::from_utf8(content)
            .ok()
            .filter(|text| text.len() <= MAXIMUM_XMP))
    }
}

/// What a packet says, without what every save changes.
#[derive(Debug, PartialEq, Eq)]
struct Neutral {
    /// Without those properties, declarations of namespaces, and white space, which pads it.
    text: String,
    /// Some programs repeat these in other places; as each prefix has one meaning, the place does not matter.
    namespaces: BTreeMap<String, String>,
}

impl Neutral {
    /// `None` if a prefix has two meanings.
    fn of(xmp: &str) -> Option<Self> {
        let mut text = xmp.to_owned();
        for property in PROPERTIES {
            text = without(&text, &format!("<{property}>"), &format!("</{property}>"));
            text = without(&text, &format!(" {property}=\""), "\"");
        }
        let mut namespaces = BTreeMap::new();
        let mut kept = String::with_capacity(text.len());
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(" xmlns") {
            kept.push_str(before);
            let (prefix, after) = after.split_once('=')?;
            let quote = after
                .chars()
                .next()
                .filter(|first| ['"', '\''].contains(first))?;
            let (name, after) = after.strip_prefix(quote)?.split_once(quote)?;
            let known = namespaces.insert(prefix.to_owned(), name.to_owned());
            if known.is_some_and(|known| known != name) {
                return None;
            }
            rest = after;
        }
        kept.push_str(rest);
        kept.retain(|letter| !letter.is_whitespace());
        Some(Self {
            text: kept,
            namespaces,
        })
    }
}

/// Cuts out what stands between `open` and `close`, which must be plain text.
fn without(text: &str, open: &str, close: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(open) {
        kept.push_str(before);
        match after.split_once(close) {
            Some((value, after)) if !value.contains(['<', '>']) => rest = after,
            _ => {
                kept.push_str(open);
                rest = after;
            }
        }
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_dates_and_instances_may_differ() {
        let packet = |title: &str, date: &str, instance: &str| {
            format!(
                "<x:xmpmeta><rdf:Description xmp:ModifyDate=\"{date}\"><xmpMM:InstanceID>{instance}</xmpMM:InstanceID>\
                 <dc:title>{title}</dc:title></rdf:Description></x:xmpmeta>   "
            )
        };
        let first = Neutral::of(&packet("Sơ yếu lý lịch", "2026-03-02", "uuid:1"));
        let same = |title: &str, date: &str, instance: &str| {
            Neutral::of(&packet(title, date, instance)) == first
        };
        assert!(first.is_some());
        assert!(same("Sơ yếu lý lịch", "2027-01-01", "uuid:2"));
        assert!(!same("Quyết định", "2026-03-02", "uuid:1"));
        let smuggled = "</xmpMM:InstanceID><dc:title>Quyết định</dc:title><xmpMM:InstanceID>";
        assert!(!same("Sơ yếu lý lịch", "2026-03-02", smuggled));
    }

    #[test]
    fn prefixes_keep_their_meaning() {
        let of = |text: &str| Neutral::of(text);
        let once = of("<a xmlns:dc=\"urn:dc\"><dc:title>x</dc:title></a>");
        assert!(once.is_some());
        let repeated = "<a xmlns:dc=\"urn:dc\"><dc:title xmlns:dc=\"urn:dc\">x</dc:title></a>";
        assert_eq!(of(repeated), once);
        assert_eq!(of(&repeated.replacen("urn:dc", "urn:other", 1)), None);
        assert_ne!(
            of("<a xmlns:dc=\"urn:other\"><dc:title>x</dc:title></a>"),
            once
        );
        assert_eq!(of("<a xmlns:dc=urn>"), None);
    }
}
