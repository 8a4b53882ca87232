//! Signing in again over open work.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_menu::leave;
use crate::api;
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, TextField};
use crate::i18n::{shell, sign_in, t, tr};
use crate::state::session::{resume, use_session, use_session_ended};

#[component]
pub(super) fn ResumeDialog() -> impl IntoView {
    let open = use_session_ended();
    view! {
        <Dialog open=open title=tr(shell::RESUME_TITLE) locked=true>
            <ResumeForm/>
        </Dialog>
    }
}

#[component]
fn ResumeForm() -> impl IntoView {
    let username = use_session()
        .with_untracked(|s| s.as_ref().map(|s| s.me.username.clone()))
        .unwrap_or_default();
    let name = RwSignal::new(username.clone());
    let password = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<String>);
    let submit = move || {
        let username = username.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::session::sign_in(&username, &password.get_untracked()).await {
                Ok(session) => resume(session),
                Err(error) => problem.set(Some(error.message())),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form
            class="stack"
            on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }
        >
            <p>{t(shell::RESUME_TEXT)}</p>
            {move || problem.get().map(|text| view! { <Alert kind=AlertKind::Error>{text}</Alert> })}
            <TextField
                id="resume-username"
                label=tr(sign_in::USERNAME)
                value=name
                disabled=true
                autocomplete="username"
            />
            <TextField
                id="resume-password"
                label=tr(sign_in::PASSWORD)
                value=password
                r#type="password"
                autocomplete="current-password"
            />
            <div class="actions">
                <Button kind=ButtonKind::Quiet on_click=leave>{t(shell::LOST_SESSION)}</Button>
                <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                    {t(shell::RESUME_ACTION)}
                </Button>
            </div>
        </form>
    }
}
