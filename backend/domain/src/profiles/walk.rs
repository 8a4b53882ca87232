use congvu_openapi::form::{Entry, Kind, Table, Words, leaves};
use congvu_openapi::profile::Profile;
use serde_json::Value;

/// A leaf of the form with what a document holds there.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    pub pointer: String,
    pub item: &'static str,
    pub section: &'static str,
    pub label: Words,
    /// Row of its table, from 0.
    pub row: Option<usize>,
    /// Pointer of its table.
    pub table: Option<&'static str>,
    /// Name of the member in the row; empty for a field.
    pub key: &'static str,
    pub kind: Kind,
    pub required: bool,
    pub value: &'a Value,
}

impl<'a> Cell<'a> {
    /// The text of the leaf; empty for a place.
    pub fn text(&self) -> &'a str {
        self.value.as_str().unwrap_or_default()
    }

    /// A part of a place.
    pub fn part(&self, key: &str) -> &'a str {
        text_at(self.value, key)
    }

    /// Nothing is filled in.
    pub fn is_empty(&self) -> bool {
        is_empty(self.value)
    }
}

/// Nothing is filled in: an empty text, or only empty texts inside.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::String(text) => text.is_empty(),
        Value::Object(members) => members.values().all(is_empty),
        Value::Array(rows) => rows.is_empty(),
        _ => true,
    }
}

/// The text of a member; empty where there is none.
pub(super) fn text_at<'a>(value: &'a Value, key: &str) -> &'a str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The document as JSON, in which the form's pointers point.
pub(super) fn document(profile: &Profile) -> Value {
    // A document of texts can always be written.
    serde_json::to_value(profile).unwrap_or_default()
}

/// The rows of a table.
pub(super) fn rows<'a>(document: &'a Value, table: &Table) -> &'a [Value] {
    document
        .pointer(table.pointer)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

/// Every leaf of the form that the document has, cell by cell, in the order of the form.
pub(super) fn cells(document: &Value) -> Vec<Cell<'_>> {
    leaves()
        .flat_map(|(section, entry)| cells_of(document, section, &entry))
        .collect()
}

/// The leaves of one entry of the form.
pub(super) fn cells_of<'a>(
    document: &'a Value,
    section: &'static str,
    entry: &Entry,
) -> Vec<Cell<'a>> {
    match entry {
        Entry::Field(field) => document
            .pointer(field.pointer)
            .map(|value| Cell {
                pointer: field.pointer.to_owned(),
                item: field.item,
                section,
                label: field.label,
                row: None,
                table: None,
                key: "",
                kind: field.kind,
                required: field.required,
                value,
            })
            .into_iter()
            .collect(),
        Entry::Table(table) => rows(document, table)
            .iter()
            .enumerate()
            .flat_map(|(row, values)| row_cells(section, table, row, values))
            .collect(),
    }
}

/// The cells of one row of a table.
pub(super) fn row_cells<'a>(
    section: &'static str,
    table: &Table,
    row: usize,
    values: &'a Value,
) -> Vec<Cell<'a>> {
    let cell = |column: &congvu_openapi::form::Column| {
        Some(Cell {
            pointer: format!("{}/{row}/{}", table.pointer, column.key),
            item: table.item,
            section,
            label: column.label,
            row: Some(row),
            table: Some(table.pointer),
            key: column.key,
            kind: column.kind,
            required: column.required,
            value: values.get(column.key)?,
        })
    };
    table.columns.iter().filter_map(cell).collect()
}

/// The entry of the form at a pointer, with the key of its group.
pub(super) fn entry(pointer: &str) -> Option<(&'static str, Entry)> {
    leaves().find(|(_, entry)| match entry {
        Entry::Field(field) => field.pointer == pointer,
        Entry::Table(table) => table.pointer == pointer,
    })
}
