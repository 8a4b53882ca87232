//! The search for people in the top bar; `/` goes there.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

use crate::api::client::query;
use crate::components::{Icon, IconName};
use crate::i18n::{shell, t};

#[component]
pub(super) fn PersonSearch() -> impl IntoView {
    let input = NodeRef::<leptos::html::Input>::new();
    let words = RwSignal::new(String::new());
    let navigate = use_navigate();
    let keys = window_event_listener(leptos::ev::keydown, move |ev| {
        if ev.key() == "/" && !typing(&ev) {
            ev.prevent_default();
            if let Some(input) = input.get_untracked() {
                // A field that cannot take the focus leaves it where it was.
                let _ = input.focus();
            }
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <form
            class="person-search"
            role="search"
            on:submit=move |ev| {
                ev.prevent_default();
                let path = format!("/people{}", query(&[("q", words.get_untracked().trim())]));
                navigate(&path, leptos_router::NavigateOptions::default());
                words.set(String::new());
            }
        >
            <Icon name=IconName::Search/>
            <input
                node_ref=input
                class="person-search__input"
                type="search"
                aria-label=move || t(shell::FIND_PERSON)
                placeholder=move || t(shell::FIND_HINT)
                autocomplete="off"
                bind:value=words
            />
        </form>
    }
}

/// Somebody is writing in a field, where `/` is a letter.
fn typing(ev: &web_sys::KeyboardEvent) -> bool {
    ev.ctrl_key()
        || ev.meta_key()
        || ev.alt_key()
        || ev
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| {
                matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
            })
}
