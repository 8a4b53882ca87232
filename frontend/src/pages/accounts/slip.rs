//! A first password, shown once.

use congvu_openapi::accounts::IssuedAccount;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::components::{Alert, AlertKind, Button, IconName};
use crate::i18n::{accounts, common, sign_in, t};
use crate::state::toasts::toast;

/// The slip to be handed over: on paper it is all that is printed.
#[component]
pub(super) fn Slip(issued: IssuedAccount) -> impl IntoView {
    let text = format!(
        "{}: {}\n{}: {}",
        t(sign_in::USERNAME),
        issued.username,
        t(sign_in::PASSWORD),
        issued.initial_password
    );
    let copy = move || {
        let promise = window().navigator().clipboard().write_text(&text);
        spawn_local(async move {
            if JsFuture::from(promise).await.is_ok() {
                toast(AlertKind::Success, t(common::COPIED));
            }
        });
    };
    let print = || {
        // Where printing is forbidden the slip stays on the screen.
        let _ = window().print();
    };
    view! {
        <Alert kind=AlertKind::Warning live=true>{t(accounts::ISSUED_TEXT)}</Alert>
        <section class="slip" aria-label=t(accounts::ISSUED_SLIP)>
            <h3>{t(accounts::ISSUED_SLIP)}</h3>
            <dl class="facts">
                <dt>{t(sign_in::USERNAME)}</dt>
                <dd>
                    <strong>{issued.username}</strong>
                </dd>
                <dt>{t(accounts::ISSUED_TITLE)}</dt>
                <dd>
                    <code class="slip__password" data-testid="initial-password">
                        {issued.initial_password}
                    </code>
                </dd>
            </dl>
        </section>
        <div class="actions">
            <Button icon=IconName::Copy on_click=copy>{t(common::COPY)}</Button>
            <Button icon=IconName::Print on_click=print>{t(common::PRINT)}</Button>
        </div>
    }
}
