//! Saying that something about somebody changed, so that the time to enter it is counted.

mod fields;
mod list;

use congvu_openapi::people::{Person, ProfileState};
use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::fields::{Typed, Wrong, checked};
pub use self::list::Changes;
use super::{calls, words as w};
use crate::api::ApiError;
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Dialog, TextArea, TextField, focus_first_error,
};
use crate::format;
use crate::i18n::{Text, common, delegations, t, tf, tr};
use crate::state::deployment::use_deployment;
use crate::state::session::may;
use crate::state::toasts::toast;

/// The caller may say that something about the person changed: the person of their own side, the agency that enters profiles of both.
/// Only a profile in force can change.
#[must_use]
pub fn may_announce(person: &Person, own: bool) -> bool {
    let reviewed = person.summary.state == ProfileState::InReview;
    // During a review nobody may edit; the role still tells who enters, and the server tells where.
    let agency = person.may_edit || (reviewed && may("enter_profiles"));
    person.summary.version.is_some() && (own || agency)
}

/// The dialog; what was announced becomes a task, which `on_done` gets.
#[component]
pub fn AnnounceDialog(
    open: RwSignal<bool>,
    person: String,
    own: bool,
    #[prop(into)] on_done: Callback<Task>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    view! {
        <Dialog open=open title=tr(w::ANNOUNCE) locked=busy>
            <Form open=open person=person.clone() own=own busy=busy on_done=on_done/>
        </Dialog>
    }
}

#[component]
fn Form(
    open: RwSignal<bool>,
    person: String,
    own: bool,
    busy: RwSignal<bool>,
    on_done: Callback<Task>,
) -> impl IntoView {
    let first = if own {
        ChangeKind::PersonalChange
    } else {
        ChangeKind::OrganisationChange
    };
    let kind = RwSignal::new(first);
    let (on, reference) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(Vec::<Wrong>::new());
    let refused = RwSignal::new(None::<ApiError>);
    let error = move |name: &'static str| {
        Signal::derive(move || {
            let own = wrong.with(|all| all.iter().find(|(at, _)| *at == name).copied());
            own.map(|(_, text)| t(text).to_owned())
                .or_else(|| refused.with(|e| e.as_ref().and_then(|e| e.field(name))))
        })
    };
    let by_kind = move |decision: Text, change: Text| {
        Signal::derive(move || match kind.get() {
            ChangeKind::OrganisationChange => t(decision).to_owned(),
            _ => t(change).to_owned(),
        })
    };
    let send = move || {
        let typed = Typed {
            kind: kind.get_untracked(),
            on: on.get_untracked(),
            reference: reference.get_untracked(),
        };
        refused.set(None);
        let today = use_deployment().with_untracked(|d| d.as_ref().map(|d| d.today.clone()));
        let change = match checked(&typed, today.as_deref()) {
            Ok(change) => change,
            Err(all) => {
                wrong.set(all);
                focus_first_error();
                return;
            }
        };
        wrong.set(Vec::new());
        busy.set(true);
        let person = person.clone();
        spawn_local(async move {
            let answer = calls::announce(&person, &change).await;
            busy.try_set(false);
            match answer {
                Ok(task) => {
                    toast(AlertKind::Success, sent(&task));
                    open.try_set(false);
                    on_done.try_run(task);
                }
                Err(error) => {
                    refused.try_set(Some(error));
                    focus_first_error();
                }
            }
        });
    };
    let lead = if own {
        w::ANNOUNCE_OWN_TEXT
    } else {
        w::ANNOUNCE_TEXT
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                send();
            }
        >
            <p>{move || t(lead)}</p>
            {(!own).then(|| view! { <Side kind=kind error=error("kind")/> })}
            <TextArea
                id="change-reference"
                label=by_kind(w::DECISION_WHAT, w::CHANGE_WHAT)
                hint=by_kind(w::DECISION_WHAT_HINT, w::CHANGE_WHAT_HINT)
                value=reference
                error=error("reference")
                required=true
                rows=2
                max_length=500
            />
            <TextField
                id="change-on"
                label=by_kind(w::DECISION_DAY, w::CHANGE_DAY)
                hint=tr(delegations::DATE_HINT)
                value=on
                error=error("on")
                required=true
                input_mode="numeric"
            />
            {move || {
                let unplaced = refused.get().filter(|e| e.fields().is_empty());
                unplaced.map(|e| view! {
                    <Alert kind=AlertKind::Error live=true>{e.message()}</Alert>
                })
            }}
            <div class="actions">
                <Button disabled=busy on_click=move || open.set(false)>{move || t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {move || t(w::SEND_CHANGE)}
                </Button>
            </div>
        </form>
    }
}

/// Whose side it changed on; the agency says it of both.
#[component]
fn Side(kind: RwSignal<ChangeKind>, error: Signal<Option<String>>) -> impl IntoView {
    let invalid = move || error.get().is_some().then_some("true");
    let sides = [
        (ChangeKind::OrganisationChange, w::SIDE_ORGANISATION),
        (ChangeKind::PersonalChange, w::SIDE_PERSON),
    ];
    view! {
        <fieldset class="field" aria-describedby="change-kind-error">
            <legend class="field__label">{move || t(w::SIDE)}</legend>
            {sides
                .map(|(side, words)| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                class="check"
                                name="change-kind"
                                aria-invalid=invalid
                                prop:checked=move || kind.get() == side
                                on:change=move |_| kind.set(side)
                            />
                            <span>{move || t(words)}</span>
                        </label>
                    }
                })
                .collect_view()}
            <p class="field__error" id="change-kind-error">{move || error.get()}</p>
        </fieldset>
    }
}

/// That it was noted, and by when it is to be entered.
fn sent(task: &Task) -> String {
    match &task.due_on {
        Some(due_on) => tf(w::CHANGE_SENT_DUE, &[&format::date(due_on)]),
        None => t(w::CHANGE_SENT).to_owned(),
    }
}
