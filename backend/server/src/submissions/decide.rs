use congvu_db::submissions::Standing;
use congvu_db::{
    AnyConnection, Draft, Person, SigningRequest, Submission, Unit, Version, drafts, people,
    signatures, submissions, versions,
};
use congvu_domain::access::Action;
use congvu_domain::deployment::Chain;
use congvu_domain::names::{fold, sort_key};
use congvu_domain::payload::{Act, SignedAct, canonical, version_digest};
use congvu_domain::workflows::{self, Next};
use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing as wire;
use congvu_openapi::submissions::{ChangeKind, ItemReason, SubmissionState};
use congvu_openapi::tasks::TaskKind;

use super::payload::{Frozen, Signing, payload, previous, signed};
use super::submit::{open_review, set_state, sha256};
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::profiles::document;
use crate::services::Services;
use crate::signing::{self, Accepted, Place, Prepared, Subject, own_certificate};
use crate::tasks::{self, NewTask};

/// A submission that the caller may decide on now.
struct Deciding<'a> {
    submission: Submission,
    person: Person,
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
    if caller.is(&person.id) {
        return Err(ApiError {
            detail: said(
                "Không ai được tự duyệt hồ sơ của chính mình.",
                "Nobody approves their own profile.",
            ),
            ..ApiError::forbidden()
        });
    }
    if !caller.holds(&submission.step_role, &unit.path) {
        return Err(ApiError::forbidden());
    }
    let last = services
        .deployment
        .chains
        .iter()
        .find(|chain| chain.key == submission.chain)
        .is_some_and(|chain| {
            i64::try_from(chain.steps.len()).is_ok_and(|n| n == submission.step + 1)
        });
    let submitter = signatures::of_submission(connection, &submission.id)?
        .into_iter()
        .next();
    let same = submitter
        .and_then(|signature| signature.account_id)
        .as_deref()
        == Some(&caller.account_id);
    if last && same {
        return Err(ApiError {
            detail: said(
                "Người nhập và ký hồ sơ không đồng thời là người phê duyệt cuối cùng.",
                "Whoever entered and signed the data cannot be the one who finally approves them.",
            ),
            ..ApiError::forbidden()
        });
    }
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
        step,
        ..
    } = deciding(services, connection, caller, submission)?;
    seen.check(submission.revision)?;
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
        chain,
        step,
    } = deciding(services, connection, caller, submission)?;
    if submission.revision != request.subject_revision {
        return Err(ApiError::stale(submission.revision));
    }
    let act: SignedAct = serde_json::from_slice(&request.payload).map_err(ApiError::internal)?;
    let reasons = serde_json::to_string(&act.reasons).map_err(ApiError::internal)?;
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
    };
    let signature = accepted.row(services, caller, place);
    signatures::insert(connection, &signature)?;
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
            give_back(services, connection, &submission, person, &act.reasons)?;
            (SubmissionState::Returned, None)
        }
    };
    Ok(wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: Some(submission.id),
        submission_state: Some(state),
        version,
        export_id: None,
    })
}

fn advance(
    connection: &mut AnyConnection,
    submission: &Submission,
    standing: &Standing<'_>,
) -> Result<(), ApiError> {
    if submissions::advance(connection, &submission.id, submission.revision, standing)? {
        Ok(())
    } else {
        Err(ApiError::stale(submission.revision + 1))
    }
}

fn go_on(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    chain: &Chain,
    next: usize,
) -> Result<(), ApiError> {
    let role = chain
        .steps
        .get(next)
        .map(|step| step.role.clone())
        .unwrap_or_default();
    let standing = Standing {
        state: "in_review",
        step: i64::try_from(next).map_err(ApiError::internal)?,
        step_role: &role,
        step_started_on: services.today(),
        version: None,
    };
    advance(connection, submission, &standing)?;
    let moved = Submission {
        step: standing.step,
        step_started_on: standing.step_started_on,
        ..submission.clone()
    };
    let kind: ChangeKind = variant(&submission.change_kind)?;
    open_review(services, connection, &moved, kind, &role)
}

fn into_force(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    mut person: Person,
) -> Result<i64, ApiError> {
    let before = versions::latest(connection, &person.id)?;
    if before.as_ref().map(|version| version.number) != submission.base_version {
        return Err(ApiError::conflict(said(
            "Hồ sơ đã có phiên bản mới hơn phiên bản mà đề nghị này dựa vào.",
            "The profile has a newer version than the one this submission builds on.",
        )));
    }
    let number = before.as_ref().map_or(1, |version| version.number + 1);
    let previous_digest = before.map(|version| version.digest);
    let digest = version_digest(
        previous_digest.as_deref(),
        &submission.document_sha256,
        &submission.id,
    );
    let version = Version {
        id: services.new_id(),
        person_id: person.id.clone(),
        number,
        change_kind: submission.change_kind.clone(),
        document: submission.document.clone(),
        document_sha256: submission.document_sha256.clone(),
        digest,
        previous_digest,
        submission_id: submission.id.clone(),
        effective_at: services.now().into(),
    };
    versions::insert(connection, &version)?;
    let standing = Standing {
        state: "effective",
        step: submission.step,
        step_role: &submission.step_role,
        step_started_on: submission.step_started_on,
        version: Some(number),
    };
    advance(connection, submission, &standing)?;
    let profile = document(&submission.document)?;
    profile
        .personal
        .full_name
        .as_str()
        .clone_into(&mut person.full_name);
    person.sort_key = sort_key(&person.full_name);
    person.search_name = fold(&person.full_name);
    profile
        .personal
        .birth_date
        .as_str()
        .clone_into(&mut person.birth_date);
    profile
        .posts
        .current_post
        .as_str()
        .clone_into(&mut person.post);
    profile
        .header
        .staff_number
        .as_str()
        .clone_into(&mut person.staff_number);
    person.current_version = Some(number);
    set_state(connection, person, "approved")?;
    Ok(number)
}

/// Gives the document back to whoever entered it, as a draft, with the reasons.
fn give_back(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    person: Person,
    reasons: &[ItemReason],
) -> Result<(), ApiError> {
    debug_assert!(!reasons.is_empty(), "a return has reasons");
    let standing = Standing {
        state: "returned",
        step: submission.step,
        step_role: &submission.step_role,
        step_started_on: submission.step_started_on,
        version: None,
    };
    advance(connection, submission, &standing)?;
    let draft = Draft {
        person_id: person.id.clone(),
        change_kind: submission.change_kind.clone(),
        document: submission.document.clone(),
        base_version: submission.base_version,
        revision: 1,
        updated_at: services.now().into(),
        updated_by: submission.submitted_by.clone(),
    };
    if !drafts::save(connection, &draft)? {
        return Err(ApiError::internal("a draft beside a submission in review"));
    }
    let entered = signatures::of_submission(connection, &submission.id)?
        .first()
        .is_some_and(|signature| signature.act == word(&Act::Enter));
    tasks::open(
        services,
        connection,
        NewTask {
            kind: TaskKind::CorrectProfile,
            person_id: &person.id,
            subject_id: &person.id,
            change_kind: Some(variant(&submission.change_kind)?),
            role: if entered {
                tasks::role_with(services, Action::EnterProfiles)
            } else {
                ""
            },
            due: None,
        },
    )?;
    let person = people::lock(connection, &person.id)?;
    set_state(connection, person, "returned")
}
