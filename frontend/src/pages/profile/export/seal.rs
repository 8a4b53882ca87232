//! The agency's seal signature; with a PIN where its key is in a token.

use congvu_openapi::exports::Export;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::calls;
use super::super::words as w;
use crate::api::{ApiError, Loaded};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, IconName, Remote, TextField, focus_first_error,
};
use crate::i18n::{signing, t, tr};
use crate::state::toasts::toast;

#[component]
pub(super) fn Seal(export: Export, etag: String, remote: Remote<Loaded<Export>>) -> impl IntoView {
    let asks = export.seal_asks_pin;
    let id = export.id;
    let pin = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let error = Signal::derive(move || problem.with(|p| p.as_ref().and_then(at_pin)));
    let seal = move || {
        let (id, etag) = (id.clone(), etag.clone());
        let typed = asks.then(|| pin.get_untracked().trim().to_owned());
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = calls::seal(&id, &etag, typed).await;
            busy.try_set(false);
            pin.try_set(String::new());
            match answer {
                Ok(_) => {
                    toast(AlertKind::Success, t(w::SEALED));
                    remote.reload();
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    focus_first_error();
                }
            }
        });
    };
    let missing = Signal::derive(move || asks && pin.with(|pin| pin.trim().is_empty()));
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                if !missing.get_untracked() {
                    seal();
                }
            }
        >
            <p>{move || t(w::AFTER_SEALED)}</p>
            {asks
                .then(|| {
                    view! {
                        <TextField
                            id="seal-pin"
                            label=tr(w::SEAL_PIN)
                            hint=tr(w::SEAL_PIN_HINT)
                            value=pin
                            error=error
                            r#type="password"
                            required=true
                            max_length=64
                        />
                    }
                })}
            {move || {
                problem
                    .get()
                    .filter(|error| at_pin(error).is_none())
                    .map(|error| view! { <Refused error=error remote=remote/> })
            }}
            <Button
                kind=ButtonKind::Primary
                r#type="submit"
                icon=IconName::Seal
                busy=busy
                disabled=missing
            >
                {move || t(w::SEAL)}
            </Button>
        </form>
    }
}

/// The message that belongs to the PIN.
fn at_pin(error: &ApiError) -> Option<String> {
    error.field("pin").or_else(|| error.field("secret"))
}

/// Why it was not sealed; where it may have changed meanwhile, with a way to look again.
#[component]
fn Refused(error: ApiError, remote: Remote<Loaded<Export>>) -> impl IntoView {
    let words = if error.code() == "waiting_for_time_stamp" {
        t(signing::WAITING_STAMP).to_owned()
    } else {
        error.message()
    };
    view! {
        <Alert kind=AlertKind::Error>
            <p>{words}</p>
            <div class="row">
                <Button icon=IconName::Refresh on_click=move || remote.reload()>
                    {move || t(w::LOAD_AGAIN)}
                </Button>
            </div>
        </Alert>
    }
}
