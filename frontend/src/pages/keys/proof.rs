//! The first signature with the key of a registered certificate.

use congvu_openapi::certificates::{Certificate, NewRegistration};
use congvu_openapi::signing::SigningRequest;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::registering::tell;
use crate::api;
use crate::components::SigningDialog;
use crate::i18n::{keys, tf};
use crate::keys::signing::SigningJob;

/// A certificate to be proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proof {
    /// The certificate.
    pub certificate: Certificate,
    /// Its registration, which prepares the proof each time it is asked for.
    pub registration: NewRegistration,
    /// What the registration prepared the first time, to be used once.
    pub prepared: Option<SigningRequest>,
}

/// Open while a certificate is being proven.
#[component]
pub(super) fn ProofDialog(
    proving: RwSignal<Option<Proof>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(proving.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            proving.set(None);
        }
        is_open
    });
    let prepared = StoredValue::new(None::<SigningRequest>);
    let jobs = Signal::derive(move || {
        let proof = proving.get();
        prepared.set_value(proof.as_ref().and_then(|p| p.prepared.clone()));
        proof
            .map(|proof| {
                let label = tf(keys::PROOF_OF, &[&proof.certificate.label]);
                SigningJob::new(label, move |_| {
                    let first = prepared.try_update_value(Option::take).flatten();
                    let registration = proof.registration.clone();
                    async move {
                        match first {
                            Some(request) => Ok(request),
                            None => {
                                let again = api::certificates::register(&registration).await?;
                                Ok(again.signing_request)
                            }
                        }
                    }
                })
            })
            .into_iter()
            .collect::<Vec<_>>()
    });
    let only = Signal::derive(move || proving.with(|p| p.as_ref().map(|p| p.certificate.clone())));
    let done = move |_| {
        let proven = only.get_untracked();
        spawn_local(async move {
            let all = api::certificates::list().await.unwrap_or_default();
            let now = all
                .iter()
                .find(|c| proven.as_ref().is_some_and(|p| p.id == c.id));
            if let Some(now) = now {
                tell(now);
            }
            on_done.run(());
        });
    };
    view! { <SigningDialog open=open jobs=jobs on_done=done only=only/> }
}
