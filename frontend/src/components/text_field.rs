//! A line of text.

use leptos::prelude::*;

use super::field::{Field, described_by};

/// A single-line field.
#[component]
pub fn TextField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional)] required: bool,
    /// `text`, `password`, `date`, `search`, `email`, `tel`.
    #[prop(default = "text")]
    r#type: &'static str,
    /// The keyboard of a phone: `numeric`, `decimal`, `tel`.
    #[prop(optional)]
    input_mode: Option<&'static str>,
    #[prop(default = "off")] autocomplete: &'static str,
    #[prop(optional)] max_length: Option<u32>,
    #[prop(optional, into)] placeholder: Signal<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The field is left.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let described = described_by(&id, hint, error);
    let input_id = id.clone();
    view! {
        <Field id=id label=label error=error hint=hint required=required>
            <input
                class="input"
                id=input_id.clone()
                name=input_id
                type=r#type
                inputmode=input_mode
                autocomplete=autocomplete
                maxlength=max_length.map(|n| n.to_string())
                placeholder=move || placeholder.get()
                required=required
                disabled=move || disabled.get()
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described.get()
                bind:value=value
                on:blur=move |_| {
                    if let Some(on_blur) = on_blur {
                        on_blur.run(());
                    }
                }
            />
        </Field>
    }
}
