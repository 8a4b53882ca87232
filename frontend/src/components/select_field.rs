//! A choice from a short list.

use leptos::prelude::*;

use super::field::{Field, described_by};
use crate::i18n::{common, t};

/// A native list; the first entry is "no choice" unless `without_empty`.
#[component]
pub fn SelectField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: RwSignal<String>,
    /// Value and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    #[prop(optional, into)] error: Signal<Option<String>>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional)] required: bool,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// The words of "no choice"; "— Chọn —" where absent.
    #[prop(optional, into)]
    empty_label: Option<Signal<String>>,
    #[prop(optional)] without_empty: bool,
    #[prop(optional, into)] on_change: Option<Callback<String>>,
) -> impl IntoView {
    let described = described_by(&id, hint, error);
    let input_id = id.clone();
    let empty = move || empty_label.map_or_else(|| t(common::CHOOSE).to_owned(), |l| l.get());
    view! {
        <Field id=id label=label error=error hint=hint required=required>
            <select
                class="input input--select"
                id=input_id.clone()
                name=input_id
                required=required
                disabled=move || disabled.get()
                aria-invalid=move || error.get().is_some().then_some("true")
                aria-describedby=move || described.get()
                on:change=move |ev| {
                    let chosen = event_target_value(&ev);
                    value.set(chosen.clone());
                    if let Some(on_change) = on_change {
                        on_change.run(chosen);
                    }
                }
            >
                {(!without_empty)
                    .then(|| {
                        view! {
                            <option value="" selected=move || value.get().is_empty()>
                                {empty}
                            </option>
                        }
                    })}
                {move || {
                    options
                        .get()
                        .into_iter()
                        .map(|(key, words)| {
                            let own = key.clone();
                            view! {
                                <option value=key selected=move || value.get() == own>
                                    {words}
                                </option>
                            }
                        })
                        .collect_view()
                }}
            </select>
        </Field>
    }
}
