//! What is waiting: the open submission with its chain, or why it was returned.

use congvu_openapi::submissions::{ChangeKind, Submission, SubmissionState};
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::calls;
use super::super::chain::Chain;
use super::super::subject::Subject;
use super::super::words as w;
use crate::components::{Alert, AlertKind, Remote, RemoteView};
use crate::format;
use crate::i18n::{common, t, tf};

/// The words of a kind of change.
#[must_use]
pub const fn kind_words(kind: ChangeKind) -> crate::i18n::Text {
    match kind {
        ChangeKind::NewProfile => common::NEW_PROFILE,
        ChangeKind::PersonalChange => common::PERSONAL_CHANGE,
        ChangeKind::OrganisationChange => common::ORGANISATION_CHANGE,
    }
}

/// The submission that is open or was returned.
#[component]
pub fn Waiting(id: String, subject: Subject, may_edit: bool) -> impl IntoView {
    let submission = Remote::new(move || {
        let id = id.clone();
        async move { Ok(calls::submission(&id).await?.value) }
    });
    view! {
        <section class="waiting" aria-labelledby="waiting-title">
            <h2 id="waiting-title">{move || t(w::WAITING)}</h2>
            <RemoteView remote=submission lines=3 view=move |submission| view! {
                <Open submission=submission subject=subject may_edit=may_edit/>
            }/>
        </section>
    }
}

#[component]
fn Open(submission: Submission, subject: Subject, may_edit: bool) -> impl IntoView {
    let returned = submission.state == SubmissionState::Returned;
    let (kind, by, at) = (
        submission.change_kind,
        submission.submitted_by,
        submission.submitted_at,
    );
    let to = format!("/submissions/{}", submission.id);
    let may_decide = submission.may_decide;
    view! {
        <p>{move || tf(w::SUBMITTED_BY, &[t(kind_words(kind)), &by, &format::date_time(&at)])}</p>
        {returned.then(|| view! {
            <Alert kind=AlertKind::Error>
                <p>{move || t(w::WAS_RETURNED)}</p>
                {may_edit.then(|| view! {
                    <p><A href=move || format!("{}/edit/self", subject.base())>{move || t(w::CORRECT_IT)}</A></p>
                })}
            </Alert>
        })}
        <Chain steps=submission.steps/>
        <p>
            <A href=to>{move || t(if may_decide { w::GO_DECIDE } else { w::SEE_SUBMISSION })}</A>
        </p>
    }
}
