//! Pages: the only new thing on them may be the place of a signature.

use super::Modification;
use super::analysis::{Analysis, Stop, differing, text};
use crate::pades::reader::{Dictionary, Id, Value};

impl Analysis<'_, '_> {
    /// Pages that changed, and those that a new field says it is on.
    pub(super) fn pages(&mut self) -> Result<(), Stop> {
        let mut pages: Vec<Id> = Vec::new();
        for widget in self.widgets.clone() {
            let widget = self.new.object(widget)?.value;
            let page = widget
                .as_dictionary()
                .and_then(|widget| widget.get(&b"P"[..]));
            pages.extend(page.and_then(Value::as_reference));
        }
        let changed: Vec<u32> = self.changed.iter().copied().collect();
        for number in changed {
            let earlier = self.old.numbered(number)?;
            if earlier.value.as_dictionary().is_some_and(is_page) && earlier.stream.is_none() {
                pages.push((number, 0));
            }
        }
        pages.sort_unstable();
        pages.dedup_by_key(|page| page.0);
        pages.into_iter().try_for_each(|page| self.page(page.0))
    }

    fn page(&mut self, number: u32) -> Result<(), Stop> {
        let (earlier, later) = (
            self.old.numbered(number)?.value,
            self.new.numbered(number)?.value,
        );
        let (Value::Dictionary(old), Value::Dictionary(new)) = (earlier, later) else {
            return Err(Modification::SignatureField("is on no page").into());
        };
        if !is_page(&old) {
            return Err(Modification::SignatureField("is on no page").into());
        }
        let key = &b"Annots"[..];
        if let Some(other) = differing(&old, &new)
            .into_iter()
            .find(|differs| *differs != key)
        {
            return Err(Modification::Page(text(other)).into());
        }
        if self.changed.contains(&number) {
            self.explain(number);
        }
        let added = self.appended(old.get(key), new.get(key), &Modification::Annotation)?;
        let permitted = added.iter().all(|item| {
            item.as_reference()
                .is_some_and(|id| self.widgets.contains(&id))
        });
        if permitted {
            Ok(())
        } else {
            Err(Modification::Annotation.into())
        }
    }
}

fn is_page(dictionary: &Dictionary) -> bool {
    dictionary.get(&b"Type"[..]).and_then(Value::as_name) == Some(b"Page")
}
