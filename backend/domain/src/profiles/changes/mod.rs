mod rows;
#[cfg(test)]
mod tests;

use congvu_openapi::form::{Entry, Field, Kind, Words, leaves};
pub use congvu_openapi::people::ChangeType;
use congvu_openapi::profile::Profile;
use serde_json::Value;

use super::display::in_words;
use super::walk::{document, is_empty, rows, text_at};
use crate::catalogues::Catalogues;

/// A difference between two documents, in the words of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Item number on the paper form; empty for the block above the title.
    pub item: &'static str,
    /// Key of the group.
    pub section: &'static str,
    /// JSON pointer into the new document; of a row that is gone, its table.
    pub pointer: String,
    /// Name of the field or the cell; of a whole row, the table's title.
    pub label_vi: &'static str,
    pub label_en: &'static str,
    /// Title of the table, where it is about a row or a cell.
    pub table: Option<Words>,
    /// Row from 0 in the new document; of a row that is gone, in the old one.
    pub row: Option<usize>,
    pub kind: ChangeType,
    /// Before, in words; empty where added.
    pub old: String,
    /// After, in words; empty where removed.
    pub new: String,
}

impl From<Change> for congvu_openapi::people::Change {
    fn from(change: Change) -> Self {
        let label = |own: &str, table: Option<&str>, row_word: &str| match (table, change.row) {
            (Some(title), Some(row)) if title != own => {
                format!("{title}, {row_word} {}: {own}", row + 1)
            }
            _ => own.to_owned(),
        };
        Self {
            item: change.item.to_owned(),
            section: change.section.to_owned(),
            label: label(change.label_vi, change.table.map(|t| t.vi), "dòng"),
            label_en: label(change.label_en, change.table.map(|t| t.en), "row"),
            pointer: change.pointer,
            kind: change.kind,
            old: change.old,
            new: change.new,
        }
    }
}

/// What differs between two documents, in the order of the form: fields by value, tables row by row.
///
/// Codes are written as their names in the built-in catalogues, dates and numbers as in Vietnamese.
#[must_use]
pub fn changes(old: &Profile, new: &Profile) -> Vec<Change> {
    let (old, new) = (document(old), document(new));
    let catalogues = Catalogues::built_in();
    leaves()
        .flat_map(|(section, entry)| match entry {
            Entry::Field(field) => field_change(section, &field, &old, &new, catalogues)
                .into_iter()
                .collect(),
            Entry::Table(table) => {
                let (before, after) = (rows(&old, &table), rows(&new, &table));
                rows::table_changes(section, &table, before, after, catalogues)
            }
        })
        .collect()
}

fn field_change(
    section: &'static str,
    field: &Field,
    old: &Value,
    new: &Value,
    catalogues: &Catalogues,
) -> Option<Change> {
    let (old, new) = (old.pointer(field.pointer)?, new.pointer(field.pointer)?);
    let (kind, old, new) = compare(field.kind, old, new, catalogues)?;
    Some(Change {
        item: field.item,
        section,
        pointer: field.pointer.to_owned(),
        label_vi: field.label.vi,
        label_en: field.label.en,
        table: None,
        row: None,
        kind,
        old,
        new,
    })
}

/// How two leaves differ, and both in words; `None` where they are equal.
fn compare(
    kind: Kind,
    old: &Value,
    new: &Value,
    catalogues: &Catalogues,
) -> Option<(ChangeType, String, String)> {
    if old == new {
        return None;
    }
    let change = match (is_empty(old), is_empty(new)) {
        (true, false) => ChangeType::Added,
        (false, true) => ChangeType::Removed,
        _ => ChangeType::Changed,
    };
    let words = (
        in_words(kind, old, catalogues),
        in_words(kind, new, catalogues),
    );
    // A difference that the words do not show: the codes of a place.
    let words = if words.0 == words.1 {
        (with_codes(&words.0, old), with_codes(&words.1, new))
    } else {
        words
    };
    Some((change, words.0, words.1))
}

fn with_codes(words: &str, place: &Value) -> String {
    let codes = ["province_code", "commune_code"].map(|key| match text_at(place, key) {
        "" => "–",
        code => code,
    });
    format!("{words} (mã {})", codes.join("/"))
}
