//! The nine groups and how far each is.

use congvu_openapi::form::SECTIONS;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::super::words as w;
use super::editor::Editor;
use crate::components::{Icon, IconName};
use crate::form::progress::{Mark, mark};
use crate::i18n::{t, tf};
use crate::state::language::is_english;

/// The groups as links with their marks; a list to choose from on a phone.
#[component]
pub fn Rail(editor: Editor, base: Signal<String>, section: Memo<String>) -> impl IntoView {
    let navigate = use_navigate();
    let marked = move |key: &'static str| {
        editor
            .draft
            .with(|draft| mark(key, &draft.progress, &draft.issues))
    };
    view! {
        <div class="form-rail__phone">
            <label class="field__label" for="group">{move || t(w::GROUP)}</label>
            <select id="group" class="input input--select"
                on:change=move |ev| {
                    let to = format!("{}/edit/{}", base.get_untracked(), event_target_value(&ev));
                    navigate(&to, leptos_router::NavigateOptions::default());
                }>
                {SECTIONS.iter().enumerate().map(|(n, group)| view! {
                    <option value=group.key selected=move || section.get() == group.key>
                        {move || format!("{}. {} – {}", n + 1, group.title.get(is_english()), words(marked(group.key)))}
                    </option>
                }).collect_view()}
            </select>
        </div>
        <nav class="form-rail" aria-label=move || t(w::GROUPS)>
            <ol>
                {SECTIONS.iter().map(|group| view! {
                    <li>
                        <A href=move || format!("{}/edit/{}", base.get(), group.key)>
                            <span class="form-rail__title">{move || group.title.get(is_english())}</span>
                            {move || {
                                let mark = marked(group.key);
                                let (tone, icon) = look(mark);
                                view! {
                                    <span class=format!("form-rail__mark form-rail__mark--{tone}")>
                                        <Icon name=icon/>
                                        <span>{words(mark)}</span>
                                    </span>
                                }
                            }}
                        </A>
                    </li>
                }).collect_view()}
            </ol>
        </nav>
    }
}

const fn look(mark: Mark) -> (&'static str, IconName) {
    match mark {
        Mark::Errors(_) => ("error", IconName::Error),
        Mark::Missing(_) => ("missing", IconName::Edit),
        Mark::Done => ("done", IconName::Success),
        Mark::Empty => ("empty", IconName::Info),
    }
}

fn words(mark: Mark) -> String {
    match mark {
        Mark::Errors(n) => tf(w::MARK_ERRORS, &[&n.to_string()]),
        Mark::Missing(n) => tf(w::MARK_MISSING, &[&n.to_string()]),
        Mark::Done => t(w::MARK_DONE).to_owned(),
        Mark::Empty => t(w::MARK_EMPTY).to_owned(),
    }
}
