//! Reviewers side by side: who has signed the current step, and who is awaited.

use congvu_openapi::submissions::{StepState, Submission};
use leptos::prelude::*;

use crate::components::{AlertKind, Badge, IconName};
use crate::format;
use crate::i18n::{review, t, tf};

/// The signatures of a step that several sign; nothing where one does.
#[component]
pub fn Beside(submission: Submission) -> impl IntoView {
    let step = submission
        .steps
        .into_iter()
        .find(|step| step.state == StepState::Current && step.reviewers > 1)?;
    let of = usize::from(step.reviewers);
    let signed = step.signatures.len();
    let awaited = of.saturating_sub(signed);
    let taken: Vec<String> = submission.taken_by.into_iter().take(awaited).collect();
    let first_free = signed + taken.len();
    Some(view! {
        <section class="beside" aria-label=move || t(review::BESIDE)>
            <h3>{move || t(review::BESIDE)}</h3>
            <p>{move || tf(review::BESIDE_COUNT, &[&of.to_string(), &signed.to_string(), &awaited.to_string()])}</p>
            <ul class="beside__list">
                {step.signatures.into_iter().map(|signature| view! {
                    <li>
                        <span>{signature.signer}{(!signature.role.is_empty()).then(|| format!(" – {}", signature.role))}</span>
                        <Badge kind=AlertKind::Success icon=IconName::Success>
                            {move || t(review::BESIDE_DONE)}" · "{format::date_time(&signature.signed_at)}
                        </Badge>
                    </li>
                }).collect_view()}
                {taken.into_iter().map(|name| view! {
                    <li>
                        <span>{name}</span>
                        <Badge icon=IconName::Person>{move || t(review::BESIDE_TAKEN)}</Badge>
                    </li>
                }).collect_view()}
                {(first_free..of).map(|at| view! {
                    <li>
                        <Badge kind=AlertKind::Warning icon=IconName::Clock>
                            {move || tf(review::BESIDE_AWAITED, &[&(at + 1).to_string()])}
                        </Badge>
                    </li>
                }).collect_view()}
            </ul>
        </section>
    })
}
