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

/// Changes the language, the document's `lang`, and remembers it.
pub fn choose(lang: Lang) {
    if let Some(storage) = storage() {
        // A full or forbidden store only means that the choice is not remembered.
        let _ = storage.set_item(STORAGE_KEY, lang.code());
    }
    use_language().set(lang);
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
