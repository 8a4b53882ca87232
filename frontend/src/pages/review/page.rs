//! The page of a submission: changes, evidence, decision; three columns that fold to one.

use congvu_openapi::submissions::{Submission, SubmissionState};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::beside::Beside;
use super::comments::Comments;
use super::compare::Compare;
use super::decision::Decide;
use super::notes::Notes;
use super::rounds::Rounds;
use super::sent_back::SentBack;
use super::viewer::Viewer;
use super::whose::Whose;
use super::withdraw::Withdraw;
use crate::api::{self, Loaded};
use crate::components::{
    AlertKind, Badge, Breadcrumbs, IconName, PageHeader, Remote, SignatureCard,
};
use crate::format;
use crate::i18n::{common, review, t, tf, tr};
use crate::pages::profile::chain::Chain;
use crate::pages::profile::page_remote::PageRemote;
use crate::pages::profile::words as w;

/// The page of a submission.
#[component]
pub fn SubmissionPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|all| all.get("id").unwrap_or_default()));
    let submission = Remote::new(move || {
        let id = id.get();
        async move { api::submissions::get(&id).await }
    });
    view! {
        <PageRemote remote=submission title=tr(w::SUBMISSION) lines=10 view=move |loaded| view! { <Review loaded=loaded remote=submission/> }/>
    }
}

#[component]
fn Review(loaded: Loaded<Submission>, remote: Remote<Loaded<Submission>>) -> impl IntoView {
    let Loaded {
        value: submission,
        etag,
    } = loaded;
    let notes = Notes::of(
        &submission.id,
        &submission.changes,
        &submission.changes_since_previous,
    );
    let (tone, icon, text) = match submission.state {
        SubmissionState::InReview => (AlertKind::Info, IconName::Clock, w::STATE_IN_REVIEW),
        SubmissionState::Returned => (AlertKind::Error, IconName::Return, w::STATE_RETURNED),
        SubmissionState::Withdrawn => (AlertKind::Info, IconName::Return, w::STATE_WITHDRAWN),
        SubmissionState::Effective => (AlertKind::Success, IconName::Success, w::STATE_APPROVED),
    };
    let title = {
        let name = submission.person_name.clone();
        Signal::derive(move || tf(w::SUBMISSION_OF, &[&name]))
    };
    let kind = match submission.change_kind {
        congvu_openapi::submissions::ChangeKind::NewProfile => common::NEW_PROFILE,
        congvu_openapi::submissions::ChangeKind::PersonalChange => common::PERSONAL_CHANGE,
        congvu_openapi::submissions::ChangeKind::OrganisationChange => common::ORGANISATION_CHANGE,
    };
    let trail = vec![(
        format!("/people/{}", submission.person_id),
        submission.person_name.clone(),
    )];
    let (by, at, unit) = (
        submission.submitted_by.clone(),
        submission.submitted_at.clone(),
        submission.unit_name.clone(),
    );
    let withdraws = submission.may_withdraw;
    let (id, tag) = (submission.id.clone(), etag.clone());
    view! {
        <div class="stack">
        <Breadcrumbs trail=Signal::stored(trail) here=tr(w::SUBMISSION)/>
        <PageHeader title=title>
            <Badge kind=tone icon=icon>{move || t(text)}</Badge>
            {withdraws.then(|| view! {
                <Withdraw submission=id etag=tag on_done=move || remote.reload()/>
            })}
        </PageHeader>
        <p class="history__meta">
            {move || format!("{unit} · {}", tf(w::SUBMITTED_BY, &[t(kind), &by, &format::date_time(&at)]))}
        </p>
        <nav class="review__jump" aria-label=move || t(review::ON_THIS_PAGE)>
            <a href="#review-changes">{move || t(review::CHANGES)}</a>
            <a href="#review-evidence">{move || t(w::EVIDENCE)}</a>
            <a href="#review-decision">{move || t(w::DECISION)}</a>
            <a href="#review-comments">{move || t(review::COMMENTS)}</a>
        </nav>
        <div class="review">
            <section class="review__changes" aria-labelledby="review-changes">
                <SentBack submission=submission.clone()/>
                <Compare submission=submission.clone() notes=notes/>
            </section>
            <section class="review__evidence" aria-labelledby="review-evidence">
                <h2 id="review-evidence">{move || t(w::EVIDENCE)}</h2>
                <Viewer attachments=submission.attachments.clone() notes=notes/>
            </section>
            <aside class="review__decision" aria-labelledby="review-decision">
                <h2 id="review-decision">{move || t(w::DECISION)}</h2>
                <Whose submission=submission.clone() remote=remote/>
                <Decide submission=submission.clone() etag=etag notes=notes remote=remote/>
                <Beside submission=submission.clone()/>
                <Comments submission=submission.id.clone() changes=submission.changes.clone()/>
                <h3>{move || t(w::CHAIN)}</h3>
                <SignatureCard summary=submission.submitter_signature/>
                <Chain steps=submission.steps/>
                <Rounds reviews=submission.reviews/>
            </aside>
        </div>
        </div>
    }
}
