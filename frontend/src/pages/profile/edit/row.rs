//! A row of a table: a line that opens into its fields.

use congvu_openapi::form::{Column, Table, Words};
use congvu_openapi::people::Severity;
use leptos::prelude::*;

use super::super::words as w;
use super::editor::Editor;
use super::evidence::Evidence;
use super::field::{FormField, Leaf};
use super::focus;
use super::table::{close, note, open, remove, toggle_of};
use crate::components::{AlertKind, Badge, Button, ButtonKind, Icon, IconName};
use crate::form::pointer::element_id;
use crate::form::{evidence, progress, rows};
use crate::i18n::{pick, t, tf};
use crate::state::language::is_english;

/// A row of a table of the form.
#[component]
pub fn Row(editor: Editor, table: Table, index: usize, section: &'static str) -> impl IntoView {
    let pointer = rows::pointer(table.pointer, index);
    let id = element_id(&pointer);
    let body_id = format!("{id}-body");
    let toggle_id = format!("{id}-toggle");
    let is_open = Memo::new(move |_| editor.open_row.get() == Some((table.pointer, index)));
    let place = StoredValue::new(pointer);
    let summary = move || summary(editor, table, &place.get_value());
    let state = move || {
        let (errors, warnings) = editor.draft.with(|draft| {
            let found = progress::at(&place.get_value(), &draft.issues);
            let errors = found
                .iter()
                .filter(|i| i.severity == Severity::Error)
                .count();
            (errors, found.len() - errors)
        });
        match (errors, warnings) {
            (0, 0) => ().into_any(),
            (0, _) => view! { <Badge kind=AlertKind::Warning icon=IconName::Warning>{t(w::TO_LOOK_AT)}</Badge> }.into_any(),
            (n, _) => view! { <Badge kind=AlertKind::Error icon=IconName::Error>{tf(w::TO_MEND, &[&n.to_string()])}</Badge> }.into_any(),
        }
    };
    let files = move || {
        let n = editor
            .draft
            .with(|draft| evidence::at(&place.get_value(), &draft.attachments).len());
        (n > 0).then(|| view! {
            <span class="form-row__files"><Icon name=IconName::Paperclip/>{tf(w::FILES, &[&n.to_string()])}</span>
        })
    };
    let toggle = move |_| {
        if is_open.get_untracked() {
            let index = close(editor, table, index);
            focus::later(&toggle_of(table, index));
        } else {
            let index = close(editor, table, index);
            open(editor, table, index);
        }
    };
    view! {
        <div class="form-row" class:form-row--open=move || is_open.get() id=id>
            <div class="form-row__head">
                <button type="button" class="form-row__toggle" id=toggle_id
                    aria-expanded=move || if is_open.get() { "true" } else { "false" }
                    aria-controls=body_id.clone()
                    on:click=toggle>
                    <Icon name=IconName::ChevronRight/>
                    <span class="form-row__summary">{summary}</span>
                </button>
                {files}
                {state}
            </div>
            {move || row_warnings(editor, &place.get_value())}
            <div id=body_id class="form-row__body" hidden=move || !is_open.get()>
                {move || is_open.get().then(|| view! { <RowBody editor=editor table=table index=index section=section/> })}
            </div>
        </div>
    }
}

/// Gaps before the row, and other things about the row itself.
fn row_warnings(editor: Editor, pointer: &str) -> impl IntoView + use<> {
    editor.draft.with(|draft| {
        let here = draft.issues.iter().filter(|issue| issue.pointer == pointer);
        here.map(|issue| note(issue.severity, pick(&issue.message, &issue.message_en)))
            .collect_view()
    })
}

#[component]
fn RowBody(editor: Editor, table: Table, index: usize, section: &'static str) -> impl IntoView {
    let pointer = rows::pointer(table.pointer, index);
    let legend = move || {
        tf(
            w::ROW_OF,
            &[&(index + 1).to_string(), table.title.get(is_english())],
        )
    };
    let leaf = |column: &Column| Leaf {
        pointer: format!("{pointer}/{}", column.key),
        item: "",
        label: column.label,
        kind: column.kind,
        required: column.required,
        hint: hint(column),
        section,
    };
    let done = Callback::new(move |()| {
        let index = close(editor, table, index);
        focus::later(&toggle_of(table, index));
    });
    view! {
        <fieldset class="form-row__fields">
            <legend class="visually-hidden">{legend}</legend>
            <div class="form-grid">
                {table.columns.iter().map(|column| view! {
                    <FormField editor=editor leaf=leaf(column)/>
                }).collect_view()}
            </div>
            <Evidence editor=editor pointer=pointer.clone() about=Signal::derive(legend) with_inner=true/>
            <div class="form-row__buttons">
                <Button icon=IconName::Check on_click=done>{move || t(w::ROW_DONE)}</Button>
                <Button kind=ButtonKind::Quiet icon=IconName::Trash
                    on_click=Callback::new(move |()| remove(editor, table, index))>
                    {move || t(w::ROW_REMOVE)}
                </Button>
            </div>
        </fieldset>
    }
}

fn hint(column: &Column) -> Words {
    if column.key == "to" {
        Words {
            vi: w::TO_HINT.vi,
            en: w::TO_HINT.en,
        }
    } else {
        Words { vi: "", en: "" }
    }
}

/// The row in a line: `03/2010 – nay · Sở Nội vụ · Chuyên viên`.
fn summary(editor: Editor, table: Table, pointer: &str) -> String {
    editor.document.with(|document| {
        document
            .pointer(pointer)
            .map(|row| editor.names.row(table.columns, row))
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| t(w::EMPTY_ROW).to_owned())
    })
}
