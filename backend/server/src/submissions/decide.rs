use congvu_db::{AnyConnection, Person, SigningRequest, Submission, Unit, signatures, submissions};
use congvu_domain::access::separation::{self, Conflict, Signed};
use congvu_domain::deployment::Chain;
use congvu_domain::payload::{Act, SignedAct, canonical};
use congvu_domain::workflows::{self, Next};
use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing as wire;
use congvu_openapi::submissions::SubmissionState;
use congvu_openapi::tasks::TaskKind;

use super::outcome::{give_back, go_on, into_force};
use super::payload::{Frozen, Signing, payload, previous, signed};
use super::submit::sha256;
use crate::audit::{self, Event};
use crate::auth::{Caller, stead};
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::signing::{self, Accepted, Place, Prepared, Subject, own_certificate};
use crate::tasks;

/// A submission that the caller may decide on now.
struct Deciding<'a> {
    submission: Submission,
    person: Person,
    unit: Unit,
    chain: &'a Chain,
    step: usize,
}

/// # Errors
/// 404 out of scope, 409 where it is no longer in review, 403 where the step is another role's, the
/// profile is the caller's own, or the last step is signed by whoever submitted.
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
    may_decide(services, connection, caller, &submission, &person, &unit)?;
    let chain = services
        .deployment
        .chains
        .iter()
        .find(|chain| chain.key == submission.chain)
        .ok_or_else(|| ApiError::internal("the chain is gone"))?;
    let step = usize::try_from(submission.step).map_err(ApiError::internal)?;
    Ok(Deciding {
        submission,
        person,
        unit,
        chain,
        step,
    })
}

/// Whether the caller may act on the current step.
///
/// # Errors
/// 403 with the reason.
pub fn may_decide(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission: &Submission,
    person: &Person,
    unit: &Unit,
) -> Result<(), ApiError> {
    if !caller.holds(&submission.step_role, &unit.path) {
        return Err(if caller.is(&person.id) {
            Conflict::OwnProfile.into()
        } else {
            ApiError::forbidden()
        });
    }
    let last = services
        .deployment
        .chains
        .iter()
        .find(|chain| chain.key == submission.chain)
        .is_some_and(|chain| {
            i64::try_from(chain.steps.len()).is_ok_and(|n| n == submission.step + 1)
        });
    let acts = signatures::of_submission(connection, &submission.id)?
        .iter()
        .map(|signature| serde_json::from_slice(&signature.payload))
        .collect::<Result<Vec<SignedAct>, _>>()
        .map_err(ApiError::internal)?;
    let (submitted, earlier) = acts
        .split_first()
        .ok_or_else(|| ApiError::internal("a submission without a signature"))?;
    let earlier: Vec<_> = earlier.iter().map(SignedAct::acting).collect();
    separation::may_decide(
        &caller.acting(caller.acting_in(&submission.step_role, &unit.path)),
        &Signed {
            profile: &person.id,
            submitted: submitted.acting(),
            earlier: &earlier,
            beside: &[],
            last,
        },
    )?;
    Ok(())
}

/// Prepares the signature of a decision on the current step.
///
/// # Errors
/// 412 where the submission changed; 422 where a return has no reason or an approval has one.
pub fn prepare_decision(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    submission_id: &str,
    seen: IfMatch,
    decision: &NewDecision,
) -> Result<wire::SigningRequest, ApiError> {
    let submission = submissions::find(connection, submission_id)?;
    let Deciding {
        submission,
        person,
        unit,
        step,
        ..
    } = deciding(services, connection, caller, submission)?;
    seen.check(submission.revision)?;
    signing::must_be_stamped(&signatures::of_submission(connection, &submission.id)?)?;
    check_reasons(decision)?;
    let certificate = own_certificate(services, connection, caller, &decision.certificate_id)?;
    let frozen: Vec<String> =
        serde_json::from_str(&submission.attachments).map_err(ApiError::internal)?;
    let mut files = congvu_db::attachments::of_person(connection, &person.id)?;
    files.retain(|file| frozen.contains(&file.id));
    files.reverse();
    let act = match decision.decision {
        Decision::Approve => Act::Approve,
        Decision::Return => Act::Return,
    };
    let previous = previous(connection, &submission)?;
    let on_behalf = caller.acting_in(&submission.step_role, &unit.path);
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
            attachments: files.iter().map(signed).collect(),
        },
        Signing {
            act,
            step: u16::try_from(step + 1).map_err(ApiError::internal)?,
            role: Some(&submission.step_role),
            reasons: decision.reasons.clone(),
            return_to: None,
            on_behalf,
            previous,
        },
    )?;
    let bytes = canonical(&signed_act).map_err(ApiError::internal)?;
    let name = &person.full_name;
    let title = match decision.decision {
        Decision::Approve => said(
            format!("Ký duyệt hồ sơ của {name}"),
            format!("Sign the profile of {name} as right"),
        ),
        Decision::Return => said(
            format!("Ký trả lại hồ sơ của {name}"),
            format!("Sign the return of the profile of {name}"),
        ),
    };
    let prepared = Prepared {
        subject: Subject::Submission,
        subject_id: submission.id.clone(),
        subject_revision: submission.revision,
        intent: String::new(),
        content_sha256: sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title,
        on_behalf_of: stead(on_behalf.map(|acting| &acting.on_behalf)),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

fn check_reasons(decision: &NewDecision) -> Result<(), ApiError> {
    match (decision.decision, decision.reasons.is_empty()) {
        (Decision::Return, true) => Err(ApiError::invalid_at(
            "/reasons",
            "reason_missing",
            said(
                "Trả lại hồ sơ thì phải nêu lý do cho ít nhất một mục.",
                "A return needs a reason for at least one item.",
            ),
        )),
        (Decision::Approve, false) => Err(ApiError::invalid_at(
            "/reasons",
            "reason_not_expected",
            said(
                "Phê duyệt thì không kèm lý do trả lại; hãy bỏ lý do hoặc chọn trả lại.",
                "An approval carries no reasons; remove them or return it.",
            ),
        )),
        _ => Ok(()),
    }
}

/// Carries out a signed decision; the last approval brings the version into force in the same transaction.
pub fn decide(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<wire::SigningResult, ApiError> {
    let submission = submissions::lock(connection, &request.subject_id)?;
    let Deciding {
        submission,
        person,
        unit,
        chain,
        step,
    } = deciding(services, connection, caller, submission)?;
    if submission.revision != request.subject_revision {
        return Err(ApiError::stale(submission.revision));
    }
    let act: SignedAct = serde_json::from_slice(&request.payload).map_err(ApiError::internal)?;
    let reasons = serde_json::to_string(&act.reasons).map_err(ApiError::internal)?;
    caller.still_acts(&submission.step_role, &unit.path, act.on_behalf.as_ref())?;
    let position = signatures::of_submission(connection, &submission.id)?.len();
    let place = Place {
        submission_id: Some(&submission.id),
        export_id: None,
        position: i64::try_from(position).map_err(ApiError::internal)?,
        act: &word(&act.act),
        role: &submission.step_role,
        reasons: &reasons,
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: act.on_behalf.as_ref(),
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    tasks::close(services, connection, TaskKind::Review, &submission.id)?;
    let decision = match act.act {
        Act::Return => workflows::Decision::Return,
        _ => workflows::Decision::Approve,
    };
    let event = Event::about(caller, &signature.act, &person.id, &submission.id);
    audit::record(services, connection, caller, event)?;
    let (state, version) = match workflows::decide(step, chain.steps.len(), decision) {
        Next::NextStep(next) => {
            go_on(services, connection, &submission, chain, next)?;
            (SubmissionState::InReview, None)
        }
        Next::Effective => {
            let number = into_force(services, connection, &submission, person)?;
            (SubmissionState::Effective, Some(number))
        }
        Next::Returned => {
            give_back(services, connection, &submission, person)?;
            (SubmissionState::Returned, None)
        }
    };
    Ok(wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: Some(submission.id),
        submission_state: Some(state),
        version,
        export_id: None,
        certificate_id: None,
        delegation_id: None,
    })
}
