//! Registering the certificate of the token behind the signing software of this computer.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::registering::{Problem, tell};
use crate::api::ApiError;
use crate::components::{AgentSteps, Button, ButtonKind, IconName, TextField};
use crate::i18n::{common, places, signing, t, tr};
use crate::keys::{agent, registered};

#[component]
pub(super) fn FromAgent(
    address: String,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let address = StoredValue::new(address);
    let there = RwSignal::new(None::<bool>);
    let look = move || {
        there.set(None);
        spawn_local(async move {
            let found = agent::is_there(&address.get_value()).await;
            there.try_set(Some(found));
        });
    };
    look();
    move || match there.get() {
        None => view! {
            <p class="muted" role="status">{t(signing::AGENT_CHECKING)}</p>
        }
        .into_any(),
        Some(false) => view! {
            <AgentSteps retry=look/>
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            </div>
        }
        .into_any(),
        Some(true) => view! {
            <Form address=address open=open busy=busy on_done=on_done/>
        }
        .into_any(),
    }
}

#[component]
fn Form(
    address: StoredValue<String>,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let label = RwSignal::new(t(places::LABEL_AGENT).to_owned());
    let problem = RwSignal::new(None::<ApiError>);
    let register = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let name = label.get_untracked().trim().to_owned();
            match registered::register_agent(address.get_value(), name).await {
                Ok(certificate) => {
                    tell(&certificate);
                    open.set(false);
                }
                Err(error) => {
                    problem.try_set(Some(error));
                }
            }
            busy.try_set(false);
            // Also after a failure: the certificate may be there, only not proven.
            on_done.run(());
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                register();
            }
        >
            <p>{t(places::PROOF_TEXT)}</p>
            <p>{t(places::AGENT_WILL_ASK)}</p>
            <Problem problem=problem/>
            <TextField
                id="register-label"
                label=tr(places::LABEL)
                value=label
                error=Signal::derive(move || {
                    problem.with(|p| p.as_ref().and_then(|p| p.field("label")))
                })
                required=true
                max_length=100
            />
            <p class="muted" role="status">{move || busy.get().then(|| t(places::REGISTERING))}</p>
            <div class="actions">
                <Button disabled=busy on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button
                    kind=ButtonKind::Primary
                    r#type="submit"
                    icon=IconName::Usb
                    busy=busy
                    disabled=Signal::derive(move || label.with(|l| l.trim().is_empty()))
                >
                    {t(places::REGISTER)}
                </Button>
            </div>
        </form>
    }
}
