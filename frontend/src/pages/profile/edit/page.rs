//! The page on which a group of the form is filled in.

use congvu_openapi::form::{Entry, Field, SECTIONS, Section};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_navigate, use_params_map};

use super::super::calls;
use super::super::page_remote::PageRemote;
use super::super::subject::{Subject, use_subject};
use super::super::words as w;
use super::conflict::ConflictDialog;
use super::editor::Editor;
use super::evidence::Evidence;
use super::field::{FormField, Leaf};
use super::rail::Rail;
use super::save_state::SaveState;
use super::summary::{Summary, reach};
use super::table::TableField;
use crate::api::Loaded;
use crate::components::{
    Breadcrumbs, Button, ButtonKind, EmptyState, IconName, PageHeader, Remote,
};
use crate::form::autosave::Autosave;
use crate::i18n::{t, tf, tr};
use crate::state::language::is_english;

/// Filling in one's own profile, or somebody's for the agency.
#[component]
pub fn EditPage() -> impl IntoView {
    let subject = use_subject();
    let draft = Remote::new(move || {
        let person = subject.person();
        async move { calls::draft(&person).await }
    });
    view! { <PageRemote remote=draft title=tr(w::EDITING) lines=10 view=move |loaded| view! { <Filling subject=subject loaded=loaded/> }/> }
}

#[component]
fn Filling(subject: Subject, loaded: Loaded<congvu_openapi::people::Draft>) -> impl IntoView {
    let editor = Editor::open(loaded);
    let params = use_params_map();
    let section = Memo::new(move |_| params.with(|all| all.get("section").unwrap_or_default()));
    let position = move || SECTIONS.iter().position(|group| group.key == section.get());
    let group = Memo::new(move |_| position().and_then(|n| SECTIONS.get(n)).copied());
    let leaving = window_event_listener(leptos::ev::beforeunload, move |ev| {
        if editor.save.try_with_untracked(Autosave::is_dirty) == Some(true) {
            ev.prevent_default();
        }
    });
    on_cleanup(move || {
        leaving.remove();
        editor.save_now();
    });
    let name = move || {
        editor
            .document
            .with(|document| crate::form::pointer::text(document, "/personal/full_name"))
    };
    let trail = Signal::derive(move || vec![(subject.base(), subject.title(&name()))]);
    let heading = Signal::derive(move || {
        group.get().map_or_else(String::new, |group| {
            group.title.get(is_english()).to_owned()
        })
    });
    view! {
        <div class="form-page">
            <Breadcrumbs trail=trail here=tr(w::EDITING)/>
            <div class="form-page__columns">
                <Rail editor=editor base=Signal::derive(move || subject.base()) section=section/>
                <div class="form-page__main">
                    {move || match group.get() {
                        Some(group) => view! {
                            <PageHeader title=heading><SaveState editor=editor/></PageHeader>
                            <Group editor=editor group=group/>
                            <Steps editor=editor subject=subject group=group/>
                        }.into_any(),
                        None => view! {
                            <EmptyState title=tr(w::NO_GROUP) text=tr(w::NO_GROUP_TEXT)>
                                <A href=move || format!("{}/edit/self", subject.base())>{move || t(w::FIRST_GROUP)}</A>
                            </EmptyState>
                        }.into_any(),
                    }}
                </div>
            </div>
        </div>
        <ConflictDialog editor=editor/>
    }
}

#[component]
fn Group(editor: Editor, group: Section) -> impl IntoView {
    let place = use_location().hash.get_untracked();
    if let Some(pointer) = place.strip_prefix('#').filter(|p| p.starts_with('/')) {
        editor.check(group.key);
        reach(editor, pointer);
    }
    let fields = move || {
        editor.generation.track();
        group
            .entries
            .iter()
            .filter_map(|entry| match entry {
                Entry::Field(field) => {
                    Some(view! { <WithEvidence editor=editor field=*field section=group.key/> })
                }
                Entry::Table(_) => None,
            })
            .collect_view()
    };
    view! {
        <Summary editor=editor section=group.key/>
        <div class="form-grid">{fields}</div>
        {group.entries.iter().filter_map(|entry| match entry {
            Entry::Table(table) => Some(view! { <TableField editor=editor table=*table section=group.key/> }),
            Entry::Field(_) => None,
        }).collect_view()}
        <section class="form-evidence" aria-labelledby="general-evidence">
            <h3 id="general-evidence">{move || t(w::GENERAL_EVIDENCE)}</h3>
            <p class="field__hint">{move || t(w::GENERAL_EVIDENCE_HINT)}</p>
            <Evidence editor=editor pointer=String::new() about=tr(w::GENERAL_EVIDENCE)/>
        </section>
    }
}

#[component]
fn WithEvidence(editor: Editor, field: Field, section: &'static str) -> impl IntoView {
    let leaf = Leaf {
        pointer: field.pointer.to_owned(),
        item: field.item,
        label: field.label,
        kind: field.kind,
        required: field.required,
        hint: field.hint,
        section,
    };
    let photo = field.kind == congvu_openapi::form::Kind::Photo;
    let wide = matches!(
        field.kind,
        congvu_openapi::form::Kind::LongText
            | congvu_openapi::form::Kind::Place
            | congvu_openapi::form::Kind::Photo
    );
    let about = Signal::derive(move || field.label.get(is_english()).to_owned());
    view! {
        <div class="form-cell" class:form-cell--wide=wide>
            <FormField editor=editor leaf=leaf/>
            {(!photo).then(|| view! { <Evidence editor=editor pointer=field.pointer.to_owned() about=about/> })}
        </div>
    }
}

/// Back and next, bottom right; the last step leads to the review before signing.
#[component]
fn Steps(editor: Editor, subject: Subject, group: Section) -> impl IntoView {
    let position = SECTIONS
        .iter()
        .position(|other| other.key == group.key)
        .unwrap_or(0);
    let before = position.checked_sub(1).and_then(|n| SECTIONS.get(n));
    let next = SECTIONS.get(position + 1);
    let navigate = use_navigate();
    let go = move |to: String| {
        let navigate = navigate.clone();
        editor.check(group.key);
        editor.open_row.set(None);
        spawn_local(async move {
            if editor.flush().await {
                navigate(&to, leptos_router::NavigateOptions::default());
            }
        });
    };
    let forward = {
        let go = go.clone();
        Callback::new(move |()| {
            let base = subject.base_untracked();
            go(next.map_or_else(
                || format!("{base}/review"),
                |n| format!("{base}/edit/{}", n.key),
            ));
        })
    };
    let back = before.map(|before| {
        Callback::new(move |()| go(format!("{}/edit/{}", subject.base_untracked(), before.key)))
    });
    let what_next = move || match next {
        Some(next) => tf(w::NEXT_IS, &[next.title.get(is_english())]),
        None => t(w::REVIEW_IS_NEXT).to_owned(),
    };
    view! {
        <div class="form-steps">
            <p class="form-steps__next">{what_next}</p>
            <div class="form-steps__buttons">
                {back.map(|back| view! {
                    <Button icon=IconName::ChevronLeft on_click=back>{move || t(w::PREVIOUS)}</Button>
                })}
                <Button kind=ButtonKind::Primary on_click=forward>
                    {move || if next.is_some() { t(w::NEXT) } else { t(w::TO_REVIEW) }}
                </Button>
            </div>
        </div>
    }
}
