//! A small dialog that asks for a reason, or a note, before something is done.

use std::future::Future;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, TextArea};
use crate::i18n::{Text, common, review, t, tf, tr};

/// What the dialog says.
#[derive(Clone)]
pub struct Words {
    title: Text,
    text: Text,
    /// Fills the blank of `text`, where it has one.
    about: String,
    label: Text,
    hint: Option<Text>,
    action: Text,
    kind: ButtonKind,
}

impl Words {
    /// Giving a task back.
    pub const fn release() -> Self {
        Self {
            title: review::RELEASE,
            text: review::RELEASE_TEXT,
            about: String::new(),
            label: review::RELEASE_NOTE,
            hint: None,
            action: review::RELEASE,
            kind: ButtonKind::Primary,
        }
    }

    /// Taking a task over from whoever has it.
    pub const fn take_over(holder: String) -> Self {
        Self {
            title: review::TAKE_OVER,
            text: review::TAKE_OVER_TEXT,
            about: holder,
            label: review::TAKE_OVER_REASON,
            hint: None,
            action: review::TAKE_OVER,
            kind: ButtonKind::Primary,
        }
    }

    /// Withdrawing a submission.
    pub const fn withdraw() -> Self {
        Self {
            title: review::WITHDRAW_TITLE,
            text: review::WITHDRAW_TEXT,
            about: String::new(),
            label: review::WITHDRAW_REASON,
            hint: Some(review::WITHDRAW_REASON_HINT),
            action: review::WITHDRAW,
            kind: ButtonKind::Danger,
        }
    }
}

/// Asks, and does it with what was said; what was typed stays where it did not work.
#[component]
pub fn SayWhyDialog<F, Fut>(
    open: RwSignal<bool>,
    id: &'static str,
    words: Words,
    /// It cannot be left empty.
    needed: bool,
    send: F,
) -> impl IntoView
where
    F: Fn(String) -> Fut + Copy + Send + Sync + 'static,
    Fut: Future<Output = Result<(), ApiError>> + 'static,
{
    let value = RwSignal::new(String::new());
    let (busy, error) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let problem = RwSignal::new(None::<ApiError>);
    let act = move || {
        let said = value.get_untracked().trim().to_owned();
        problem.set(None);
        error.set(None);
        if needed && said.is_empty() {
            error.set(Some(t(common::FIELD_REQUIRED).to_owned()));
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = send(said).await;
            busy.try_set(false);
            match answer {
                Ok(()) => {
                    value.try_set(String::new());
                    open.try_set(false);
                }
                Err(refused) => {
                    let at = refused.field("note").or_else(|| refused.field("reason"));
                    if at.is_none() {
                        problem.try_set(Some(refused));
                    }
                    error.try_set(at);
                }
            }
        });
    };
    let Words {
        title,
        text,
        about,
        label,
        hint,
        action,
        kind,
    } = words;
    let hint = Signal::derive(move || match hint {
        Some(hint) => t(hint).to_owned(),
        None => t(if needed {
            review::NOTE_NEEDED
        } else {
            review::NOTE_OPTIONAL
        })
        .to_owned(),
    });
    let about = StoredValue::new(about);
    view! {
        <Dialog open=open title=tr(title) locked=busy>
            <p>{move || about.with_value(|about| tf(text, &[about]))}</p>
            <TextArea id=id label=tr(label) hint=hint value=value error=error required=needed rows=3 max_length=1000/>
            {move || problem.get().map(|error| view! { <Alert kind=AlertKind::Error>{error.message()}</Alert> })}
            <div class="dialog__buttons">
                <Button on_click=move || open.set(false)>{move || t(common::CANCEL)}</Button>
                <Button kind=kind busy=busy on_click=act>{move || t(action)}</Button>
            </div>
        </Dialog>
    }
}
