//! A choice from a long list, found by typing: the ARIA combobox pattern with a list.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::field::{Field, described_by};
use crate::format::fold;
use crate::i18n::{common, t};

/// The most choices shown at once.
const SHOWN: usize = 50;

/// A searchable list; words are found without their accents. With `on_search` the caller finds
/// the choices itself and `options` is shown as it is.
#[component]
pub fn ComboBox(
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
    /// What was typed, for choices that the server finds.
    #[prop(optional, into)]
    on_search: Option<Callback<String>>,
    /// The words of the present value, where `options` may not have it.
    #[prop(optional, into)]
    chosen_label: Option<Signal<String>>,
    /// A choice was made.
    #[prop(optional, into)]
    on_change: Option<Callback<String>>,
) -> impl IntoView {
    let typed = RwSignal::new(None::<String>);
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let described = described_by(&id, hint, error);
    let list_id = format!("{id}-list");
    let words_of = move |key: &str| {
        options.with(|all| {
            all.iter()
                .find(|o| o.0 == key)
                .map(|o| o.1.trim().to_owned())
        })
    };
    let shown_text = move || {
        typed.get().unwrap_or_else(|| {
            let key = value.get();
            words_of(&key)
                .or_else(|| chosen_label.map(|label| label.get()))
                .unwrap_or(key)
        })
    };
    let matches = Memo::new(move |_| {
        let wanted = fold(&typed.get().unwrap_or_default());
        options.with(|all| {
            let found = all.iter().filter(|option| {
                on_search.is_some() || wanted.is_empty() || fold(&option.1).contains(&wanted)
            });
            found.take(SHOWN).cloned().collect::<Vec<_>>()
        })
    });
    let choose = move |key: String| {
        value.set(key.clone());
        typed.set(None);
        open.set(false);
        if let Some(on_change) = on_change {
            on_change.run(key);
        }
    };
    let on_key = move |ev: KeyboardEvent| {
        let last = matches.with_untracked(Vec::len).saturating_sub(1);
        match ev.key().as_str() {
            "ArrowDown" => {
                ev.prevent_default();
                if open.get_untracked() {
                    active.update(|n| *n = n.saturating_add(1).min(last));
                } else {
                    open.set(true);
                }
            }
            "ArrowUp" => {
                ev.prevent_default();
                active.update(|n| *n = n.saturating_sub(1));
            }
            "Enter" if open.get_untracked() => {
                ev.prevent_default();
                let at = active.get_untracked();
                if let Some(option) = matches.with_untracked(|m| m.get(at).cloned()) {
                    choose(option.0);
                }
            }
            "Escape" if open.get_untracked() => {
                // The dialog around it stays open.
                ev.prevent_default();
                ev.stop_propagation();
                typed.set(None);
                open.set(false);
            }
            _ => {}
        }
    };
    let option_id = {
        let id = id.clone();
        move |n: usize| format!("{id}-option-{n}")
    };
    let active_id = {
        let option_id = option_id.clone();
        move || open.get().then(|| option_id(active.get()))
    };
    let input_id = id.clone();
    let controls = list_id.clone();
    view! {
        <Field id=id label=label error=error hint=hint required=required>
            <div class="combo">
                <input
                    class="input input--select"
                    id=input_id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=move || t(common::SEARCH_OPTIONS)
                    disabled=move || disabled.get()
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=controls
                    aria-autocomplete="list"
                    aria-required=required.then_some("true")
                    aria-activedescendant=active_id
                    aria-invalid=move || error.get().is_some().then_some("true")
                    aria-describedby=move || described.get()
                    prop:value=shown_text
                    on:input=move |ev| {
                        let text = event_target_value(&ev);
                        if text.is_empty() {
                            value.set(String::new());
                        }
                        typed.set(Some(text.clone()));
                        active.set(0);
                        open.set(true);
                        if let Some(on_search) = on_search {
                            on_search.run(text);
                        }
                    }
                    on:keydown=on_key
                    on:click=move |_| open.set(true)
                    on:blur=move |_| {
                        typed.set(None);
                        open.set(false);
                    }
                />
                <ul class="combo__list" role="listbox" id=list_id hidden=move || !open.get()>
                    {move || {
                        let found = matches.get();
                        if found.is_empty() {
                            return view! { <li class="combo__none">{t(common::NO_MATCH)}</li> }
                                .into_any();
                        }
                        found
                            .into_iter()
                            .enumerate()
                            .map(|(n, (key, words))| {
                                let own = key.clone();
                                view! {
                                    <li
                                        role="option"
                                        class="combo__option"
                                        class:combo__option--active=move || active.get() == n
                                        id=option_id(n)
                                        aria-selected=move || {
                                            if value.get() == own { "true" } else { "false" }
                                        }
                                        // The field keeps the focus, so that its blur does not come first.
                                        on:mousedown=move |ev| ev.prevent_default()
                                        on:click=move |_| choose(key.clone())
                                    >
                                        {words}
                                    </li>
                                }
                            })
                            .collect_view()
                            .into_any()
                    }}
                </ul>
            </div>
        </Field>
    }
}
