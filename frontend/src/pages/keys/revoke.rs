//! Revoking a certificate, with the reason for the record.

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, TextArea};
use crate::i18n::{common, keys, t, tr};
use crate::keys::enrol;
use crate::state::toasts::toast;

#[component]
pub(super) fn RevokeDialog(
    revoking: RwSignal<Option<Certificate>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(revoking.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            revoking.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(keys::REVOKE_TITLE)>
            {move || {
                revoking
                    .get()
                    .map(|certificate| {
                        view! { <Revoke certificate=certificate open=open on_done=on_done/> }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn Revoke(certificate: Certificate, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let error =
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field("reason"))));
    let shown = certificate.label.clone();
    let revoke = move || {
        let certificate = certificate.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let reason = reason.get_untracked().trim().to_owned();
            match api::certificates::revoke(&certificate.id, reason).await {
                Ok(()) => {
                    // A revoked key is never used again, whether it could be erased or not.
                    let _ = enrol::forget(&certificate).await;
                    toast(AlertKind::Success, t(keys::REVOKED));
                    open.set(false);
                    on_done.run(());
                }
                Err(error) => {
                    problem.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    view! {
        <p>
            <strong>{shown}</strong>
        </p>
        <Alert kind=AlertKind::Warning>{t(keys::REVOKE_TEXT)}</Alert>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <TextArea
            id="revoke-reason"
            label=tr(common::REASON)
            value=reason
            required=true
            rows=2
            max_length=500
            error=error
        />
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                busy=busy
                disabled=Signal::derive(move || reason.with(|r| r.trim().is_empty()))
                on_click=revoke
            >
                {t(keys::REVOKE)}
            </Button>
        </div>
    }
}
