//! The chain of a submission: each step with its role, state, deadline and signature.

use congvu_openapi::submissions::{ItemReason, StepState, StepView};
use leptos::prelude::*;

use super::words as w;
use crate::components::{AlertKind, Badge, DueDate, IconName, SignatureCard};
use crate::i18n::{pick, t};

/// The steps in order.
#[component]
pub fn Chain(steps: Vec<StepView>) -> impl IntoView {
    view! {
        <ol class="chain">
            {steps.into_iter().map(|step| view! { <Step step=step/> }).collect_view()}
        </ol>
    }
}

#[component]
fn Step(step: StepView) -> impl IntoView {
    let (tone, icon, text) = match step.state {
        StepState::Waiting => (AlertKind::Info, IconName::Clock, w::STEP_WAITING),
        StepState::Current => (AlertKind::Warning, IconName::Pen, w::STEP_CURRENT),
        StepState::Signed => (AlertKind::Success, IconName::Success, w::STEP_SIGNED),
        StepState::Returned => (AlertKind::Error, IconName::Return, w::STEP_RETURNED),
    };
    let title = (step.title, step.title_en);
    let duty = (step.duty, step.duty_en);
    let why = move || pick(&step.why, &step.why_en);
    let (due_on, opens_on, days_left) = (step.due_on, step.opens_on, step.days_left);
    let (provisional, clause) = (step.provisional, step.clause);
    let waits = matches!(step.state, StepState::Waiting | StepState::Current);
    view! {
        <li class="chain__step" class:chain__step--current=step.state == StepState::Current
            aria-current=(step.state == StepState::Current).then_some("step")>
            <div class="chain__head">
                <strong>{move || pick(&title.0, &title.1)}</strong>
                <Badge kind=tone icon=icon>{move || t(text)}</Badge>
            </div>
            <p class="chain__duty">{move || pick(&duty.0, &duty.1)}</p>
            {(waits && due_on.is_some()).then(|| view! {
                {move || due(due_on.clone(), opens_on.clone(), days_left, provisional, clause.clone(), why())}
            })}
            {step.signatures.into_iter().map(|signature| view! { <SignatureCard summary=signature/> }).collect_view()}
            <Reasons reasons=step.reasons/>
        </li>
    }
}

/// The deadline of a step; parts that the regulation does not give are left out.
fn due(
    due_on: Option<String>,
    opens_on: Option<String>,
    days_left: Option<i64>,
    provisional: bool,
    clause: String,
    why: String,
) -> AnyView {
    match (opens_on, days_left) {
        (Some(opens_on), Some(days_left)) => view! {
            <DueDate due_on=due_on opens_on=opens_on days_left=days_left provisional=provisional clause=clause why=why/>
        }.into_any(),
        (None, Some(days_left)) => view! {
            <DueDate due_on=due_on days_left=days_left provisional=provisional clause=clause why=why/>
        }.into_any(),
        (Some(opens_on), None) => view! {
            <DueDate due_on=due_on opens_on=opens_on provisional=provisional clause=clause why=why/>
        }.into_any(),
        (None, None) => view! {
            <DueDate due_on=due_on provisional=provisional clause=clause why=why/>
        }.into_any(),
    }
}

/// Why it was returned, by item.
#[component]
pub fn Reasons(reasons: Vec<ItemReason>) -> impl IntoView {
    (!reasons.is_empty()).then(|| view! {
        <ul class="reasons">
            {reasons.into_iter().map(|reason| view! {
                <li>
                    {(!reason.item.is_empty()).then(|| view! { <strong>{reason.item}") "</strong> })}
                    {reason.reason}
                </li>
            }).collect_view()}
        </ul>
    })
}
