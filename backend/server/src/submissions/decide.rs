//! The second phase of a decision: what was signed is carried out.

use congvu_db::{AnyConnection, SigningRequest, submissions};
use congvu_domain::access::Action;
use congvu_domain::payload::{Act, SignedAct};
use congvu_domain::workflows::{Outcome, Verdict};
use congvu_openapi::signing as wire;
use congvu_openapi::submissions::SubmissionState;
use congvu_openapi::tasks::TaskKind;

use super::deciding::{Deciding, deciding};
use super::frozen;
use super::outcome::{back_to, give_back, go_on, into_force, stay};
use super::seat::Seat;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::ApiError;
use crate::services::Services;
use crate::signing::{self, Accepted, Place};
use crate::tasks;

/// Carries out a signed decision; the last approval brings the version into force in the same transaction.
///
/// # Errors
/// As when it was prepared: every rule is asked again.
pub fn decide(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<wire::SigningResult, ApiError> {
    let submission = submissions::lock(connection, &request.subject_id)?;
    let deciding = deciding(services, connection, caller, submission)?;
    let act: SignedAct = serde_json::from_slice(&request.payload).map_err(ApiError::internal)?;
    let seat = deciding
        .standing()
        .seat(services, connection, caller, act.role.as_deref())?;
    let submission = &deciding.submission;
    if submission.revision != request.subject_revision {
        return Err(ApiError::stale(submission.revision));
    }
    caller.still_acts(
        Action::Review,
        &seat.role,
        &deciding.unit.path,
        act.on_behalf.as_ref(),
    )?;
    let files = frozen::evidence(connection, submission)?;
    frozen::verify(submission, &deciding.record, &files)?;
    frozen::verify_prepared(&act, submission, &deciding.record)?;
    let verdict = match act.act {
        Act::Return => Verdict::Return {
            to: act.return_to.unwrap_or_default(),
        },
        _ => Verdict::Approve,
    };
    let outcome = deciding.outcome(&seat, verdict)?;
    let reasons = serde_json::to_string(&act.reasons).map_err(ApiError::internal)?;
    let position = deciding.record.signatures.len();
    let place = Place {
        submission_id: Some(&submission.id),
        export_id: None,
        position: i64::try_from(position).map_err(ApiError::internal)?,
        act: &word(&act.act),
        role: &seat.role,
        reasons: &reasons,
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: act.on_behalf.as_ref(),
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    let event = Event::about(
        caller,
        &signature.act,
        &submission.person_id,
        &submission.id,
    );
    audit::record(services, connection, caller, event)?;
    let (state, version) = bring_about(services, connection, &deciding, &seat, outcome)?;
    Ok(wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: Some(deciding.submission.id),
        submission_state: Some(state),
        version,
        export_id: None,
        certificate_id: None,
        delegation_id: None,
    })
}

fn bring_about(
    services: &Services,
    connection: &mut AnyConnection,
    deciding: &Deciding<'_>,
    seat: &Seat,
    outcome: Outcome,
) -> Result<(SubmissionState, Option<i64>), ApiError> {
    let Deciding {
        submission,
        person,
        chain,
        record,
        ..
    } = deciding;
    if !matches!(outcome, Outcome::Waits { .. }) {
        tasks::close(services, connection, TaskKind::Review, &submission.id)?;
    }
    Ok(match outcome {
        Outcome::Waits { open, .. } => {
            if let Some(task) = &seat.task {
                tasks::close_one(services, connection, task)?;
            }
            let next = open.first().map_or("", String::as_str);
            stay(connection, submission, next)?;
            (SubmissionState::InReview, None)
        }
        Outcome::NextStep(next) => {
            go_on(services, connection, submission, chain, next)?;
            (SubmissionState::InReview, None)
        }
        Outcome::BackToStep(step) => {
            back_to(services, connection, submission, chain, step)?;
            (SubmissionState::InReview, None)
        }
        Outcome::BackToSubmitter => {
            give_back(services, connection, submission, record)?;
            (SubmissionState::Returned, None)
        }
        Outcome::Effective => {
            let number = into_force(services, connection, submission, person.clone())?;
            (SubmissionState::Effective, Some(number))
        }
    })
}
