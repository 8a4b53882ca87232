//! The page of a submission: changes, evidence, decision; three columns that fold to one.

use congvu_openapi::people::Change;
use congvu_openapi::submissions::{ItemReason, Submission, SubmissionState};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::decision::Decide;
use super::list::ChangeList;
use super::viewer::Viewer;
use crate::api::Loaded;
use crate::components::{
    AlertKind, Badge, Breadcrumbs, EmptyState, IconName, PageHeader, Remote, SignatureCard,
};
use crate::format;
use crate::i18n::{common, t, tf, tr};
use crate::pages::profile::calls;
use crate::pages::profile::chain::Chain;
use crate::pages::profile::page_remote::PageRemote;
use crate::pages::profile::words as w;

/// What a reviewer has noted so far, and where in the list they are.
#[derive(Clone, Copy)]
pub struct Notes {
    /// Number of the change looked at.
    pub at: RwSignal<usize>,
    /// Changes marked as checked.
    pub checked: RwSignal<Vec<usize>>,
    /// Objections by the number of the change; the whole profile's under `usize::MAX`.
    pub reasons: RwSignal<Vec<(usize, String)>>,
}

impl Notes {
    fn new() -> Self {
        Self {
            at: RwSignal::new(0),
            checked: RwSignal::new(Vec::new()),
            reasons: RwSignal::new(Vec::new()),
        }
    }

    /// Marks a change as checked, or takes the mark back.
    pub fn toggle_checked(self, number: usize) {
        self.checked.update(|all| {
            if all.contains(&number) {
                all.retain(|other| *other != number);
            } else {
                all.push(number);
            }
        });
    }

    /// The objections as reasons for returning, in the order of the changes.
    #[must_use]
    pub fn as_reasons(self, changes: &[Change]) -> Vec<ItemReason> {
        let mut all = self.reasons.get_untracked();
        all.sort_by_key(|(number, _)| *number);
        all.into_iter()
            .filter(|(_, reason)| !reason.trim().is_empty())
            .map(|(number, reason)| {
                let change = changes.get(number);
                ItemReason {
                    item: change.map_or_else(String::new, |change| change.item.clone()),
                    pointer: change.map_or_else(String::new, |change| change.pointer.clone()),
                    reason: reason.trim().to_owned(),
                }
            })
            .collect()
    }
}

/// The page of a submission.
#[component]
pub fn SubmissionPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|all| all.get("id").unwrap_or_default()));
    let submission = Remote::new(move || {
        let id = id.get();
        async move { calls::submission(&id).await }
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
    let notes = Notes::new();
    let changes = StoredValue::new(submission.changes.clone());
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
    let decides = submission.may_decide;
    view! {
        <div class="stack">
        <Breadcrumbs trail=Signal::stored(trail) here=tr(w::SUBMISSION)/>
        <PageHeader title=title><Badge kind=tone icon=icon>{move || t(text)}</Badge></PageHeader>
        <p class="history__meta">
            {move || format!("{unit} · {}", tf(w::SUBMITTED_BY, &[t(kind), &by, &format::date_time(&at)]))}
        </p>
        <div class="review">
            <section class="review__changes" aria-labelledby="review-changes">
                <h2 id="review-changes">{move || tf(w::CHANGES_COUNT, &[&changes.with_value(Vec::len).to_string()])}</h2>
                {if changes.with_value(Vec::is_empty) {
                    view! { <EmptyState title=tr(w::NOTHING_CHANGED) text=tr(w::NO_DIFFERENCE)/> }.into_any()
                } else {
                    view! { <ChangeList changes=changes notes=notes decides=decides/> }.into_any()
                }}
            </section>
            <section class="review__evidence" aria-labelledby="review-evidence">
                <h2 id="review-evidence">{move || t(w::EVIDENCE)}</h2>
                <Viewer attachments=submission.attachments.clone() changes=changes notes=notes/>
            </section>
            <aside class="review__decision" aria-labelledby="review-decision">
                <h2 id="review-decision">{move || t(w::DECISION)}</h2>
                <Decide submission=submission.clone() etag=etag notes=notes remote=remote/>
                <h3>{move || t(w::CHAIN)}</h3>
                <SignatureCard summary=submission.submitter_signature/>
                <Chain steps=submission.steps/>
            </aside>
        </div>
        </div>
    }
}
