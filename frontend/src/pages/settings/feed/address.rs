//! The secret address, shown once.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::components::{Alert, AlertKind, Button, IconName};
use crate::i18n::{common, notifications as w, t};
use crate::state::toasts::toast;

/// The address with what to do with it.
#[component]
pub(super) fn Address(address: String) -> impl IntoView {
    let copied = address.clone();
    let copy = move || {
        let promise = window().navigator().clipboard().write_text(&copied);
        spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                toast(AlertKind::Success, t(common::COPIED));
            }
        });
    };
    view! {
        <Alert kind=AlertKind::Warning live=true>{t(w::FEED_ONCE)}</Alert>
        <div class="slip">
            <label class="field__label" for="feed-address">
                {t(w::FEED_ADDRESS)}
            </label>
            <input
                class="input feed__address"
                id="feed-address"
                type="text"
                readonly
                autocomplete="off"
                spellcheck="false"
                prop:value=address
            />
            <div class="actions">
                <Button icon=IconName::Copy on_click=copy>{t(w::FEED_COPY)}</Button>
            </div>
        </div>
        <h3>{t(w::FEED_HOW)}</h3>
        <ul class="bullets">
            <li>{t(w::FEED_GOOGLE)}</li>
            <li>{t(w::FEED_OUTLOOK)}</li>
            <li>{t(w::FEED_IPHONE)}</li>
        </ul>
        <p class="muted">{t(w::FEED_DELAY)}</p>
    }
}
