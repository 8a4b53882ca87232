//! The first phase of a decision: what will be signed.

use congvu_db::{AnyConnection, Certificate, submissions};
use congvu_domain::access::Action;
use congvu_domain::payload::{Act, canonical};
use congvu_domain::workflows::Verdict;
use congvu_openapi::approvals::{Decision, NewDecision};
use congvu_openapi::signing as wire;

use super::deciding::{Deciding, deciding};
use super::frozen;
use super::payload::{Frozen, Signing, payload};
use super::submit::sha256;
use crate::auth::{Caller, stead};
use crate::codes::variant;
use crate::error::{ApiError, Said, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::signing::{self, Prepared, Subject, own_certificate};

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
    let on_behalf = caller.acting_in(Action::Review, &seat.role, &unit.path);
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
