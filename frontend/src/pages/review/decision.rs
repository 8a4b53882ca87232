//! The decision on the current step: sign, or return with a reason per item.

use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::submissions::{Submission, SubmissionState};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::page::Notes;
use crate::api::{ApiError, Call, Loaded};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Dialog, IconName, Remote, SigningDialog, TextArea,
};
use crate::format;
use crate::i18n::{common, t, tf, tr};
use crate::keys::signing::{SigningJob, SigningOutcome};
use crate::pages::profile::words as w;

/// Reasons about the whole profile stand under this number.
const WHOLE: usize = usize::MAX;

/// Sign or return; what that brings about stands above the buttons.
#[component]
pub fn Decide(
    submission: Submission,
    etag: String,
    notes: Notes,
    remote: Remote<Loaded<Submission>>,
) -> impl IntoView {
    let digest = format::digest_short(&submission.document_sha256);
    let version = submission.version;
    if !submission.may_decide {
        let state = submission.state;
        return view! {
            <Alert kind=AlertKind::Info>
                <p>{move || match (state, version) {
                    (SubmissionState::Effective, Some(version)) => tf(w::BECAME_VERSION, &[&version.to_string()]),
                    (SubmissionState::Returned, _) => t(w::IS_RETURNED).to_owned(),
                    _ => t(w::NOT_YOURS).to_owned(),
                }}</p>
            </Alert>
            <p class="history__meta">{move || t(w::COVERS)}" "<span class="digest" title=submission.document_sha256.clone()>{digest.clone()}</span></p>
        }
        .into_any();
    }
    let deciding = RwSignal::new(None::<Decision>);
    let (signing, returning) = (RwSignal::new(false), RwSignal::new(false));
    let changed = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    let last_step = usize::from(submission.step) >= submission.steps.len();
    let shown = StoredValue::new(submission.clone());
    let tag = StoredValue::new(etag);
    let jobs = Signal::derive(move || {
        let decision = deciding.get().unwrap_or(Decision::Approve);
        let submission = shown.get_value();
        let reasons = match decision {
            Decision::Approve => Vec::new(),
            Decision::Return => notes.as_reasons(&submission.changes),
        };
        let words = match decision {
            Decision::Approve => w::SIGN_APPROVE_OF,
            Decision::Return => w::SIGN_RETURN_OF,
        };
        let etag = tag.get_value();
        vec![SigningJob::new(
            tf(words, &[&submission.person_name]),
            move |certificate_id| {
                let body = NewDecision {
                    certificate_id,
                    decision,
                    reasons: reasons.clone(),
                    return_to: None,
                };
                let call = Call::post(format!("/submissions/{}/signing-requests", submission.id))
                    .if_match(&etag)
                    .json(&body);
                async move { Ok(call.send().await?.value) }
            },
        )]
    });
    let navigate = use_navigate();
    let on_done = Callback::new(move |outcomes: Vec<SigningOutcome>| {
        if outcomes.iter().any(|outcome| outcome.result.is_ok()) {
            navigate("/", leptos_router::NavigateOptions::default());
        }
    });
    // The dialog says what the server refused; here it stays in sight after the dialog is closed.
    watch_outcome(signing, shown, tag, changed, refused);
    let start = move |decision: Decision| {
        deciding.set(Some(decision));
        returning.set(false);
        signing.set(true);
    };
    let objections = move || notes.reasons.with(Vec::len);
    view! {
        {move || changed.get().then(|| view! {
            <Alert kind=AlertKind::Error>
                <p><strong>{t(w::CHANGED_SINCE)}</strong></p>
                <p>{t(w::CHANGED_SINCE_TEXT)}</p>
                <Button icon=IconName::Refresh on_click=Callback::new(move |()| remote.reload())>{move || t(w::LOAD_AGAIN)}</Button>
            </Alert>
        })}
        {move || refused.get().map(|message| view! { <Alert kind=AlertKind::Error><p>{message}</p></Alert> })}
        <p>{move || t(if last_step { w::AFTER_LAST_STEP } else { w::AFTER_STEP })}</p>
        <p class="history__meta">
            {move || t(w::SIGNED_OVER)}" "
            <span class="digest" title=submission.document_sha256.clone()>{digest}</span>
        </p>
        <div class="review__buttons">
            <Button kind=ButtonKind::Primary icon=IconName::Pen
                disabled=Signal::derive(move || changed.get() || objections() > 0)
                on_click=Callback::new(move |()| start(Decision::Approve))>
                {move || t(w::APPROVE)}
            </Button>
            <Button kind=ButtonKind::Danger icon=IconName::Return disabled=changed
                on_click=Callback::new(move |()| returning.set(true))>
                {move || match objections() {
                    0 => t(w::RETURN).to_owned(),
                    n => tf(w::RETURN_WITH, &[&n.to_string()]),
                }}
            </Button>
        </div>
        {move || (objections() > 0).then(|| view! { <p class="history__meta">{t(w::OBJECTIONS_STAND)}</p> })}
        <ReturnDialog open=returning notes=notes submission=shown on_return=Callback::new(move |()| start(Decision::Return))/>
        <SigningDialog open=signing jobs=jobs on_done=on_done/>
    }
    .into_any()
}

/// After the signing dialog closes without success, tells whether the submission changed since it was opened.
fn watch_outcome(
    signing: RwSignal<bool>,
    shown: StoredValue<Submission>,
    etag: StoredValue<String>,
    changed: RwSignal<bool>,
    refused: RwSignal<Option<String>>,
) {
    Effect::new(move |before: Option<bool>| {
        let open = signing.get();
        if before == Some(true) && !open {
            let id = shown.with_value(|submission| submission.id.clone());
            leptos::task::spawn_local(async move {
                let answer = crate::pages::profile::calls::submission(&id).await;
                match answer {
                    Ok(now) => {
                        if etag.try_get_value().is_some_and(|etag| etag != now.etag) {
                            changed.try_set(true);
                        }
                    }
                    Err(error) => {
                        refused.try_set(Some(ApiError::message(&error)));
                    }
                }
            });
        }
        open
    });
}

/// The reasons, gathered: at least one is needed.
#[component]
fn ReturnDialog(
    open: RwSignal<bool>,
    notes: Notes,
    submission: StoredValue<Submission>,
    on_return: Callback<()>,
) -> impl IntoView {
    let whole = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        let words = whole.get();
        notes.reasons.update(|all| {
            all.retain(|(number, _)| *number != WHOLE);
            if !words.trim().is_empty() {
                all.push((WHOLE, words));
            }
        });
    });
    let send = Callback::new(move |()| {
        if notes.reasons.with_untracked(Vec::is_empty) {
            error.set(Some(t(w::REASON_NEEDED).to_owned()));
        } else {
            error.set(None);
            on_return.run(());
        }
    });
    view! {
        <Dialog open=open title=tr(w::RETURN_TITLE) wide=true>
            <p>{move || t(w::RETURN_TEXT)}</p>
            <ul class="reasons">
                {move || {
                    notes.reasons.track();
                    submission.with_value(|submission| notes.as_reasons(&submission.changes))
                        .into_iter()
                        .filter(|reason| !reason.pointer.is_empty())
                        .map(|reason| view! { <li><strong>{reason.item}") "</strong>{reason.reason}</li> })
                        .collect_view()
                }}
            </ul>
            <TextArea id="reason-whole" label=tr(w::REASON_FOR_WHOLE) hint=tr(w::REASON_FOR_WHOLE_HINT)
                value=whole error=error rows=3 max_length=1000/>
            <div class="dialog__buttons">
                <Button on_click=Callback::new(move |()| open.set(false))>{move || t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Danger icon=IconName::Return on_click=send>{move || t(w::SIGN_AND_RETURN)}</Button>
            </div>
        </Dialog>
    }
}
