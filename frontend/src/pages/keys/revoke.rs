//! A key that is lost, or no longer used, with the reason for the record.

use congvu_openapi::certificates::{Certificate, KeyPlace, RevocationCode};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, SelectField, TextArea};
use crate::i18n::{Text, common, keys, t, tf, tr};
use crate::keys::enrol;
use crate::state::toasts::toast;

/// What may have happened, with the reason that revocation lists name for it.
const REASONS: [(&str, Text, RevocationCode); 5] = [
    ("lost", keys::WHY_LOST, RevocationCode::KeyCompromise),
    ("leaked", keys::WHY_LEAKED, RevocationCode::KeyCompromise),
    ("moved", keys::WHY_MOVED, RevocationCode::AffiliationChanged),
    ("replaced", keys::WHY_REPLACED, RevocationCode::Superseded),
    ("left", keys::WHY_LEFT, RevocationCode::CessationOfOperation),
];

/// The words of a reason as revocation lists name it; none where it is not stated.
pub(super) const fn code_words(code: RevocationCode) -> Option<Text> {
    Some(match code {
        RevocationCode::Unspecified => return None,
        RevocationCode::KeyCompromise => keys::CODE_COMPROMISE,
        RevocationCode::AffiliationChanged => keys::CODE_AFFILIATION,
        RevocationCode::Superseded => keys::CODE_SUPERSEDED,
        RevocationCode::CessationOfOperation => keys::CODE_CESSATION,
    })
}

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
    let here = certificate.place == KeyPlace::Browser;
    // The button of a key of this browser says that it is lost; the others, that it is not used any more.
    let why = RwSignal::new(if here { "lost" } else { "left" }.to_owned());
    let details = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let error =
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field("reason"))));
    let (text, action, done) = if here {
        (keys::REVOKE_TEXT, keys::REVOKE, keys::REVOKED)
    } else {
        (keys::STOP_TEXT, keys::STOP_USING, keys::STOPPED)
    };
    let options = Signal::derive(|| {
        REASONS
            .iter()
            .map(|(key, words, _)| ((*key).to_owned(), t(*words).to_owned()))
            .collect::<Vec<_>>()
    });
    // Only the lists of this installation's own authority.
    let listed = Signal::derive(move || {
        let code = why.with(|why| code(why));
        let words = code_words(code).filter(|_| here);
        words.map_or_else(String::new, |words| tf(keys::LISTED_AS, &[t(words)]))
    });
    let shown = certificate.label.clone();
    let revoke = move || {
        let certificate = certificate.clone();
        let (code, reason) =
            why.with_untracked(|why| (code(why), reason(why, details.get_untracked().trim())));
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::certificates::revoke(&certificate.id, code, reason).await {
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
            hint=listed
            value=why
            options=options
            without_empty=true
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
                on_click=revoke
            >
                {t(action)}
            </Button>
        </div>
    }
}

/// The reason as revocation lists name it.
fn code(why: &str) -> RevocationCode {
    let found = REASONS.iter().find(|(key, ..)| *key == why);
    found.map_or_else(RevocationCode::default, |(.., code)| *code)
}

/// The reason for the record, in Vietnamese whatever the language of the page.
fn reason(why: &str, details: &str) -> String {
    let words = REASONS
        .iter()
        .find(|(key, ..)| *key == why)
        .map_or("", |(_, words, _)| words.vi);
    match (words, details) {
        (words, "") => words.to_owned(),
        ("", details) => details.to_owned(),
        (words, details) => format!("{words}: {details}"),
    }
}

#[cfg(test)]
mod tests {
    use congvu_openapi::certificates::RevocationCode;

    use super::{REASONS, code, code_words, reason};

    #[test]
    fn a_reason_has_its_kind_and_what_was_added() {
        assert_eq!(reason("lost", ""), "Mất máy, mất thiết bị");
        assert_eq!(reason("lost", "ở Huế"), "Mất máy, mất thiết bị: ở Huế");
        assert_eq!(reason("", "khác"), "khác");
    }

    /// RFC 5280 §5.3.1.
    #[test]
    fn every_reason_has_its_code() {
        assert_eq!(code("lost"), RevocationCode::KeyCompromise);
        assert_eq!(code("leaked"), RevocationCode::KeyCompromise);
        assert_eq!(code("moved"), RevocationCode::AffiliationChanged);
        assert_eq!(code("replaced"), RevocationCode::Superseded);
        assert_eq!(code("left"), RevocationCode::CessationOfOperation);
        assert_eq!(code(""), RevocationCode::Unspecified);
        assert!(REASONS.iter().all(|(.., code)| code_words(*code).is_some()));
    }
}
