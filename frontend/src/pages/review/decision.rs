//! The decision on the current step: sign, or return with a reason per item.

use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::submissions::{Submission, SubmissionState};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::give_back::GiveBackDialog;
use super::notes::Notes;
use crate::api::{ApiError, Loaded, submissions};
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName, Remote, SigningDialog};
use crate::format;
use crate::i18n::{review, t, tf};
use crate::keys::signing::{SigningJob, SigningOutcome};
use crate::pages::profile::words as w;
use crate::state::session::{may, own_person_id};

/// Sign or return; what that brings about stands above the buttons.
#[component]
pub fn Decide(
    submission: Submission,
    etag: String,
    notes: Notes,
    remote: Remote<Loaded<Submission>>,
) -> impl IntoView {
    if !submission.may_decide {
        return view! { <Closed submission=submission/> }.into_any();
    }
    let digest = format::digest_short(&submission.document_sha256);
    let deciding = RwSignal::new(None::<Decision>);
    let (signing, returning) = (RwSignal::new(false), RwSignal::new(false));
    let changed = RwSignal::new(false);
    let refused = RwSignal::new(None::<String>);
    // 0 is whoever submitted; otherwise an earlier step.
    let target = RwSignal::new(0_u16);
    let last_step = usize::from(submission.step) >= submission.steps.len();
    let shown = StoredValue::new(submission.clone());
    let tag = StoredValue::new(etag);
    let jobs = Signal::derive(move || {
        let decision = deciding.get().unwrap_or(Decision::Approve);
        let returns = decision == Decision::Return;
        let reasons = if returns {
            notes.as_reasons()
        } else {
            Vec::new()
        };
        let words = if returns {
            w::SIGN_RETURN_OF
        } else {
            w::SIGN_APPROVE_OF
        };
        let return_to = returns.then(|| target.get()).filter(|to| *to > 0);
        let (id, name) = shown.with_value(|s| (s.id.clone(), s.person_name.clone()));
        let etag = tag.get_value();
        let prepare = move |certificate_id| {
            let (id, etag) = (id.clone(), etag.clone());
            let body = NewDecision {
                certificate_id,
                decision,
                reasons: reasons.clone(),
                return_to,
            };
            async move { submissions::prepare_decision(&id, &etag, &body).await }
        };
        vec![SigningJob::new(tf(words, &[&name]), prepare)]
    });
    let navigate = use_navigate();
    let on_done = Callback::new(move |outcomes: Vec<SigningOutcome>| {
        if outcomes.iter().any(|outcome| outcome.result.is_ok()) {
            notes.forget();
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
    let objections = move || notes.objections();
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
        <GiveBackDialog open=returning notes=notes submission=shown target=target
            on_return=Callback::new(move |()| start(Decision::Return))/>
        <SigningDialog open=signing jobs=jobs on_done=on_done/>
    }
    .into_any()
}

/// Why nothing is to be decided here.
#[component]
fn Closed(submission: Submission) -> impl IntoView {
    let digest = format::digest_short(&submission.document_sha256);
    let (state, version) = (submission.state, submission.version);
    // Not followed: signing in again leaves the page as it is.
    let draft = untrack(|| draft_of(&submission)).filter(|_| state == SubmissionState::Withdrawn);
    view! {
        <Alert kind=AlertKind::Info>
            <p>{move || match (state, version) {
                (SubmissionState::Effective, Some(version)) => tf(w::BECAME_VERSION, &[&version.to_string()]),
                (SubmissionState::Returned, _) => t(w::IS_RETURNED).to_owned(),
                (SubmissionState::Withdrawn, _) => t(review::IS_WITHDRAWN).to_owned(),
                _ => t(w::NOT_YOURS).to_owned(),
            }}</p>
            {draft.map(|draft| view! { <p><A href=draft>{move || t(review::OPEN_DRAFT)}</A></p> })}
        </Alert>
        <p class="history__meta">
            {move || t(w::COVERS)}" "
            <span class="digest" title=submission.document_sha256>{digest}</span>
        </p>
    }
}

/// Where the caller fills the profile in, where they may.
fn draft_of(submission: &Submission) -> Option<String> {
    let person = &submission.person_id;
    if own_person_id().as_ref() == Some(person) {
        return Some("/me/edit/self".to_owned());
    }
    may("enter_profiles").then(|| format!("/people/{person}/edit/self"))
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
                let answer = submissions::get(&id).await;
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
