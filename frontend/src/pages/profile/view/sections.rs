//! The approved profile, read-only, in the order and with the numbers of the paper form.

use congvu_openapi::form::{Entry, Field, Kind, SECTIONS, Table};
use congvu_openapi::people::Person;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::super::calls;
use super::super::files;
use super::super::names::Names;
use super::super::words as w;
use super::remarks::ReportDialog;
use super::timeline::Timeline;
use crate::components::{AlertKind, Button, EmptyState, Icon, IconName, Remote, RemoteView};
use crate::form::pointer::is_blank;
use crate::i18n::{t, tf, tr};
use crate::state::language::is_english;
use crate::state::toasts::toast;

/// The version in force, with a way to print it and to report a mistake in an item.
#[component]
pub fn Approved(person: Person, own: bool) -> impl IntoView {
    let id = person.summary.id.clone();
    let Some(number) = person.summary.version else {
        return view! { <EmptyState title=tr(w::NO_VERSION) text=tr(w::NO_VERSION_TEXT)/> }
            .into_any();
    };
    let reporting = RwSignal::new(None::<String>);
    let version = {
        let id = id.clone();
        Remote::new(move || {
            let id = id.clone();
            async move { calls::version(&id, number).await }
        })
    };
    let on_report = own.then(|| Callback::new(move |pointer: String| reporting.set(Some(pointer))));
    let printed = id.clone();
    view! {
        <div class="profile__tools"><Print person=printed/></div>
        <RemoteView remote=version lines=12 view=move |version: congvu_openapi::people::Version| {
            let document = serde_json::to_value(version.document).unwrap_or_default();
            view! { <Document document=document on_report=on_report/> }
        }/>
        <ReportDialog person=id reporting=reporting/>
    }
    .into_any()
}

/// Opens the unsigned CV in PDF, to check.
#[component]
fn Print(person: String) -> impl IntoView {
    let busy = RwSignal::new(false);
    let open = Callback::new(move |()| {
        let person = person.clone();
        busy.set(true);
        spawn_local(async move {
            let answer = calls::print(&person).await;
            busy.try_set(false);
            match answer {
                Ok(bytes) => files::show(&bytes, "application/pdf", "so-yeu-ly-lich.pdf"),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
        });
    });
    view! {
        <Button icon=IconName::Print busy=busy on_click=open>{move || t(w::PRINT_TO_CHECK)}</Button>
    }
}

/// A document, group by group.
#[component]
pub fn Document(
    document: Value,
    #[prop(optional_no_strip)] on_report: Option<Callback<String>>,
) -> impl IntoView {
    let names = Names::load();
    let document = StoredValue::new(document);
    let whole = RwSignal::new(false);
    view! {
        <label class="reading__whole">
            <input type="checkbox" class="check" prop:checked=move || whole.get()
                on:change=move |ev| whole.set(event_target_checked(&ev))/>
            {move || t(w::SHOW_EMPTY)}
        </label>
        <div class="reading" class:reading--filled=move || !whole.get()>
            <nav class="reading__contents" aria-label=move || t(w::GROUPS)>
                <ul>
                    {SECTIONS.iter().map(|group| view! {
                        <li><a href=format!("#group-{}", group.key)>{move || group.title.get(is_english())}</a></li>
                    }).collect_view()}
                </ul>
            </nav>
            <div class="reading__groups">
                {SECTIONS.iter().map(|group| {
                    let fields = group.entries.iter().filter_map(|entry| match entry {
                        Entry::Field(field) if field.kind != Kind::Photo => Some(*field),
                        _ => None,
                    });
                    let tables = group.entries.iter().filter_map(|entry| match entry {
                        Entry::Table(table) => Some(*table),
                        Entry::Field(_) => None,
                    });
                    view! {
                        <section class="reading__group" id=format!("group-{}", group.key) tabindex="-1">
                            <h2>{move || group.title.get(is_english())}</h2>
                            <p class="reading__nothing">{move || t(w::NOT_FILLED)}</p>
                            <dl class="reading__fields">
                                {fields.map(|field| view! { <ReadField document=document field=field names=names on_report=on_report/> }).collect_view()}
                            </dl>
                            {(group.key == "work").then(|| view! { <Timeline document=document/> })}
                            {tables.map(|table| view! { <ReadTable document=document table=table names=names on_report=on_report/> }).collect_view()}
                        </section>
                    }
                }).collect_view()}
            </div>
        </div>
    }
}

#[component]
fn ReadField(
    document: StoredValue<Value>,
    field: Field,
    names: Names,
    on_report: Option<Callback<String>>,
) -> impl IntoView {
    let label = move || {
        let words = field.label.get(is_english());
        if field.item.is_empty() {
            words.to_owned()
        } else {
            format!("{}) {words}", field.item)
        }
    };
    let value = move || {
        document.with_value(|document| {
            document
                .pointer(field.pointer)
                .map_or_else(String::new, |v| names.value(field.kind, v))
        })
    };
    view! {
        <div class="reading__field" class:reading__field--wide=matches!(field.kind, Kind::LongText | Kind::Place)
            class:reading__field--empty=move || value().is_empty()>
            <dt>{label}</dt>
            <dd class:reading__none=move || value().is_empty()>
                {move || { let value = value(); if value.is_empty() { "—".to_owned() } else { value } }}
                {on_report.map(|report| view! { <Flag about=Signal::derive(label) on_click=Callback::new(move |()| report.run(field.pointer.to_owned()))/> })}
            </dd>
        </div>
    }
}

#[component]
fn Flag(about: Signal<String>, on_click: Callback<()>) -> impl IntoView {
    view! {
        <button type="button" class="reading__flag" title=move || t(w::REPORT_MISTAKE)
            aria-label=move || tf(w::REPORT_ON, &[&about.get()])
            on:click=move |_| on_click.run(())>
            <Icon name=IconName::Flag/>
        </button>
    }
}

#[component]
fn ReadTable(
    document: StoredValue<Value>,
    table: Table,
    names: Names,
    on_report: Option<Callback<String>>,
) -> impl IntoView {
    let rows = document.with_value(|document| {
        document
            .pointer(table.pointer)
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    });
    let title = move || format!("{}) {}", table.item, table.title.get(is_english()));
    if rows.iter().all(is_blank) {
        return view! {
            <p class="reading__empty"><strong>{title}</strong>" — "{move || t(w::NO_ROWS)}</p>
        }
        .into_any();
    }
    view! {
        <div class="reading__scroll" tabindex="0" role="region" aria-label=title>
            <table class="reading__table">
                <caption>
                    {title}
                    {on_report.map(|report| view! { <Flag about=Signal::derive(title) on_click=Callback::new(move |()| report.run(table.pointer.to_owned()))/> })}
                </caption>
                <thead>
                    <tr>{table.columns.iter().map(|column| view! { <th scope="col">{move || column.label.get(is_english())}</th> }).collect_view()}</tr>
                </thead>
                <tbody>
                    {rows.into_iter().map(|row| view! {
                        <tr>
                            {table.columns.iter().map(|column| {
                                let cell = row.get(column.key).cloned().unwrap_or_default();
                                view! {
                                    <td data-label=move || column.label.get(is_english())>
                                        {move || names.value(column.kind, &cell)}
                                    </td>
                                }
                            }).collect_view()}
                        </tr>
                    }).collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
