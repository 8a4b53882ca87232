//! Choosing the key file.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::components::field::{Field, described_by};
use crate::i18n::{signing, tr};

/// A field for a .p12 or .pfx file.
#[component]
pub(crate) fn FileField(
    #[prop(into)] id: String,
    file: RwSignal<Option<web_sys::File>, LocalStorage>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let hint = tr(signing::FILE_HINT);
    let described = described_by(&id, hint, error);
    let input_id = id.clone();
    view! {
        <Field id=id label=tr(signing::FILE) hint=hint error=error required=true>
            <input
                class="input input--file"
                type="file"
                id=input_id
                accept=".p12,.pfx,application/x-pkcs12"
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described.get()
                on:change=move |ev| {
                    let input: Option<web_sys::HtmlInputElement> = ev
                        .target()
                        .and_then(|target| target.dyn_into().ok());
                    file.set(input.and_then(|input| input.files()).and_then(|all| all.get(0)));
                }
            />
        </Field>
    }
}
