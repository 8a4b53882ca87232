//! What happened to a profile, as sentences; the versions with their signatures.

use congvu_openapi::people::Version;
use congvu_openapi::signing::SignatureSummary;
use congvu_openapi::submissions::{SubmissionState, SubmissionSummary};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use super::super::calls;
use super::super::files;
use super::super::subject::Subject;
use super::super::words as w;
use super::waiting::kind_words;
use crate::components::{
    AlertKind, Badge, Button, EmptyState, IconName, Remote, RemoteView, SignatureCard,
};
use crate::format;
use crate::i18n::{t, tf, tr};
use crate::state::toasts::toast;

/// Versions and submissions, newest first.
#[component]
pub fn History(subject: Subject, person: String) -> impl IntoView {
    let asked = StoredValue::new(person);
    let both = Remote::new(move || {
        let person = asked.get_value();
        async move {
            Ok((
                calls::versions(&person).await?,
                calls::submissions(&person).await?,
            ))
        }
    });
    view! {
        <RemoteView remote=both lines=6 view=move |(versions, submissions): (Vec<Version>, Vec<SubmissionSummary>)| {
            if versions.is_empty() && submissions.is_empty() {
                return view! { <EmptyState title=tr(w::NO_HISTORY) text=tr(w::NO_HISTORY_TEXT) icon=IconName::History/> }.into_any();
            }
            let open = submissions.into_iter().filter(|s| s.version.is_none());
            view! {
                <ul class="history">
                    {open.map(|submission| view! { <Sent submission=submission/> }).collect_view()}
                    {versions.into_iter().map(|version| view! { <Approved subject=subject person=asked.get_value() version=version/> }).collect_view()}
                </ul>
            }.into_any()
        }/>
    }
}

/// A submission that is no version yet, or never became one.
#[component]
fn Sent(submission: SubmissionSummary) -> impl IntoView {
    let (tone, text) = match submission.state {
        SubmissionState::InReview => (AlertKind::Info, w::STATE_IN_REVIEW),
        SubmissionState::Returned => (AlertKind::Error, w::STATE_RETURNED),
        SubmissionState::Withdrawn => (AlertKind::Info, w::STATE_WITHDRAWN),
        SubmissionState::Effective => (AlertKind::Success, w::STATE_APPROVED),
    };
    let (by, at) = (submission.submitted_by, submission.submitted_at);
    let kind = submission.change_kind;
    view! {
        <li class="history__entry">
            <p>
                <A href=format!("/submissions/{}", submission.id)>
                    {move || tf(w::SUBMITTED_BY, &[t(kind_words(kind)), &by, &format::date_time(&at)])}
                </A>
                " "<Badge kind=tone>{move || t(text)}</Badge>
            </p>
        </li>
    }
}

/// What a signature did, as a sentence.
#[must_use]
pub fn sentence(signature: &SignatureSummary) -> String {
    let text = match signature.act.as_str() {
        "enter" => w::DID_ENTER,
        "approve" => w::DID_APPROVE,
        "return" => w::DID_RETURN,
        "export_sign" => w::DID_SIGN_EXPORT,
        "export_seal" => w::DID_SEAL_EXPORT,
        _ => w::DID_SUBMIT,
    };
    let who = if signature.role.is_empty() {
        signature.signer.clone()
    } else {
        format!("{} ({})", signature.signer, signature.role)
    };
    tf(text, &[&who, &format::date(&signature.signed_at)])
}

#[component]
fn Approved(subject: Subject, person: String, version: Version) -> impl IntoView {
    let number = version.number;
    let kind = version.change_kind;
    let at = version.effective_at.clone();
    let sentences = version.signatures.clone();
    view! {
        <li class="history__entry">
            <div class="history__head">
                <h3>
                    <A href=move || format!("/people/{}/versions/{number}", subject.person())>
                        {move || tf(w::VERSION_NUMBER, &[&number.to_string()])}
                    </A>
                </h3>
                <span>{move || format!("{} · {}", t(kind_words(kind)), tf(w::EFFECTIVE, &[&format::date(&at)]))}</span>
            </div>
            <ul class="history__sentences">
                {sentences.into_iter().map(|signature| view! { <li>{move || sentence(&signature)}</li> }).collect_view()}
            </ul>
            <details>
                <summary>{move || t(w::SIGNATURES)}</summary>
                <div class="signatures">
                    {version.signatures.into_iter().map(|signature| view! { <SignatureCard summary=signature/> }).collect_view()}
                </div>
                <p class="digest">{move || t(w::DIGEST)}": "{version.document_sha256}</p>
            </details>
            <EvidenceFile person=person number=number/>
        </li>
    }
}

/// Downloads everything needed to verify a version offline.
#[component]
pub fn EvidenceFile(person: String, number: i64) -> impl IntoView {
    let busy = RwSignal::new(false);
    let get = Callback::new(move |()| {
        let person = person.clone();
        busy.set(true);
        spawn_local(async move {
            let answer = calls::evidence(&person, number).await;
            busy.try_set(false);
            match answer {
                Ok(bytes) => files::download(
                    &bytes,
                    "application/zip",
                    &format!("ho-so-v{number}-chung-cu.zip"),
                ),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
        });
    });
    view! {
        <Button icon=IconName::Download busy=busy on_click=get>{move || t(w::EVIDENCE_FILE)}</Button>
    }
}
