//! A deployment file as parsed TOML that knows on which line each key stands.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::amend;

/// Key of the later blocks.
pub(super) const AMENDMENTS: &str = "amendments";

pub(super) struct Document<'i> {
    pub(super) file: String,
    text: &'i str,
    table: DeTable<'i>,
    places: BTreeMap<String, Place>,
}

/// Where a key and its value stand in the text.
struct Place {
    key: Range<usize>,
    value: Range<usize>,
}

impl<'i> Document<'i> {
    /// Reads what can be read, with the mistakes in the syntax.
    pub(super) fn parse(file: &str, text: &'i str) -> (Self, Vec<toml::de::Error>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let table = table.into_inner();
        let mut places = BTreeMap::new();
        note_table("", &table, &mut places);
        let document = Self {
            file: file.to_owned(),
            text,
            table,
            places,
        };
        (document, errors)
    }

    /// The amendments, in the order of the file.
    pub(super) fn amendments(&self) -> Vec<&Spanned<DeValue<'i>>> {
        let list = self
            .get(AMENDMENTS)
            .and_then(|list| list.get_ref().as_array());
        list.into_iter().flat_map(|items| items.iter()).collect()
    }

    /// The document as it reads once its first so many amendments are in force.
    pub(super) fn amended(&self, count: usize) -> Self {
        let mut table = self.table.clone();
        table.remove(AMENDMENTS);
        for amendment in self.amendments().into_iter().take(count) {
            if let Some(changes) = amendment.get_ref().as_table() {
                amend::apply(&mut table, changes);
            }
        }
        let mut places = BTreeMap::new();
        note_table("", &table, &mut places);
        Self {
            file: self.file.clone(),
            text: self.text,
            table,
            places,
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Spanned<DeValue<'i>>> {
        self.table.get(key)
    }

    /// Keys at the top of the file.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.table.keys().map(|key| key.get_ref().as_ref())
    }

    /// The strings under a key in each entry of a list, where they are strings.
    pub(super) fn strings(&self, list: &str, key: &str) -> Vec<String> {
        let items = self.get(list).and_then(|value| value.get_ref().as_array());
        items
            .into_iter()
            .flat_map(|items| items.iter())
            .filter_map(|item| item.get_ref().as_table()?.get(key)?.get_ref().as_str())
            .map(str::to_owned)
            .collect()
    }

    /// Line of a key, or of the nearest thing that it should be in.
    pub(super) fn line_of(&self, path: &str) -> usize {
        let mut path = path;
        loop {
            if let Some(place) = self.places.get(path) {
                return self.line_at(place.key.start);
            }
            match path.rfind(['.', '[']).and_then(|at| path.get(..at)) {
                Some(parent) => path = parent,
                None => return 1,
            }
        }
    }

    pub(super) fn line_at(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        before.filter(|byte| **byte == b'\n').count() + 1
    }

    /// Path of the innermost key whose name or value stands at this place.
    pub(super) fn path_at(&self, offset: usize) -> Option<String> {
        self.places
            .iter()
            .filter(|(_, place)| place.key.contains(&offset) || place.value.contains(&offset))
            .min_by_key(|(path, place)| (place.value.len(), std::cmp::Reverse(path.len())))
            .map(|(path, _)| path.clone())
    }
}

fn note_table(prefix: &str, table: &DeTable<'_>, places: &mut BTreeMap<String, Place>) {
    for (key, value) in table {
        let name = key.get_ref();
        let path = if prefix.is_empty() {
            name.to_string()
        } else {
            format!("{prefix}.{name}")
        };
        note_value(&path, key.span(), value, places);
    }
}

fn note_value(
    path: &str,
    key: Range<usize>,
    value: &Spanned<DeValue<'_>>,
    places: &mut BTreeMap<String, Place>,
) {
    match value.get_ref() {
        DeValue::Table(table) => note_table(path, table, places),
        DeValue::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                note_value(&format!("{path}[{index}]"), item.span(), item, places);
            }
        }
        _ => {}
    }
    let value = value.span();
    places.insert(path.to_owned(), Place { key, value });
}

/// Reads a value, reporting each mistake in it: after one, whatever holds it is left out and the
/// rest is read again. Nothing is returned where there was any.
pub(super) fn read<T: DeserializeOwned>(
    value: &Spanned<DeValue<'_>>,
    mut report: impl FnMut(&toml::de::Error),
) -> Option<T> {
    let mut rest = value.clone();
    let mut whole = true;
    loop {
        match T::deserialize(ValueDeserializer::from(rest.clone())) {
            Ok(value) => return whole.then_some(value),
            Err(error) => {
                whole = false;
                report(&error);
                let removed = error.span().is_some_and(|span| remove(&mut rest, &span));
                if !removed {
                    return None;
                }
            }
        }
    }
}

/// Leaves out the key or value that stands exactly here; false where that is the value itself.
fn remove(value: &mut Spanned<DeValue<'_>>, span: &Range<usize>) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => {
            let here = table
                .iter()
                .find(|(key, value)| key.span() == *span || value.span() == *span)
                .map(|(key, _)| key.get_ref().to_string());
            match here {
                Some(key) => table.remove(key.as_str()).is_some(),
                None => table.iter_mut().any(|(_, value)| remove(value, span)),
            }
        }
        DeValue::Array(items) => {
            let kept: Vec<_> = items
                .iter()
                .filter(|item| item.span() != *span)
                .cloned()
                .collect();
            if kept.len() < items.len() {
                *items = kept.into_iter().collect();
                return true;
            }
            items.iter_mut().any(|item| remove(item, span))
        }
        _ => false,
    }
}
