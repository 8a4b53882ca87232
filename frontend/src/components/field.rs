//! What every field has: label, hint, error, and how they are tied to the control.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::{common, t};

/// The frame of a field around its control (the children), which has the id `id` and
/// `aria-describedby` from [`described_by`].
#[component]
pub fn Field(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional)] required: bool,
    children: Children,
) -> impl IntoView {
    let error_id = format!("{id}-error");
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field" class:field--invalid=move || error.get().is_some()>
            <label class="field__label" for=id>
                {move || label.get()}
                {required
                    .then(|| {
                        view! {
                            <span class="field__required">
                                " ("{move || t(common::REQUIRED)}")"
                            </span>
                        }
                    })}
            </label>
            {move || {
                let hint = hint.get();
                (!hint.is_empty())
                    .then(|| view! { <p class="field__hint" id=hint_id.clone()>{hint}</p> })
            }}
            {children()}
            {move || {
                error
                    .get()
                    .map(|message| {
                        view! {
                            <p class="field__error" id=error_id.clone()>
                                <Icon name=IconName::Error/>
                                <span>{message}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

/// The ids of the hint and the error that are present.
pub(super) fn described_by(
    id: &str,
    hint: Signal<String>,
    error: Signal<Option<String>>,
) -> Signal<Option<String>> {
    let id = id.to_owned();
    Signal::derive(move || {
        let hint = (!hint.get().is_empty()).then(|| format!("{id}-hint"));
        let error = error.get().is_some().then(|| format!("{id}-error"));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    })
}
