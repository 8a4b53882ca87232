//! The chain of a submission as it is shown: what was signed, whose turn it is, what is to come.

use congvu_db::{Signature, Submission, Task};
use congvu_domain::calendar::Due;
use congvu_domain::deployment::{Chain, Step};
use congvu_domain::payload::{Act, SignedAct};
use congvu_domain::workflows::step_due;
use congvu_openapi::submissions as wire;
use congvu_openapi::submissions::StepState;

use super::record::Record;
use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;
use crate::signing;

/// The steps, in order. `waiting` are the open tasks of the current one: its dates are theirs.
///
/// # Errors
/// A row is damaged.
pub fn steps(
    services: &Services,
    row: &Submission,
    chain: &Chain,
    record: &Record,
    waiting: &[Task],
) -> Result<Vec<wire::StepView>, ApiError> {
    let reviewed = record.reviewed();
    chain
        .steps
        .iter()
        .zip(1_u16..)
        .map(|(step, position)| {
            let current = row.state == "in_review" && i64::from(position) == row.step + 1;
            let signed = Signed::at(position, current, &reviewed);
            let task = waiting.first().filter(|_| current);
            step_view(
                services,
                row,
                chain,
                (step, position),
                &signed,
                task,
                current,
            )
        })
        .collect()
}

/// What stands at a step.
struct Signed<'a> {
    /// Approvals that count.
    approvals: Vec<&'a Signature>,
    /// The return that was the last word, where it was said here.
    returned: Option<(&'a SignedAct, &'a Signature)>,
}

impl<'a> Signed<'a> {
    fn at(position: u16, current: bool, reviewed: &[(&'a SignedAct, &'a Signature, bool)]) -> Self {
        let last = reviewed
            .last()
            .filter(|(act, ..)| act.act == Act::Return && act.step == position && !current);
        Self {
            approvals: reviewed
                .iter()
                .filter(|(act, _, counts)| *counts && act.step == position)
                .map(|(_, signature, _)| *signature)
                .collect(),
            returned: last.map(|(act, signature, _)| (*act, *signature)),
        }
    }
}

fn step_view(
    services: &Services,
    row: &Submission,
    chain: &Chain,
    (step, position): (&Step, u16),
    signed: &Signed<'_>,
    task: Option<&Task>,
    current: bool,
) -> Result<wire::StepView, ApiError> {
    let rules = services.deployment.at(row.submitted_on);
    let seats = step.seats().len();
    let state = if signed.returned.is_some() {
        StepState::Returned
    } else if current {
        StepState::Current
    } else if signed.approvals.len() >= seats {
        StepState::Signed
    } else {
        StepState::Waiting
    };
    // A step that counts from the one before has no date until its turn comes; then its task has it.
    let day = task.and_then(|task| {
        task.due_on.map(|date| Due {
            date,
            provisional: task.provisional,
        })
    });
    let clause = match task {
        Some(task) => task.clause.clone(),
        None => step_due(
            rules,
            &services.calendar.get(),
            variant(&row.change_kind)?,
            chain,
            usize::from(position) - 1,
            row.submitted_on,
            row.step_started_on,
        )
        .map(|due| due.clause)
        .unwrap_or_default(),
    };
    let role = rules.role(&step.role);
    let signatures = signed
        .approvals
        .iter()
        .copied()
        .chain(signed.returned.map(|(_, signature)| signature))
        .map(|signature| signing::summary(services, signature))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(wire::StepView {
        position,
        role: step.role.clone(),
        title: role.map(|role| role.title.clone()).unwrap_or_default(),
        title_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        duty: step.duty.clone(),
        duty_en: step.duty_en.clone(),
        state,
        due_on: day.map(|day| day.date.to_string()),
        opens_on: task
            .and_then(|task| task.opens_on)
            .map(|day| day.to_string()),
        provisional: day.is_some_and(|day| day.provisional),
        days_left: day.map(|day| {
            services
                .calendar
                .get()
                .working_days_left(services.today(), &day)
        }),
        clause,
        why: task.map(|task| task.why.clone()).unwrap_or_default(),
        why_en: task.map(|task| task.why_en.clone()).unwrap_or_default(),
        signature: signatures.last().cloned(),
        signatures,
        reviewers: u16::try_from(seats).map_err(ApiError::internal)?,
        reasons: signed
            .returned
            .map(|(act, _)| act.reasons.clone())
            .unwrap_or_default(),
    })
}
