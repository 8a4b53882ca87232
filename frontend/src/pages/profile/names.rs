//! Codes of the catalogues resolved to names, and values of the document in words.

use std::collections::HashMap;

use congvu_openapi::catalogues::CatalogueItem;
use congvu_openapi::form::{Column, Entry, Kind, leaves};
use congvu_openapi::profile::Place;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::words as w;
use crate::api::catalogues;
use crate::form::{number, text};
use crate::i18n::{pick, t};

/// Names of the codes of every short catalogue of the form, filled in as the catalogues arrive.
#[derive(Clone, Copy)]
pub struct Names(RwSignal<HashMap<Key, Name>>);

/// Catalogue and code.
type Key = (&'static str, String);

/// The name in Vietnamese and in English.
type Name = (String, String);

impl Names {
    /// Begins to load the catalogues of the form; codes stand for themselves until then.
    #[must_use]
    pub fn load() -> Self {
        let names = Self(RwSignal::new(HashMap::new()));
        for catalogue in in_form() {
            names.add(catalogue);
        }
        names
    }

    /// The same with the categories of evidence.
    #[must_use]
    pub fn with_categories(self) -> Self {
        self.add(CATEGORIES);
        self
    }

    fn add(self, catalogue: &'static str) {
        spawn_local(async move {
            // A catalogue that cannot be fetched leaves its codes as they are.
            if let Ok(items) = catalogues::all(catalogue, "").await {
                self.0
                    .try_update(|names| names.extend(entries(catalogue, &items)));
            }
        });
    }

    /// The name of a code in the language chosen.
    #[must_use]
    pub fn of(self, catalogue: &'static str, code: &str) -> String {
        self.0.with(|names| {
            names
                .get(&(catalogue, code.to_owned()))
                .map_or_else(|| code.to_owned(), |(vi, en)| pick(vi, en))
        })
    }

    /// A value in words; empty where nothing is filled in.
    #[must_use]
    pub fn value(self, kind: Kind, value: &Value) -> String {
        match (kind, value) {
            (Kind::Place, value) => serde_json::from_value::<Place>(value.clone())
                .map(|place| place.in_words())
                .unwrap_or_default(),
            (Kind::Choice(catalogue), Value::String(code)) if !code.is_empty() => {
                self.of(catalogue, code)
            }
            (Kind::Money, Value::String(kept)) => number::show_money(kept),
            (kind, Value::String(kept)) => text::show(kind, kept),
            _ => String::new(),
        }
    }

    /// A row in a line: its time first, then the rest.
    #[must_use]
    pub fn row(self, columns: &[Column], row: &Value) -> String {
        let cell = |column: &Column| {
            row.get(column.key)
                .map_or_else(String::new, |value| self.value(column.kind, value))
        };
        let find = |key: &str| columns.iter().find(|column| column.key == key).map(cell);
        let time = match (find("from"), find("to")) {
            (Some(from), Some(to)) if !from.is_empty() => {
                let to = if to.is_empty() {
                    t(w::NOW).to_owned()
                } else {
                    to
                };
                format!("{from} – {to}")
            }
            _ => String::new(),
        };
        let rest = columns
            .iter()
            .filter(|column| !matches!(column.key, "from" | "to"))
            .map(cell);
        std::iter::once(time)
            .chain(rest)
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    }
}

/// The catalogue of categories of evidence.
pub const CATEGORIES: &str = "attachment-categories";

/// The catalogues that the form uses for choices.
fn in_form() -> Vec<&'static str> {
    let mut names = Vec::new();
    let mut note = |kind: Kind| {
        if let Kind::Choice(name) = kind
            && !names.contains(&name)
        {
            names.push(name);
        }
    };
    for (_, entry) in leaves() {
        match entry {
            Entry::Field(field) => note(field.kind),
            Entry::Table(table) => table.columns.iter().for_each(|column| note(column.kind)),
        }
    }
    names
}

fn entries(catalogue: &'static str, items: &[CatalogueItem]) -> Vec<(Key, Name)> {
    items
        .iter()
        .map(|item| {
            (
                (catalogue, item.code.clone()),
                (item.name.clone(), item.name_en.clone()),
            )
        })
        .collect()
}
