//! Signed exports of a profile: started, listed, opened.

use congvu_openapi::exports::{Export, ExportState};
use congvu_openapi::people::Person;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::super::calls;
use super::super::words as w;
use crate::components::{
    AlertKind, Badge, Button, ButtonKind, EmptyState, IconName, Remote, RemoteView,
};
use crate::format;
use crate::i18n::{t, tf, tr};
use crate::state::toasts::toast;

/// The words of where an export stands.
#[must_use]
pub const fn state_words(state: ExportState) -> (AlertKind, IconName, crate::i18n::Text) {
    match state {
        ExportState::AwaitingSignature => (AlertKind::Warning, IconName::Pen, w::EXPORT_TO_SIGN),
        ExportState::AwaitingTimeStamp => (AlertKind::Warning, IconName::Clock, w::EXPORT_TO_STAMP),
        ExportState::AwaitingSeal => (AlertKind::Warning, IconName::Seal, w::EXPORT_TO_SEAL),
        ExportState::Complete => (AlertKind::Success, IconName::Success, w::EXPORT_COMPLETE),
    }
}

/// The exports of a person.
#[component]
pub fn Exports(person: Person) -> impl IntoView {
    let id = StoredValue::new(person.summary.id.clone());
    let list = Remote::new(move || {
        let id = id.get_value();
        async move { calls::exports(&id).await }
    });
    let may_start = person.may_export && person.summary.version.is_some();
    view! {
        <p class="profile__lead">{move || t(w::EXPORTS_LEAD)}</p>
        {may_start.then(|| view! { <Start person=id.get_value()/> })}
        <RemoteView remote=list lines=4 view=lines/>
    }
}

fn lines(exports: Vec<Export>) -> impl IntoView {
    if exports.is_empty() {
        return view! {
            <EmptyState title=tr(w::NO_EXPORTS) text=tr(w::NO_EXPORTS_TEXT) icon=IconName::File/>
        }
        .into_any();
    }
    view! {
        <ul class="history">
            {exports.into_iter().map(|export| view! { <Line export=export/> }).collect_view()}
        </ul>
    }
    .into_any()
}

#[component]
fn Start(person: String) -> impl IntoView {
    let busy = RwSignal::new(false);
    let navigate = use_navigate();
    let start = Callback::new(move |()| {
        let (person, navigate) = (person.clone(), navigate.clone());
        busy.set(true);
        spawn_local(async move {
            let answer = calls::start_export(&person, None).await;
            busy.try_set(false);
            match answer {
                Ok(export) => navigate(
                    &format!("/exports/{}", export.id),
                    leptos_router::NavigateOptions::default(),
                ),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
        });
    });
    view! {
        <div class="profile__tools">
            <Button kind=ButtonKind::Primary icon=IconName::Plus busy=busy on_click=start>
                {move || t(w::START_EXPORT)}
            </Button>
        </div>
    }
}

#[component]
fn Line(export: Export) -> impl IntoView {
    let (tone, icon, text) = state_words(export.state);
    let (version, at, by) = (
        export.version.to_string(),
        export.created_at,
        export.created_by,
    );
    view! {
        <li class="history__entry">
            <p>
                <A href=format!("/exports/{}", export.id)>
                    {move || tf(w::EXPORT_LINE, &[&version, &format::date_time(&at), &by])}
                </A>
                " "<Badge kind=tone icon=icon>{move || t(text)}</Badge>
            </p>
        </li>
    }
}
