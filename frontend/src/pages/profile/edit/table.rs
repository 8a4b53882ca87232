//! A table of the form: rows that open in place, in order of time, with what was found in them.

use congvu_openapi::form::Table;
use congvu_openapi::people::Severity;
use leptos::prelude::*;

use super::super::words as w;
use super::editor::Editor;
use super::evidence::carry;
use super::focus;
use super::row::Row;
use crate::components::{Button, Icon, IconName};
use crate::form::pointer::element_id;
use crate::form::{evidence, progress, rows};
use crate::i18n::{common, pick, t, tf};
use crate::state::language::is_english;

/// A table of the form.
#[component]
pub fn TableField(editor: Editor, table: Table, section: &'static str) -> impl IntoView {
    let count = Memo::new(move |_| {
        (
            editor.generation.get(),
            editor
                .document
                .with(|document| rows::count(document, table.pointer)),
        )
    });
    let title = move || format!("{}) {}", table.item, table.title.get(is_english()));
    let add = Callback::new(move |()| {
        close(editor, table, 0);
        let mut added = None;
        editor.reshape(|document| {
            added = rows::add(document, &table);
            added.is_some()
        });
        if let Some(index) = added {
            open(editor, table, index);
        }
    });
    view! {
        <section class="form-table" id=element_id(table.pointer) tabindex="-1"
            aria-labelledby=format!("{}-title", element_id(table.pointer))>
            <h3 class="form-table__title" id=format!("{}-title", element_id(table.pointer))>
                {title}
                {table.required.then(|| view! {
                    <span class="field__required">" ("{move || t(common::REQUIRED)}")"</span>
                })}
            </h3>
            {move || found(editor, table, section)}
            {move || {
                let (_, rows) = count.get();
                if rows == 0 {
                    view! { <p class="form-table__none">{t(w::NO_ROWS)}</p> }.into_any()
                } else {
                    (0..rows).map(|index| view! {
                        <Row editor=editor table=table index=index section=section/>
                    }).collect_view().into_any()
                }
            }}
            <Undo editor=editor table=table/>
            <div class="form-table__add">
                <Button icon=IconName::Plus on_click=add label=Signal::derive(move || tf(w::ADD_ROW_TO, &[table.title.get(is_english())]))>
                    {move || t(w::ADD_ROW)}
                </Button>
            </div>
        </section>
    }
}

/// What was found about the table as a whole: that it is empty, gaps in time.
fn found(editor: Editor, table: Table, section: &'static str) -> impl IntoView {
    let looked_for = editor
        .checked
        .with(|all| all.iter().any(|key| key == section));
    editor.draft.with(|draft| {
        draft
            .issues
            .iter()
            .filter(|issue| issue.pointer == table.pointer)
            .filter(|issue| looked_for || !progress::is_missing(issue))
            .map(|issue| note(issue.severity, pick(&issue.message, &issue.message_en)))
            .collect_view()
    })
}

pub(super) fn note(severity: Severity, words: String) -> impl IntoView {
    let (icon, class) = match severity {
        Severity::Error => (IconName::Error, "field__error"),
        Severity::Warning => (IconName::Warning, "form-note form-note--warning"),
    };
    view! { <p class=class><Icon name=icon/><span>{words}</span></p> }
}

pub(super) fn open(editor: Editor, table: Table, index: usize) {
    editor.open_row.set(Some((table.pointer, index)));
    let first = table.columns.first().map_or("", |column| column.key);
    focus::later(&element_id(&format!("{}/{index}/{first}", table.pointer)));
}

/// Closes the open row of the table and puts the rows in order of time; where the row `follow` stands then.
pub(super) fn close(editor: Editor, table: Table, follow: usize) -> usize {
    let here = editor
        .open_row
        .with_untracked(|row| row.is_some_and(|row| row.0 == table.pointer));
    if !here {
        return follow;
    }
    editor.open_row.set(None);
    let order = editor
        .document
        .with_untracked(|document| rows::by_time(document, &table));
    let now = |old: usize| order.iter().position(|row| *row == old);
    let moves = editor
        .draft
        .with_untracked(|draft| evidence::moves(table.pointer, &draft.attachments, now));
    editor.reshape(|document| rows::arrange(document, table.pointer, &order));
    carry(editor, moves);
    now(follow).unwrap_or(follow)
}

/// The button that opens a row.
pub(super) fn toggle_of(table: Table, index: usize) -> String {
    format!(
        "{}-toggle",
        element_id(&rows::pointer(table.pointer, index))
    )
}

pub(super) fn remove(editor: Editor, table: Table, index: usize) {
    editor.open_row.set(None);
    let moves = editor.draft.with_untracked(|draft| {
        evidence::moves(table.pointer, &draft.attachments, |row| match row {
            row if row == index => None,
            row if row > index => Some(row - 1),
            row => Some(row),
        })
    });
    editor.reshape(|document| {
        let removed = rows::remove(document, table.pointer, index);
        let changed = removed.is_some();
        editor.removed.set(removed);
        changed
    });
    carry(editor, moves);
    focus::later(&format!("{}-undo", element_id(table.pointer)));
}

#[component]
fn Undo(editor: Editor, table: Table) -> impl IntoView {
    let undo = move |_| {
        let Some(removed) = editor.removed.get_untracked() else {
            return;
        };
        let index = removed.index;
        let moves = editor.draft.with_untracked(|draft| {
            evidence::moves(table.pointer, &draft.attachments, |row| {
                Some(if row >= index { row + 1 } else { row })
            })
        });
        editor.removed.set(None);
        editor.reshape(|document| rows::restore(document, removed).is_some());
        carry(editor, moves);
        focus::later(&toggle_of(table, index));
    };
    move || {
        let here = editor.removed.with(|removed| {
            removed
                .as_ref()
                .is_some_and(|removed| removed.table == table.pointer)
        });
        here.then(|| view! {
            <div class="form-table__undo" role="status">
                <span>{t(w::ROW_REMOVED)}</span>
                <button type="button" class="link-button" id=format!("{}-undo", element_id(table.pointer))
                    on:click=undo>{t(w::UNDO)}</button>
            </div>
        })
    }
}
