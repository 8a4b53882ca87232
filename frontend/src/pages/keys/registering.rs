//! What the ways of registering a certificate made elsewhere have in common.

use congvu_openapi::certificates::{Certificate, CertificateStatus};
use leptos::prelude::*;

use crate::api::ApiError;
use crate::components::{Alert, AlertKind};
use crate::i18n::{places, t};
use crate::state::toasts::toast;

/// Says what can be done with a certificate now that its proof is signed.
pub(super) fn tell(certificate: &Certificate) {
    if certificate.status == CertificateStatus::AwaitingConfirmation {
        toast(AlertKind::Info, t(places::REGISTERED_AWAITING));
    } else {
        toast(AlertKind::Success, t(places::REGISTERED));
    }
}

/// A failure that no field shows.
#[component]
pub(super) fn Problem(problem: RwSignal<Option<ApiError>>) -> impl IntoView {
    move || {
        problem
            .get()
            .filter(|error| {
                ["file", "secret", "label"]
                    .iter()
                    .all(|f| error.field(f).is_none())
            })
            .map(|error| {
                view! {
                    <Alert kind=AlertKind::Error>
                        <strong>{error.title()}</strong>
                        <p>{error.message()}</p>
                    </Alert>
                }
            })
    }
}
