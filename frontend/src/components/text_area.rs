//! Several lines of text.

use leptos::prelude::*;

use super::field::{Field, described_by};

/// A field of several lines.
#[component]
pub fn TextArea(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional)] required: bool,
    #[prop(default = 4)] rows: u32,
    #[prop(optional)] max_length: Option<u32>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The field is left.
    #[prop(optional, into)]
    on_blur: Option<Callback<()>>,
) -> impl IntoView {
    let described = described_by(&id, hint, error);
    let input_id = id.clone();
    view! {
        <Field id=id label=label error=error hint=hint required=required>
            <textarea
                class="input input--area"
                id=input_id.clone()
                name=input_id
                rows=rows.to_string()
                maxlength=max_length.map(|n| n.to_string())
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
            ></textarea>
        </Field>
    }
}
