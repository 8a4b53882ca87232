//! What has to be mended in a group, each entry a way to its field.

use congvu_openapi::people::Severity;
use leptos::prelude::*;

use super::super::words as w;
use super::editor::Editor;
use super::focus;
use crate::components::{Alert, AlertKind};
use crate::form::pointer::element_id;
use crate::form::progress;
use crate::i18n::{common, pick, t, tf};

/// The errors of the group; missing items only once they were looked for, until then their number.
#[component]
pub fn Summary(editor: Editor, section: &'static str) -> impl IntoView {
    let found = Memo::new(move |_| {
        let looked_for = editor
            .checked
            .with(|all| all.iter().any(|key| key == section));
        editor.draft.with(|draft| {
            let here = draft
                .issues
                .iter()
                .filter(|issue| issue.section == section && issue.severity == Severity::Error);
            here.filter(|issue| looked_for || !progress::is_missing(issue))
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    let returned = Memo::new(move |_| {
        editor.draft.with(|draft| {
            draft
                .returned
                .iter()
                .filter(|item| {
                    item.pointer.is_empty()
                        || congvu_openapi::form::leaf(&item.pointer)
                            .is_some_and(|l| l.section == section)
                })
                .cloned()
                .collect::<Vec<_>>()
        })
    });
    view! {
        {move || {
            let items = returned.get();
            (!items.is_empty()).then(|| view! {
                <Alert kind=AlertKind::Warning>
                    <p><strong>{t(w::RETURNED_HERE)}</strong></p>
                    <ul>
                        {items.into_iter().map(|item| {
                            let words = if item.item.is_empty() {
                                tf(w::RETURNED_BY, &[&item.reason, &item.by])
                            } else {
                                format!("{}) {}", item.item, tf(w::RETURNED_BY, &[&item.reason, &item.by]))
                            };
                            view! { <li><Way pointer=item.pointer words=words editor=editor/></li> }
                        }).collect_view()}
                    </ul>
                </Alert>
            })
        }}
        {move || {
            let issues = found.get();
            (!issues.is_empty()).then(|| view! {
                <Alert kind=AlertKind::Error>
                    <p><strong>{t(common::ERRORS_FOUND)}</strong></p>
                    <ul>
                        {issues.into_iter().map(|issue| {
                            let words = pick(&issue.message, &issue.message_en);
                            view! { <li><Way pointer=issue.pointer words=words editor=editor/></li> }
                        }).collect_view()}
                    </ul>
                </Alert>
            })
        }}
    }
}

/// A way to a field; a row on the way is opened.
#[component]
fn Way(editor: Editor, pointer: String, words: String) -> impl IntoView {
    if pointer.is_empty() {
        return words.into_any();
    }
    let go = move |_| reach(editor, &pointer);
    view! { <button type="button" class="link-button" on:click=go>{words}</button> }.into_any()
}

/// Moves the focus to the field of a place of the document, opening its row first.
pub fn reach(editor: Editor, pointer: &str) {
    let table = congvu_openapi::form::leaves().find_map(|(_, entry)| match entry {
        congvu_openapi::form::Entry::Table(table) => {
            let rest = pointer.strip_prefix(table.pointer)?.strip_prefix('/')?;
            let row = rest.split('/').next()?.parse::<usize>().ok()?;
            Some((table.pointer, row, rest.contains('/')))
        }
        congvu_openapi::form::Entry::Field(_) => None,
    });
    let mut target = element_id(pointer);
    if let Some((table, row, cell)) = table {
        editor.open_row.set(Some((table, row)));
        if !cell {
            target.push_str("-toggle");
        }
    }
    focus::later(&target);
}
