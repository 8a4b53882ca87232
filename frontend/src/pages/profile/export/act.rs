//! What can be done with an export now: sign it, seal it, or wait.

use congvu_openapi::exports::{Export, ExportState};
use congvu_openapi::signing::{NewSigningRequest, SigningResult, TimeStampState};
use leptos::prelude::*;

use super::super::calls;
use super::super::words as w;
use super::seal::Seal;
use crate::api::{ApiError, Call, Loaded};
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName, Remote, SigningDialog};
use crate::i18n::{t, tf};
use crate::keys::signing::{SigningJob, SigningOutcome};

#[component]
pub(super) fn Act(export: Export, etag: String, remote: Remote<Loaded<Export>>) -> impl IntoView {
    let next = match (export.state, export.may_sign, export.may_seal) {
        (ExportState::AwaitingSignature, false, _) => Some(w::WAITS_FOR_SIGNER),
        (ExportState::AwaitingSeal, _, false) => Some(w::WAITS_FOR_SEAL),
        (ExportState::Complete, _, _) => Some(w::EXPORT_IS_COMPLETE),
        _ => None,
    };
    let waits_for_stamp = export.state == ExportState::AwaitingTimeStamp
        || export
            .signatures
            .iter()
            .any(|signature| signature.time_stamp.state == TimeStampState::Waiting);
    view! {
        {next.map(|text| view! { <Alert kind=AlertKind::Info><p>{move || t(text)}</p></Alert> })}
        {waits_for_stamp.then(|| view! { <WaitsForStamp remote=remote/> })}
        {export.may_sign.then(|| view! { <Sign export=export.clone() etag=etag.clone() remote=remote/> })}
        {export.may_seal.then(|| view! { <Seal export=export etag=etag remote=remote/> })}
    }
}

/// The authority is slow; nothing has to be done but to look again later.
#[component]
fn WaitsForStamp(remote: Remote<Loaded<Export>>) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Warning>
            <strong>{move || t(w::WAITS_FOR_STAMP)}</strong>
            <p>{move || t(w::WAITS_FOR_STAMP_TEXT)}</p>
            <div class="row">
                <Button icon=IconName::Refresh on_click=move || remote.reload()>
                    {move || t(w::LOAD_AGAIN)}
                </Button>
            </div>
        </Alert>
    }
}

#[component]
fn Sign(export: Export, etag: String, remote: Remote<Loaded<Export>>) -> impl IntoView {
    let signing = RwSignal::new(false);
    let (id, name) = (export.id, export.person_name);
    let jobs = Signal::derive(move || {
        let (id, etag) = (id.clone(), etag.clone());
        let signed = id.clone();
        let job = SigningJob::new(tf(w::SIGN_EXPORT_OF, &[&name]), move |certificate_id| {
            let call = Call::post(format!("/exports/{id}/signing-requests"))
                .if_match(&etag)
                .json(&NewSigningRequest { certificate_id });
            async move { Ok(call.send().await?.value) }
        });
        vec![job.of_file(move || {
            let id = signed.clone();
            async move { arrived(&id).await }
        })]
    });
    let on_done = Callback::new(move |_: Vec<SigningOutcome>| remote.reload());
    view! {
        <p>{move || t(w::AFTER_EXPORT_SIGNED)}</p>
        <Button kind=ButtonKind::Primary icon=IconName::Pen on_click=move || signing.set(true)>
            {move || t(w::SIGN_EXPORT)}
        </Button>
        <SigningDialog open=signing jobs=jobs on_done=on_done/>
    }
}

/// The signature that an agent put on the file itself, once it is back.
async fn arrived(id: &str) -> Result<Option<SigningResult>, ApiError> {
    let export = calls::export(id).await?.value;
    if export.state == ExportState::AwaitingSignature {
        return Ok(None);
    }
    let signature = export.signatures.last().cloned();
    Ok(signature.map(|signature| SigningResult {
        signature,
        submission_id: None,
        submission_state: None,
        version: None,
        export_id: Some(export.id),
        certificate_id: None,
        delegation_id: None,
    }))
}
