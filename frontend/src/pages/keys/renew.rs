//! The end of a certificate: how near it is, and what to do.

use congvu_openapi::certificates::{Certificate, CertificateStatus, KeyPlace};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Actions;
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName};
use crate::format;
use crate::i18n::{keys, t, tf};
use crate::keys::enrol;
use crate::state::deployment::use_deployment;
use crate::state::toasts::toast;

/// Calendar days before the end from which renewal is offered.
const BEFORE: i64 = 30;

/// Shown near the end and after it, for a key of this browser with a button that does it in one step.
#[component]
pub(super) fn Ending(certificate: Certificate, is_here: bool, actions: Actions) -> impl IntoView {
    let today = use_deployment().with_untracked(|d| d.as_ref().map(|d| d.today.clone()));
    let left = today.and_then(|today| format::days_between(&today, &certificate.not_after));
    let words = match (certificate.status, left) {
        (CertificateStatus::Expired, _) => t(keys::HAS_ENDED).to_owned(),
        (CertificateStatus::Valid, Some(0)) => t(keys::ENDS_TODAY).to_owned(),
        (CertificateStatus::Valid, Some(days)) if (0..=BEFORE).contains(&days) => {
            tf(keys::ENDS_IN, &[&days.to_string()])
        }
        _ => return ().into_any(),
    };
    let outside = certificate.place != KeyPlace::Browser;
    if outside || !is_here {
        let advice = outside.then(|| view! { <p>{t(keys::RENEW_OUTSIDE)}</p> });
        return view! {
            <Alert kind=AlertKind::Warning>
                <strong>{words}</strong>
                {advice}
            </Alert>
        }
        .into_any();
    }
    let busy = RwSignal::new(false);
    let renew = move || {
        let old = certificate.clone();
        busy.set(true);
        spawn_local(async move {
            match enrol::renew(&old, t(keys::RENEW_REASON).to_owned()).await {
                Ok(_) => toast(AlertKind::Success, t(keys::RENEWED)),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
            busy.try_set(false);
            actions.reload.run(());
        });
    };
    view! {
        <Alert kind=AlertKind::Warning>
            <strong>{words}</strong>
            <p>{t(keys::RENEW_TEXT)}</p>
            <div class="row">
                <Button kind=ButtonKind::Primary icon=IconName::Refresh busy=busy on_click=renew>
                    {t(keys::RENEW)}
                </Button>
            </div>
        </Alert>
    }
    .into_any()
}
