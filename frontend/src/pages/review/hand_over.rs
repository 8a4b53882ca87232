//! Handing a task over to a colleague.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::colleagues;
use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, ComboBox, Dialog, Remote, TextArea, TextField,
};
use crate::i18n::{common, review, t, tf, tr};
use crate::state::session::may;
use crate::state::toasts::toast;

/// Asks to whom, and what they should know.
#[component]
pub fn HandOverDialog(
    open: RwSignal<bool>,
    task: StoredValue<String>,
    /// Somebody else has it: the note is a reason and needed.
    with_reason: bool,
    on_done: Callback<()>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=tr(review::HAND_OVER)>
            <Form open=open task=task with_reason=with_reason on_done=on_done/>
        </Dialog>
    }
}

#[component]
fn Form(
    open: RwSignal<bool>,
    task: StoredValue<String>,
    with_reason: bool,
    on_done: Callback<()>,
) -> impl IntoView {
    let (to, note) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (to_error, note_error) = (RwSignal::new(None::<String>), RwSignal::new(None::<String>));
    let problem = RwSignal::new(None::<ApiError>);
    let busy = RwSignal::new(false);
    let send = move || {
        let (whom, said) = (to.get_untracked(), note.get_untracked());
        let (whom, said) = (whom.trim().to_owned(), said.trim().to_owned());
        let missing = |yes: bool| yes.then(|| t(common::FIELD_REQUIRED).to_owned());
        to_error.set(missing(whom.is_empty()));
        note_error.set(missing(with_reason && said.is_empty()));
        problem.set(None);
        if whom.is_empty() || (with_reason && said.is_empty()) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = api::tasks::hand_over(&task.get_value(), whom.clone(), said).await;
            busy.try_set(false);
            match answer {
                Ok(moved) => {
                    colleagues::remember(&whom);
                    toast(
                        AlertKind::Success,
                        tf(review::HANDED_OVER, &[&moved.assignee]),
                    );
                    open.try_set(false);
                    on_done.run(());
                }
                Err(refused) => {
                    let (at_to, at_note) = (refused.field("to"), refused.field("note"));
                    if at_to.is_none() && at_note.is_none() {
                        problem.try_set(Some(refused));
                    }
                    to_error.try_set(at_to);
                    note_error.try_set(at_note);
                }
            }
        });
    };
    let hint = tr(if with_reason {
        review::NOTE_NEEDED
    } else {
        review::NOTE_OPTIONAL
    });
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                send();
            }
        >
            <p>{move || t(review::HAND_OVER_TEXT)}</p>
            <Colleague to=to error=to_error/>
            <TextArea
                id="hand-over-note"
                label=tr(review::HAND_OVER_NOTE)
                hint=hint
                value=note
                error=note_error
                required=with_reason
                rows=3
                max_length=1000
            />
            {move || problem.get().map(|error| view! { <Alert kind=AlertKind::Error>{error.message()}</Alert> })}
            <div class="dialog__buttons">
                <Button on_click=move || open.set(false)>{move || t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {move || t(review::HAND_OVER)}
                </Button>
            </div>
        </form>
    }
}

/// Found among the accounts by whoever may read them; by user name otherwise, with those of earlier times at hand.
#[component]
fn Colleague(to: RwSignal<String>, error: RwSignal<Option<String>>) -> impl IntoView {
    if untrack(|| may("issue_accounts")) {
        return view! { <Found to=to error=error/> }.into_any();
    }
    let earlier = colleagues::remembered();
    view! {
        <TextField
            id="hand-over-to"
            label=tr(review::HAND_OVER_TO)
            hint=tr(review::HAND_OVER_TO_HINT)
            value=to
            error=error
            required=true
            max_length=100
        />
        {(!earlier.is_empty()).then(|| view! {
            <div class="row">
                {earlier.into_iter().map(|name| {
                    let chosen = name.clone();
                    view! {
                        <Button kind=ButtonKind::Quiet on_click=move || to.set(chosen.clone())>{name}</Button>
                    }
                }).collect_view()}
            </div>
        })}
    }
    .into_any()
}

#[component]
fn Found(to: RwSignal<String>, error: RwSignal<Option<String>>) -> impl IntoView {
    let accounts = Remote::new(|| api::accounts::search(""));
    let options = Signal::derive(move || {
        let all = accounts.get().map(|page| page.items).unwrap_or_default();
        all.into_iter()
            .map(|account| {
                let words = format!(
                    "{} – {} ({})",
                    account.name, account.unit_name, account.username
                );
                (account.username, words)
            })
            .collect()
    });
    view! {
        <ComboBox
            id="hand-over-to"
            label=tr(review::COLLEAGUE)
            value=to
            options=options
            error=error
            required=true
        />
    }
}
