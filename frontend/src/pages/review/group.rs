//! The heading of a group of the form among the changes, with one mark for all of them.

use congvu_openapi::form::SECTIONS;
use leptos::prelude::*;

use super::notes::Notes;
use crate::components::{Icon, IconName};
use crate::i18n::tf;
use crate::pages::profile::words as w;
use crate::state::language::is_english;

/// Title of the group with this key, how many of its changes are marked as checked, and a button that marks them all.
#[component]
pub(super) fn Group(
    key: String,
    /// Places of its changes.
    pointers: Vec<String>,
    notes: Notes,
    decides: bool,
) -> impl IntoView {
    let title = move || {
        let known = SECTIONS.iter().find(|section| section.key == key);
        known.map(|section| section.title.get(is_english()))
    };
    let of = pointers.len();
    let pointers = StoredValue::new(pointers);
    let checked = move || {
        pointers.with_value(|all| all.iter().filter(|place| notes.is_checked(place)).count())
    };
    let all_checked = move || checked() == of;
    view! {
        <li class="review__group">
            <h3>{title.clone()}</h3>
            {(decides && of > 1).then(|| view! {
                <button type="button" class="button button--quiet button--small"
                    aria-pressed=move || if all_checked() { "true" } else { "false" }
                    on:click=move |_| {
                        let check = !all_checked();
                        pointers.with_value(|all| notes.mark(all, check));
                    }>
                    <Icon name=IconName::Check/>
                    <span>{move || tf(w::MARK_GROUP, &[&checked().to_string(), &of.to_string()])}</span>
                    <span class="visually-hidden">" "{title.clone()}</span>
                </button>
            })}
        </li>
    }
}
