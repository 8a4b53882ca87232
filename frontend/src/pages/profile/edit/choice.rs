//! A choice from a catalogue: a list where it is short, a searchable one where it is long.

use leptos::prelude::*;

use super::editor::Editor;
use super::field::Leaf;
use crate::api::catalogues;
use crate::components::{ComboBox, Remote, SelectField};
use crate::form::pointer::element_id;
use crate::i18n::pick;

/// From so many entries on a list is searched by typing.
const LONG: usize = 20;

/// A choice from a catalogue.
#[component]
pub fn ChoiceField(editor: Editor, leaf: Leaf, catalogue: &'static str) -> impl IntoView {
    let value = RwSignal::new(editor.text(&leaf.pointer));
    let left = RwSignal::new(false);
    let (label, hint, error) = (leaf.title(), leaf.help(), leaf.error(editor, left));
    let pointer = leaf.pointer.clone();
    Effect::new(move |before: Option<()>| {
        let chosen = value.get();
        if before.is_some() {
            left.set(true);
            editor.type_into(&pointer, &chosen);
        }
    });
    let options = options(catalogue, "", value);
    let long = Memo::new(move |_| options.with(Vec::len) > LONG);
    let id = element_id(&leaf.pointer);
    let chosen = Signal::derive(move || editor.names.of(catalogue, &value.get()));
    move || {
        if long.get() {
            view! {
                <ComboBox id=id.clone() label=label value=value options=options error=error
                    hint=hint required=leaf.required chosen_label=chosen/>
            }
            .into_any()
        } else {
            view! {
                <SelectField id=id.clone() label=label value=value options=options error=error
                    hint=hint required=leaf.required/>
            }
            .into_any()
        }
    }
}

/// Codes and names of a catalogue. Entries that ended are left out unless chosen before.
pub fn options(
    catalogue: &'static str,
    parent: &'static str,
    value: RwSignal<String>,
) -> Signal<Vec<(String, String)>> {
    let loaded = Remote::new(move || catalogues::all(catalogue, parent));
    let ended_before = value.get_untracked();
    Signal::derive(move || {
        loaded
            .get()
            .unwrap_or_default()
            .into_iter()
            .filter(|item| item.valid_to.is_none() || item.code == ended_before)
            .map(|item| (item.code, pick(&item.name, &item.name_en)))
            .collect()
    })
}
