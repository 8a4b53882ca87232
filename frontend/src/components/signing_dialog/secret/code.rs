//! The one-time code of a remote service.

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Secret;
use crate::api;
use crate::components::{Button, IconName, TextField};
use crate::i18n::{signing, t, tr};

#[component]
pub(super) fn CodeField(secret: Secret, certificate: Certificate) -> impl IntoView {
    let busy = RwSignal::new(false);
    let sent = RwSignal::new(false);
    let send = move || {
        let id = certificate.id.clone();
        busy.set(true);
        secret.forget_errors();
        spawn_local(async move {
            match api::signing::send_code(id).await {
                Ok(()) => {
                    sent.try_set(true);
                }
                Err(error) => secret.refused(&error),
            }
            busy.try_set(false);
        });
    };
    let words = move || {
        t(if sent.get() {
            signing::SEND_CODE_AGAIN
        } else {
            signing::SEND_CODE
        })
    };
    view! {
        <div class="signing__code">
            <TextField
                id="sign-code"
                label=tr(signing::CODE)
                hint=tr(signing::CODE_HINT)
                value=secret.text
                error=secret.text_error
                input_mode="numeric"
                autocomplete="one-time-code"
                required=true
                max_length=64
            />
            <Button icon=IconName::Phone busy=busy on_click=send>{words}</Button>
        </div>
        <p class="muted" role="status">{move || sent.get().then(|| t(signing::CODE_SENT))}</p>
    }
}
