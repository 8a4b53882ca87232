//! Two sides of one draft, item by item.

use congvu_openapi::form::{Entry, Kind, Table};
use leptos::prelude::*;
use serde_json::Value;

use super::super::names::Names;
use super::super::words as w;
use super::editor::Editor;
use crate::components::{Button, ButtonKind, Dialog};
use crate::form::merge::{Conflict, Side};
use crate::i18n::{t, tr};
use crate::state::language::is_english;

/// Shows both sides of each item that both changed and lets one be chosen.
#[component]
pub fn ConflictDialog(editor: Editor) -> impl IntoView {
    let open = RwSignal::new(false);
    let sides = RwSignal::new(Vec::<Side>::new());
    Effect::new(move |_| {
        let items = editor
            .conflict
            .with(|merge| merge.as_ref().map_or(0, |m| m.conflicts.len()));
        sides.set(vec![Side::Mine; items]);
        open.set(items > 0);
    });
    let finish = Callback::new(move |()| {
        open.set(false);
        editor.choose(&sides.get_untracked());
    });
    let all = move |side: Side| {
        Callback::new(move |()| sides.update(|all| all.iter_mut().for_each(|one| *one = side)))
    };
    view! {
        <Dialog open=open title=tr(w::CONFLICT_TITLE) locked=Signal::stored(true) wide=true>
            <p>{move || t(w::CONFLICT_TEXT)}</p>
            <div class="conflict__all">
                <Button on_click=all(Side::Mine)>{move || t(w::ALL_MINE)}</Button>
                <Button on_click=all(Side::Theirs)>{move || t(w::ALL_THEIRS)}</Button>
            </div>
            {move || {
                let conflicts = editor.conflict.with(|merge| {
                    merge.as_ref().map(|merge| merge.conflicts.clone()).unwrap_or_default()
                });
                conflicts
                    .into_iter()
                    .enumerate()
                    .map(|(n, conflict)| view! {
                        <Item number=n conflict=conflict names=editor.names sides=sides/>
                    })
                    .collect_view()
            }}
            <div class="dialog__buttons">
                <Button kind=ButtonKind::Primary on_click=finish>{move || t(w::KEEP_CHOSEN)}</Button>
            </div>
        </Dialog>
    }
}

#[component]
fn Item(
    number: usize,
    conflict: Conflict,
    names: Names,
    sides: RwSignal<Vec<Side>>,
) -> impl IntoView {
    let chosen = move |side: Side| sides.with(|all| all.get(number) == Some(&side));
    let choose = move |side: Side| {
        sides.update(|all| {
            if let Some(one) = all.get_mut(number) {
                *one = side;
            }
        });
    };
    let (item, title) = match conflict.entry {
        Entry::Field(field) => (field.item, field.label),
        Entry::Table(table) => (table.item, table.title),
    };
    let entry = conflict.entry;
    let side = move |side: Side, label: crate::i18n::Text, value: Value| {
        view! {
            <label class="conflict__side" class:conflict__side--chosen=move || chosen(side)>
                <input type="radio" name=format!("conflict-{number}")
                    prop:checked=move || chosen(side)
                    on:change=move |_| choose(side)/>
                <span class="conflict__who">{move || t(label)}</span>
                <span class="conflict__value">{move || in_words(names, &entry, &value)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="conflict">
            <legend>
                {move || if item.is_empty() {
                    title.get(is_english()).to_owned()
                } else {
                    format!("{item}) {}", title.get(is_english()))
                }}
            </legend>
            {side(Side::Mine, w::MINE, conflict.mine)}
            {side(Side::Theirs, w::THEIRS, conflict.theirs)}
        </fieldset>
    }
}

/// A field's value or a table's rows in words.
fn in_words(names: Names, entry: &Entry, value: &Value) -> String {
    let words = match entry {
        Entry::Field(field) if field.kind == Kind::Photo => match value.as_str() {
            Some("") | None => String::new(),
            Some(_) => t(w::A_PHOTO).to_owned(),
        },
        Entry::Field(field) => names.value(field.kind, value),
        Entry::Table(table) => table_in_words(names, table, value),
    };
    if words.is_empty() {
        t(w::NOT_FILLED).to_owned()
    } else {
        words
    }
}

fn table_in_words(names: Names, table: &Table, value: &Value) -> String {
    value
        .as_array()
        .into_iter()
        .flatten()
        .map(|row| names.row(table.columns, row))
        .collect::<Vec<_>>()
        .join("\n")
}
