//! Certificates that name nobody by identity number: whoever issues accounts confirms whose they are.

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Badge, Button, ButtonKind, Dialog, IconName, Remote, level_text,
};
use crate::format;
use crate::i18n::{accounts, common, keys, t, tf, tr};
use crate::state::toasts::toast;

/// Nothing where nothing waits.
#[component]
pub(super) fn Awaiting() -> impl IntoView {
    let all = Remote::new(api::certificates::awaiting);
    let confirming = RwSignal::new(None::<Certificate>);
    view! {
        {move || {
            all.error_status()
                .map(|_| {
                    view! {
                        <Alert kind=AlertKind::Warning>
                            <p>{t(accounts::AWAITING_FAILED)}</p>
                            <div class="row">
                                <Button icon=IconName::Refresh on_click=move || all.reload()>
                                    {t(common::RETRY)}
                                </Button>
                            </div>
                        </Alert>
                    }
                })
        }}
        {move || {
            all.get()
                .filter(|all| !all.is_empty())
                .map(|all| view! { <List all=all confirming=confirming/> })
        }}
        <ConfirmDialog confirming=confirming on_done=move || all.reload()/>
    }
}

#[component]
fn List(all: Vec<Certificate>, confirming: RwSignal<Option<Certificate>>) -> impl IntoView {
    let count = all.len().to_string();
    view! {
        <section class="card stack" aria-labelledby="awaiting">
            <h2 id="awaiting">{tf(accounts::AWAITING_TITLE, &[&count])}</h2>
            <p class="muted">{t(accounts::AWAITING_TEXT)}</p>
            <ul class="rows">
                {all
                    .into_iter()
                    .map(|certificate| {
                        let name = tf(accounts::CONFIRM_ONE, &[&certificate.holder]);
                        let chosen = certificate.clone();
                        view! {
                            <li class="rows__row rows__row--wraps">
                                <div>
                                    <strong>{certificate.holder}</strong>
                                    <p class="muted">
                                        {format!("{} · {}", certificate.subject, certificate.issuer)}
                                    </p>
                                    <p class="digest">{certificate.serial}</p>
                                </div>
                                <Button
                                    label=Signal::stored(name)
                                    icon=IconName::Check
                                    on_click=move || confirming.set(Some(chosen.clone()))
                                >
                                    {t(accounts::CONFIRM)}
                                </Button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
}

/// Open while a certificate is chosen.
#[component]
fn ConfirmDialog(
    confirming: RwSignal<Option<Certificate>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(confirming.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            confirming.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(accounts::CONFIRM_TITLE)>
            {move || {
                confirming
                    .get()
                    .map(|certificate| {
                        view! { <Confirm certificate=certificate open=open on_done=on_done/> }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn Confirm(certificate: Certificate, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let seen = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let id = certificate.id.clone();
    let confirm = move || {
        let id = id.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::certificates::confirm(&id).await {
                Ok(_) => {
                    toast(AlertKind::Success, t(accounts::CONFIRMED));
                    open.set(false);
                    on_done.run(());
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    let until = format::date(&certificate.not_after);
    view! {
        <p>{tf(accounts::CONFIRM_TEXT, &[&certificate.holder])}</p>
        <dl class="facts">
            <dt>{t(accounts::HOLDER)}</dt>
            <dd>{certificate.holder.clone()}</dd>
            <dt>{t(accounts::IN_CERTIFICATE)}</dt>
            <dd>{certificate.subject}</dd>
            <dt>{t(common::ISSUER)}</dt>
            <dd>{certificate.issuer}</dd>
            <dt>{t(common::SERIAL)}</dt>
            <dd class="digest">{certificate.serial}</dd>
            <dt>{t(keys::VALIDITY)}</dt>
            <dd>{format!("{} – {until}", format::date(&certificate.not_before))}</dd>
            <dt>{t(keys::WORTH)}</dt>
            <dd>
                <Badge icon=IconName::Seal>{t(level_text(certificate.level))}</Badge>
            </dd>
        </dl>
        <label class="check-label">
            <input
                type="checkbox"
                class="check"
                prop:checked=seen
                on:change=move |ev| seen.set(event_target_checked(&ev))
            />
            {tf(accounts::CONFIRM_SEEN, &[&certificate.holder])}
        </label>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Check
                busy=busy
                disabled=Signal::derive(move || !seen.get())
                on_click=confirm
            >
                {t(accounts::CONFIRM)}
            </Button>
        </div>
    }
}
