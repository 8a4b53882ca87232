use congvu_db::{
    AnyConnection, Certificate, Person, SigningRequest, Submission, Unit, submissions,
};
use congvu_domain::deployment::Chain;
use congvu_domain::payload::{Act, SignedAct, canonical};
use congvu_domain::workflows::{Outcome, ReviewError, Verdict, review};
use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing as wire;
use congvu_openapi::submissions::SubmissionState;
use congvu_openapi::tasks::TaskKind;

use super::frozen;
use super::outcome::{back_to, give_back, go_on, into_force, stay};
use super::payload::{Frozen, Signing, payload};
use super::record::Record;
use super::seat::{Seat, Standing};
use super::submit::sha256;
use crate::audit::{self, Event};
use crate::auth::{Caller, stead};
use crate::codes::{variant, word};
use crate::error::{ApiError, Said, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::signing::{self, Accepted, Place, Prepared, Subject, own_certificate};
use crate::tasks;

/// A submission that is being decided on.
struct Deciding<'a> {
    submission: Submission,
    person: Person,
    unit: Unit,
    chain: &'a Chain,
    step: usize,
    record: Record,
}

impl Deciding<'_> {
    fn standing(&self) -> Standing<'_> {
        Standing {
            submission: &self.submission,
            person: &self.person,
            unit: &self.unit,
            chain: self.chain,
            step: self.step,
            record: &self.record,
        }
    }

    /// Where a verdict in this seat leads.
    fn outcome(&self, seat: &Seat, verdict: Verdict) -> Result<Outcome, ApiError> {
        let round = self.record.round(self.standing().position()?);
        review(self.chain, self.step, &round.done(), &seat.role, verdict).map_err(no_way)
    }
}

/// The chain of a submission.
///
/// # Errors
/// The deployment file no longer has it: a mistake of whoever changed it.
pub fn chain_of<'a>(services: &'a Services, key: &str) -> Result<&'a Chain, ApiError> {
    services
        .deployment
        .chains
        .iter()
        .find(|chain| chain.key == key)
        .ok_or_else(|| ApiError::internal("the chain is gone"))
}

/// # Errors
/// 404 out of scope, 409 where it is no longer in review.
fn deciding<'a>(
    services: &'a Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission: Submission,
) -> Result<Deciding<'a>, ApiError> {
    let (person, unit) = crate::people::visible(connection, caller, &submission.person_id)?;
    if submission.state != "in_review" {
        return Err(ApiError::conflict(said(
            "Hồ sơ này không còn chờ duyệt; người khác đã xử lý.",
            "This submission is no longer in review; somebody else handled it.",
        )));
    }
    let chain = chain_of(services, &submission.chain)?;
    let step = usize::try_from(submission.step).map_err(ApiError::internal)?;
    let record = Record::load(connection, &submission.id)?;
    Ok(Deciding {
        submission,
        person,
        unit,
        chain,
        step,
        record,
    })
}

/// Whether the caller may sign a seat of a submission's current step in a role, whoever took its task on.
///
/// # Errors
/// 404 out of scope, 409 where it is no longer in review, 403 with the rule that forbids it.
pub fn may_sit(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
    role: &str,
) -> Result<(), ApiError> {
    let submission = submissions::find(connection, submission_id)?;
    deciding(services, connection, caller, submission)?
        .standing()
        .allows(caller, role)
}

/// Prepares the signature of a decision on the current step.
///
/// # Errors
/// 404 out of scope; 409 where it is no longer in review, waits for a time stamp, was taken on by somebody else, or is not what was submitted;
/// 403 where the step is another role's, the profile is the caller's own, or the caller signed what excludes it; 412 where the submission
/// changed; 422 where a return has no reason, an approval has one, or there is no such step to return to.
pub fn prepare_decision(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
    seen: IfMatch,
    decision: &NewDecision,
) -> Result<wire::SigningRequest, ApiError> {
    prepare_with(
        services,
        connection,
        caller,
        submission_id,
        seen,
        decision,
        |connection| own_certificate(services, connection, caller, &decision.certificate_id),
    )
}

/// As [`prepare_decision`], with a certificate that was looked up before.
///
/// # Errors
/// As there.
pub fn prepare_with(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
    seen: IfMatch,
    decision: &NewDecision,
    certificate: impl FnOnce(&mut AnyConnection) -> Result<Certificate, ApiError>,
) -> Result<wire::SigningRequest, ApiError> {
    let submission = submissions::find(connection, submission_id)?;
    let deciding = deciding(services, connection, caller, submission)?;
    let seat = deciding
        .standing()
        .seat(services, connection, caller, None)?;
    let Deciding {
        submission,
        person,
        unit,
        record,
        ..
    } = &deciding;
    seen.check(submission.revision)?;
    signing::must_be_stamped(&record.signatures)?;
    check_reasons(decision)?;
    let verdict = verdict(decision);
    deciding.outcome(&seat, verdict)?;
    let certificate = certificate(connection)?;
    let files = frozen::evidence(connection, submission)?;
    frozen::verify(submission, record, &files)?;
    let on_behalf = caller.acting_in(&seat.role, &unit.path);
    let signed_act = payload(
        services,
        caller,
        Frozen {
            submission: &submission.id,
            person: &person.id,
            person_name: &person.full_name,
            change_kind: variant(&submission.change_kind)?,
            document_sha256: &submission.document_sha256,
            base_version: submission.base_version,
            base_digest: submission.base_digest.as_deref(),
            attachments: record.submitted.attachments.clone(),
        },
        Signing {
            act: match verdict {
                Verdict::Approve => Act::Approve,
                Verdict::Return { .. } => Act::Return,
            },
            step: deciding.standing().position()?,
            role: Some(&seat.role),
            reasons: decision.reasons.clone(),
            return_to: decision.return_to.filter(|to| *to > 0),
            on_behalf,
            previous: record.previous(),
        },
    )?;
    let bytes = canonical(&signed_act).map_err(ApiError::internal)?;
    let prepared = Prepared {
        subject: Subject::Submission,
        subject_id: submission.id.clone(),
        subject_revision: submission.revision,
        intent: String::new(),
        content_sha256: sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title: title(&person.full_name, verdict),
        on_behalf_of: stead(on_behalf.map(|acting| &acting.on_behalf)),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

fn verdict(decision: &NewDecision) -> Verdict {
    match decision.decision {
        Decision::Approve => Verdict::Approve,
        Decision::Return => Verdict::Return {
            to: decision.return_to.unwrap_or_default(),
        },
    }
}

fn title(name: &str, verdict: Verdict) -> Said {
    match verdict {
        Verdict::Approve => said(
            format!("Ký duyệt hồ sơ của {name}"),
            format!("Sign the profile of {name} as right"),
        ),
        Verdict::Return { to: 0 } => said(
            format!("Ký trả lại hồ sơ của {name}"),
            format!("Sign the return of the profile of {name}"),
        ),
        Verdict::Return { to } => said(
            format!("Ký trả lại hồ sơ của {name} về bước {to}"),
            format!("Sign the return of the profile of {name} to step {to}"),
        ),
    }
}

fn no_way(error: ReviewError) -> ApiError {
    let words = said(error.message_vi(), format!("Not possible: {error}."));
    match error {
        ReviewError::NotEarlier => ApiError::invalid_at("/return_to", "not_earlier", words),
        ReviewError::NoSeat | ReviewError::NoSuchStep => ApiError::conflict(words),
    }
}

fn check_reasons(decision: &NewDecision) -> Result<(), ApiError> {
    let (pointer, code, words) = match (decision.decision, decision.reasons.is_empty()) {
        (Decision::Return, true) => (
            "/reasons",
            "reason_missing",
            said(
                "Trả lại hồ sơ thì phải nêu lý do cho ít nhất một mục.",
                "A return needs a reason for at least one item.",
            ),
        ),
        (Decision::Approve, false) => (
            "/reasons",
            "reason_not_expected",
            said(
                "Phê duyệt thì không kèm lý do trả lại; hãy bỏ lý do hoặc chọn trả lại.",
                "An approval carries no reasons; remove them or return it.",
            ),
        ),
        (Decision::Approve, true) if decision.return_to.is_some() => (
            "/return_to",
            "step_not_expected",
            said(
                "Phê duyệt thì không chọn bước trả lại.",
                "An approval goes on and is not returned to a step.",
            ),
        ),
        _ => return Ok(()),
    };
    Err(ApiError::invalid_at(pointer, code, words))
}

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
    caller.still_acts(&seat.role, &deciding.unit.path, act.on_behalf.as_ref())?;
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
