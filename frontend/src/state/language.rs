//! The language chosen, remembered in the browser.

use leptos::prelude::*;

use super::state;
use crate::i18n::Lang;

const STORAGE_KEY: &str = "congvu.language";

/// The language of the app.
#[must_use]
pub fn use_language() -> RwSignal<Lang> {
    state().language
}

/// Whether English was chosen, for [`congvu_openapi::form::Words::get`].
#[must_use]
pub fn is_english() -> bool {
    use_language().get() == Lang::En
}

/// Remembers the language and opens the page anew in it, so that every word follows, also what
/// the server said. What is being filled in is kept by then.
pub fn choose(lang: Lang) {
    if let Some(storage) = storage() {
        // A full or forbidden store only means that the choice is not remembered.
        let _ = storage.set_item(STORAGE_KEY, lang.code());
    }
    if let Some(window) = web_sys::window() {
        // Our own page may always be opened again.
        let _ = window.location().reload();
    }
}

/// What was chosen the last time; Vietnamese at first.
pub(super) fn remembered() -> Lang {
    match storage().and_then(|s| s.get_item(STORAGE_KEY).ok().flatten()) {
        Some(code) if code == Lang::En.code() => Lang::En,
        _ => Lang::Vi,
    }
}

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|w| w.local_storage().ok().flatten())
}
