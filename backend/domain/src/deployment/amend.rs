//! Later blocks of a file: each amendment states only what changes, and is laid over what was in
//! force before it, so that every block is checked as a whole.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::check::names_law;

/// Keys of an amendment that say what it is, beside those that say what it changes.
const HEADER: [&str; 6] = [
    "in_force_from",
    "until",
    "law",
    "title",
    "subject",
    "confirm",
];
/// Lists whose entries have keys: one with a known key replaces it, another is added.
pub(super) const KEYED: [&str; 6] = [
    "roles",
    "person_kinds",
    "chains",
    "delegations",
    "duties",
    "principles",
];
/// What takes entries out of those lists.
pub(super) const REMOVE: &str = "remove";

/// The part of an amendment that says what it is.
pub(super) fn header<'i>(amendment: &Spanned<DeValue<'i>>, rules: &[&str]) -> Spanned<DeValue<'i>> {
    let mut header = amendment.clone();
    if let DeValue::Table(table) = header.get_mut() {
        for key in rules.iter().chain(&[REMOVE]) {
            table.remove(*key);
        }
    }
    header
}

/// Lays an amendment over a table of rules.
pub(super) fn apply<'i>(table: &mut DeTable<'i>, amendment: &DeTable<'i>) {
    let law = amendment.get("law").and_then(|law| law.get_ref().as_str());
    let confirm = amendment
        .get("confirm")
        .is_some_and(|confirm| confirm.get_ref().as_bool() == Some(true));
    if let Some(lists) = amendment
        .get(REMOVE)
        .and_then(|lists| lists.get_ref().as_table())
    {
        remove(table, lists);
    }
    for (key, value) in amendment {
        let name = key.get_ref().as_ref();
        if HEADER.contains(&name) || name == REMOVE {
            continue;
        }
        let mut value = value.clone();
        complete(&mut value, law, confirm);
        match table.get_mut(name) {
            Some(list) if KEYED.contains(&name) => merge(list, value),
            _ => {
                // Put in anew, so that the key's place in the text is the later one.
                table.remove(name);
                table.insert(key.clone(), value);
            }
        }
    }
}

fn remove(table: &mut DeTable<'_>, lists: &DeTable<'_>) {
    for (name, keys) in lists {
        let Some(list) = table.get_mut(name.get_ref().as_ref()) else {
            continue;
        };
        let gone: Vec<&str> = keys
            .get_ref()
            .as_array()
            .into_iter()
            .flat_map(|keys| keys.iter())
            .filter_map(|key| key.get_ref().as_str())
            .collect();
        if let DeValue::Array(items) = list.get_mut() {
            let kept: Vec<_> = items
                .iter()
                .filter(|item| key_of(item).is_none_or(|key| !gone.contains(&key)))
                .cloned()
                .collect();
            *items = kept.into_iter().collect();
        }
    }
}

fn merge<'i>(list: &mut Spanned<DeValue<'i>>, changed: Spanned<DeValue<'i>>) {
    let (DeValue::Array(items), DeValue::Array(changed)) = (list.get_mut(), changed.into_inner())
    else {
        return;
    };
    let mut merged: Vec<_> = items.iter().cloned().collect();
    for entry in &changed {
        let known =
            key_of(entry).and_then(|key| merged.iter_mut().find(|item| key_of(item) == Some(key)));
        match known {
            Some(item) => *item = entry.clone(),
            None => merged.push(entry.clone()),
        }
    }
    *items = merged.into_iter().collect();
}

fn key_of<'v>(entry: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
    entry.get_ref().as_table()?.get("key")?.get_ref().as_str()
}

/// Writes the amending law after each clause that names none, and passes on that it is to be
/// confirmed.
fn complete(value: &mut Spanned<DeValue<'_>>, law: Option<&str>, confirm: bool) {
    match value.get_mut() {
        DeValue::Array(items) => {
            for item in items.iter_mut() {
                complete(item, law, confirm);
            }
        }
        DeValue::Table(table) => {
            for (_, inner) in table.iter_mut() {
                complete(inner, law, confirm);
            }
            let Some(clause) = table.get_mut("clause") else {
                return;
            };
            let span = clause.span();
            if let (DeValue::String(text), Some(law)) = (clause.get_mut(), law)
                && !names_law(text)
            {
                *text = Cow::Owned(format!("{text} {law}").trim().to_owned());
            }
            if confirm && table.get("confirm").is_none() {
                let key = Spanned::new(span.clone(), Cow::Borrowed("confirm"));
                table.insert(key, Spanned::new(span, DeValue::Boolean(true)));
            }
        }
        _ => {}
    }
}
