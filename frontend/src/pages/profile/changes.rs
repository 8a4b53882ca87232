//! What differs, in the words of the form: old → new, by item number.

use congvu_openapi::form::SECTIONS;
use congvu_openapi::people::{Change, ChangeType};
use leptos::prelude::*;

use super::words as w;
use crate::components::{AlertKind, Badge};
use crate::i18n::{pick, t};
use crate::state::language::is_english;

/// The words of what happened to a value.
#[must_use]
pub const fn kind_words(kind: ChangeType) -> (AlertKind, crate::i18n::Text) {
    match kind {
        ChangeType::Added => (AlertKind::Success, w::ADDED),
        ChangeType::Removed => (AlertKind::Error, w::REMOVED),
        ChangeType::Changed => (AlertKind::Info, w::CHANGED),
    }
}

/// The item of a change as on paper: `8) Số CCCD`.
#[must_use]
pub fn item_title(change: &Change) -> String {
    let label = pick(&change.label, &change.label_en);
    if change.item.is_empty() {
        label
    } else {
        format!("{}) {label}", change.item)
    }
}

/// The changes, group by group.
#[component]
pub fn Changes(changes: Vec<Change>) -> impl IntoView {
    SECTIONS
        .iter()
        .filter_map(|group| {
            let of_group: Vec<Change> =
                changes.iter().filter(|change| change.section == group.key).cloned().collect();
            (!of_group.is_empty()).then(|| view! {
                <section class="changes">
                    <h3>{move || group.title.get(is_english())}</h3>
                    <ul class="changes__list">
                        {of_group.into_iter().map(|change| view! { <OneChange change=change/> }).collect_view()}
                    </ul>
                </section>
            })
        })
        .collect_view()
}

#[component]
fn OneChange(change: Change) -> impl IntoView {
    let (tone, text) = kind_words(change.kind);
    let shown = change.clone();
    view! {
        <li class="changes__item">
            <p class="changes__label">
                {move || item_title(&shown)}
                <Badge kind=tone>{move || t(text)}</Badge>
            </p>
            <OldNew change=change/>
        </li>
    }
}

/// Old and new value of a change.
#[component]
pub fn OldNew(change: Change) -> impl IntoView {
    view! {
        <p class="changes__values">
            {(change.kind != ChangeType::Added).then(|| view! {
                <del><span class="visually-hidden">{move || t(w::OLD)}": "</span>{change.old}</del>
            })}
            {(change.kind == ChangeType::Changed).then(|| view! { <span class="changes__arrow" aria-hidden="true">" → "</span> })}
            {(change.kind != ChangeType::Removed).then(|| view! {
                <ins><span class="visually-hidden">{move || t(w::NEW)}": "</span>{change.new}</ins>
            })}
        </p>
    }
}
