//! A key that is lost, or no longer used, with the reason for the record.

use congvu_openapi::certificates::{Certificate, KeyPlace};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, SelectField, TextArea};
use crate::i18n::{Text, common, keys, t, tr};
use crate::keys::enrol;
use crate::state::toasts::toast;

const REASONS: [(&str, Text); 4] = [
    ("lost", keys::WHY_LOST),
    ("leaked", keys::WHY_LEAKED),
    ("replaced", keys::WHY_REPLACED),
    ("left", keys::WHY_LEFT),
];

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
    let title = Signal::derive(move || {
        let outside = revoking.with(|c| c.as_ref().is_some_and(|c| c.place != KeyPlace::Browser));
        let text = if outside {
            keys::STOP_TITLE
        } else {
            keys::REVOKE_TITLE
        };
        t(text).to_owned()
    });
    view! {
        <Dialog open=open title=title>
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
    let why = RwSignal::new(String::new());
    let details = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let error =
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field("reason"))));
    let (text, action, done) = if certificate.place == KeyPlace::Browser {
        (keys::REVOKE_TEXT, keys::REVOKE, keys::REVOKED)
    } else {
        (keys::STOP_TEXT, keys::STOP_USING, keys::STOPPED)
    };
    let options = Signal::derive(|| {
        REASONS
            .iter()
            .map(|(key, words)| ((*key).to_owned(), t(*words).to_owned()))
            .collect::<Vec<_>>()
    });
    let shown = certificate.label.clone();
    let revoke = move || {
        let certificate = certificate.clone();
        let reason = reason(&why.get_untracked(), details.get_untracked().trim());
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::certificates::revoke(&certificate.id, reason).await {
                Ok(()) => {
                    // A revoked key is never used again, whether it could be erased or not.
                    let _ = enrol::forget(&certificate).await;
                    toast(AlertKind::Success, t(done));
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
        <Alert kind=AlertKind::Warning>{t(text)}</Alert>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <SelectField
            id="revoke-why"
            label=tr(keys::WHY)
            value=why
            options=options
            required=true
        />
        <TextArea
            id="revoke-reason"
            label=tr(keys::DETAILS)
            value=details
            rows=2
            max_length=400
            error=error
        />
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                busy=busy
                disabled=Signal::derive(move || why.with(String::is_empty))
                on_click=revoke
            >
                {t(action)}
            </Button>
        </div>
    }
}

/// The reason for the record, in Vietnamese whatever the language of the page.
fn reason(why: &str, details: &str) -> String {
    let words = REASONS
        .iter()
        .find(|(key, _)| *key == why)
        .map_or("", |(_, words)| words.vi);
    match (words, details) {
        (words, "") => words.to_owned(),
        ("", details) => details.to_owned(),
        (words, details) => format!("{words}: {details}"),
    }
}

#[cfg(test)]
mod tests {
    use super::reason;

    #[test]
    fn a_reason_has_its_kind_and_what_was_added() {
        assert_eq!(reason("lost", ""), "Mất máy, mất thiết bị");
        assert_eq!(reason("lost", "ở Huế"), "Mất máy, mất thiết bị: ở Huế");
        assert_eq!(reason("", "khác"), "khác");
    }
}
