//! Making a key in this browser.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName, SelectField, TextField};
use crate::i18n::{common, keys, t, tr};
use crate::keys::csr::KeyKind;
use crate::keys::enrol;
use crate::state::toasts::toast;

const RSA: &str = "rsa";
const P256: &str = "p256";

#[component]
pub(super) fn NewKey(open: RwSignal<bool>, #[prop(into)] on_done: Callback<()>) -> impl IntoView {
    let label = RwSignal::new(enrol::suggested_label());
    let kind = RwSignal::new(RSA.to_owned());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let kinds = Signal::derive(|| {
        vec![
            (RSA.to_owned(), t(keys::KIND_RSA).to_owned()),
            (P256.to_owned(), t(keys::KIND_P256).to_owned()),
        ]
    });
    let create = move || {
        busy.set(true);
        problem.set(None);
        let kind = match kind.get_untracked().as_str() {
            P256 => KeyKind::P256,
            _ => KeyKind::Rsa2048,
        };
        spawn_local(async move {
            match enrol::enrol(kind, label.get_untracked().trim().to_owned()).await {
                Ok(_) => {
                    toast(AlertKind::Success, t(keys::CREATED));
                    open.set(false);
                    on_done.run(());
                }
                Err(error) => problem.set(Some(error)),
            }
            busy.try_set(false);
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                create();
            }
        >
            <p>{t(keys::NO_KEY_TEXT)}</p>
            {move || {
                problem
                    .get()
                    .map(|error| {
                        view! {
                            <Alert kind=AlertKind::Error>
                                <strong>{error.title()}</strong>
                                <p>{error.message()}</p>
                            </Alert>
                        }
                    })
            }}
            <TextField
                id="key-label"
                label=tr(keys::LABEL)
                hint=tr(keys::LABEL_HINT)
                value=label
                required=true
                max_length=100
            />
            <SelectField
                id="key-kind"
                label=tr(keys::KIND)
                value=kind
                options=kinds
                without_empty=true
            />
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button
                    kind=ButtonKind::Primary
                    r#type="submit"
                    icon=IconName::Key
                    busy=busy
                    disabled=Signal::derive(move || label.with(|l| l.trim().is_empty()))
                >
                    {t(keys::CREATE_HERE)}
                </Button>
            </div>
        </form>
    }
}
