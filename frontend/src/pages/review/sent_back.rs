//! The current step got it back from a later one, with reasons.

use congvu_openapi::approvals::Decision;
use congvu_openapi::submissions::{Submission, SubmissionState};
use leptos::prelude::*;

use crate::components::{Alert, AlertKind};
use crate::format;
use crate::i18n::{review, t, tf};
use crate::pages::profile::chain::Reasons;

/// Who gave it back and why; nothing where the last word was another.
#[component]
pub fn SentBack(submission: Submission) -> impl IntoView {
    let last = submission.reviews.into_iter().next_back()?;
    let here = submission.state == SubmissionState::InReview
        && last.decision == Decision::Return
        && last.return_to == Some(submission.step);
    here.then(|| {
        let (from, by) = (last.step.to_string(), last.signature.signer);
        let at = format::date_time(&last.signature.signed_at);
        view! {
            <Alert kind=AlertKind::Warning>
                <strong>{move || t(review::SENT_BACK)}</strong>
                <p>{move || tf(review::SENT_BACK_BY, &[&by, &from, &at])}</p>
                <Reasons reasons=last.reasons/>
            </Alert>
        }
    })
}
