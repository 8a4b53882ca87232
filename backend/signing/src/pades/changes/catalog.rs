//! The catalog: the root of everything that is shown.

use super::Modification;
use super::analysis::{Analysis, Stop, differing, text};
use crate::pades::reader::Value;

impl Analysis<'_, '_> {
    pub(super) fn catalog(&mut self) -> Result<(), Stop> {
        let (old, new) = (self.old.catalog()?, self.new.catalog()?);
        let root = self.new.root()?.0;
        if self.changed.contains(&root) {
            self.explain(root);
        }
        for key in differing(&old, &new) {
            let permitted = match key {
                b"AcroForm" | b"DSS" | b"Metadata" => true,
                b"Extensions" => self.extensions(old.get(key), new.get(key))?,
                b"Version" => matches!(new.get(key), Some(Value::Name(_))),
                _ => false,
            };
            if !permitted {
                return Err(Modification::Catalog(text(key)).into());
            }
        }
        // What the entries refer to may have changed although they did not.
        let both = |key: &'static [u8]| (old.get(key), new.get(key));
        let (before, now) = both(b"AcroForm");
        self.form(before, now)?;
        let (before, now) = both(b"DSS");
        self.store(before, now)?;
        let (before, now) = both(b"Metadata");
        self.metadata(before, now)
    }

    /// Names of specifications the file keeps to, such as ESIC for the DSS.
    fn extensions(&mut self, old: Option<&Value>, new: Option<&Value>) -> Result<bool, Stop> {
        let changed = || Modification::Catalog("Extensions".into());
        let (_, now) = self.dictionaries(old, new, changed())?;
        Ok(now.iter().all(|(key, extension)| {
            let Value::Dictionary(entries) = extension else {
                return key == b"Type";
            };
            entries.iter().all(|(key, value)| {
                [
                    &b"Type"[..],
                    b"BaseVersion",
                    b"ExtensionLevel",
                    b"ExtensionRevision",
                    b"URL",
                ]
                .contains(&key.as_slice())
                    && matches!(value, Value::Name(_) | Value::Integer(_) | Value::Text(..))
            })
        }))
    }
}
