//! The tasks of a step whose turn has come, one a seat, with the regulation's deadline.

use congvu_db::{AnyConnection, Submission};
use congvu_domain::deployment::{Chain, Event, Step};
use congvu_domain::workflows::{StepDue, returned_step_due, step_due};
use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::TaskKind;

use crate::codes::variant;
use crate::error::ApiError;
use crate::services::Services;
use crate::tasks::{self, NewTask};

/// How a step comes to its turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// After the one before it.
    InTurn,
    /// A later step returned it.
    Again,
}

/// Opens the tasks of the submission's current step.
///
/// # Errors
/// The database cannot be written.
pub fn open_review(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    chain: &Chain,
    opening: Opening,
) -> Result<(), ApiError> {
    let kind: ChangeKind = variant(&submission.change_kind)?;
    let step = usize::try_from(submission.step).map_err(ApiError::internal)?;
    let seats = chain.steps.get(step).map(Step::seats).unwrap_or_default();
    for role in seats {
        let due = due(services, submission, kind, chain, step, opening);
        tasks::open(
            services,
            connection,
            NewTask {
                kind: TaskKind::Review,
                person_id: &submission.person_id,
                subject_id: &submission.id,
                change_kind: Some(kind),
                role,
                due,
            },
        )?;
    }
    Ok(())
}

/// When a step is due; one that looks again has its time from the return on, where its time is its own.
fn due(
    services: &Services,
    submission: &Submission,
    kind: ChangeKind,
    chain: &Chain,
    step: usize,
    opening: Opening,
) -> Option<StepDue> {
    let due_on = match opening {
        Opening::InTurn => step_due,
        Opening::Again => returned_step_due,
    };
    let mut due = due_on(
        services.deployment.at(submission.submitted_on),
        &services.calendar.get(),
        kind,
        chain,
        step,
        submission.submitted_on,
        submission.step_started_on,
    )?;
    if due.from == Event::Submitted && due.counted_from != submission.submitted_on {
        // In words: from the signature of whoever returned it.
        due.from = Event::PreviousStep;
    }
    Some(due)
}
