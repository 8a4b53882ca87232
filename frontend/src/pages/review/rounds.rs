//! Every signature of reviewers so far, also those that a return set aside.

use congvu_openapi::approvals::Decision;
use congvu_openapi::submissions::Review;
use leptos::prelude::*;

use crate::components::{AlertKind, Badge, IconName};
use crate::format;
use crate::i18n::{review, signing, t, tf};
use crate::pages::profile::chain::Reasons;
use crate::pages::profile::words as w;

/// The reviews in order, folded away; nothing where there is none.
#[component]
pub fn Rounds(reviews: Vec<Review>) -> impl IntoView {
    (!reviews.is_empty()).then(|| {
        view! {
            <details class="rounds">
                <summary>{move || t(review::ROUNDS)}</summary>
                <ol class="rounds__list">
                    {reviews.into_iter().map(|one| view! { <Round review=one/> }).collect_view()}
                </ol>
            </details>
        }
    })
}

#[component]
fn Round(review: Review) -> impl IntoView {
    let (step, decision, to) = (review.step.to_string(), review.decision, review.return_to);
    let title = move || match (decision, to) {
        (Decision::Approve, _) => tf(review::ROUND_APPROVED, &[&step]),
        (Decision::Return, Some(to)) if to > 0 => {
            tf(review::ROUND_RETURNED_TO, &[&step, &to.to_string()])
        }
        (Decision::Return, _) => tf(review::ROUND_RETURNED, &[&step]),
    };
    let set_aside = decision == Decision::Approve && !review.counts;
    let (by, at) = (review.signature.signer, review.signature.signed_at);
    let behalf = review.signature.on_behalf_of;
    view! {
        <li>
            <p>
                <strong>{title}</strong>
                {set_aside.then(|| view! {
                    " "
                    <Badge kind=AlertKind::Warning icon=IconName::Return>
                        {move || t(review::NO_LONGER_COUNTS)}
                    </Badge>
                })}
            </p>
            <p class="history__meta">{move || tf(w::BY_AT, &[&by, &format::date_time(&at)])}</p>
            {(!behalf.is_empty()).then(|| view! {
                <p class="signature__behalf">{move || tf(signing::ON_BEHALF, &[&behalf])}</p>
            })}
            <Reasons reasons=review.reasons/>
        </li>
    }
}
