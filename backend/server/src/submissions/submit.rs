use congvu_db::{
    AnyConnection, Person, SigningRequest, Submission, attachments, drafts, people, submissions,
};
use congvu_domain::access::Action;
use congvu_domain::payload::{Act, SignedAct, canonical, document_digest};
use congvu_domain::profiles::{Stage, changes, check};
use congvu_domain::workflows::Entrant;
use congvu_openapi::people::Severity;
use congvu_openapi::profile::Profile;
use congvu_openapi::signing as wire;
use congvu_openapi::submissions::SubmissionState;
use congvu_openapi::tasks::TaskKind;
use serde::{Deserialize, Serialize};

use super::deciding::chain_of;
use super::opening::{Opening, open_review};
use super::payload::{Frozen, Signing, evidence, payload, signed};
use crate::audit::{self, Event};
use crate::auth::{Caller, stead};
use crate::codes::word;
use crate::error::{ApiError, Mistake, said};
use crate::http::IfMatch;
use crate::profiles::{self, document};
use crate::services::Services;
use crate::signing::{self, Accepted, Place, Prepared, Subject};
use crate::tasks;
use crate::{people as persons, signing::own_certificate};

/// What finishing a submission needs, frozen when it was prepared.
#[derive(Serialize, Deserialize)]
struct Intent {
    submission: String,
    document: String,
    chain: String,
    attachments: Vec<String>,
}

/// Prepares the submitter's signature over the draft as the caller saw it.
///
/// # Errors
/// 412 where the draft changed, 422 with every item to be mended, 409 where nothing differs from the
/// version in force.
pub fn prepare_submission(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person_id: &str,
    seen: IfMatch,
    certificate_id: &str,
) -> Result<wire::SigningRequest, ApiError> {
    let (person, unit, entrant) = profiles::editable(services, connection, caller, person_id)?;
    let working = profiles::working(services, connection, person, unit, entrant)?;
    seen.check(working.revision)?;
    must_be_complete(services, &working.document)?;
    let base = match &working.version {
        Some(version) => document(&version.document)?,
        None => Profile::default(),
    };
    if changes(&base, &working.document).is_empty() {
        return Err(ApiError::conflict(said(
            "Không có gì thay đổi so với hồ sơ đã duyệt.",
            "Nothing differs from the approved profile.",
        )));
    }
    let certificate = own_certificate(services, connection, caller, certificate_id)?;
    let management = persons::management(services, &working.person, &working.unit);
    let rules = services.deployment.at(services.today());
    let chain = rules.chain_for(management);
    let photo = working.document.header.photo.as_str();
    let files = evidence(connection, person_id, working.version.as_ref(), photo)?;
    let submission = services.new_id();
    let document_sha256 = document_digest(&working.document);
    let role = match entrant {
        Entrant::Person => None,
        Entrant::Agency => caller.role_for(Action::EnterProfiles, &working.unit.path),
    };
    let on_behalf =
        role.and_then(|role| caller.acting_in(Action::EnterProfiles, role, &working.unit.path));
    let act = payload(
        services,
        caller,
        Frozen {
            submission: &submission,
            person: person_id,
            person_name: &working.person.full_name,
            change_kind: working.change_kind,
            document_sha256: &document_sha256,
            base_version: working.version.as_ref().map(|version| version.number),
            base_digest: working
                .version
                .as_ref()
                .map(|version| version.digest.as_str()),
            attachments: files.iter().map(signed).collect(),
        },
        Signing {
            act: if entrant == Entrant::Person {
                Act::Submit
            } else {
                Act::Enter
            },
            step: 0,
            role,
            reasons: Vec::new(),
            return_to: None,
            on_behalf,
            previous: Vec::new(),
        },
    )?;
    let text = String::from_utf8(canonical(&working.document).map_err(ApiError::internal)?)
        .map_err(ApiError::internal)?;
    let intent = Intent {
        submission,
        document: text,
        chain: chain.key.clone(),
        attachments: files.iter().map(|file| file.id.clone()).collect(),
    };
    let bytes = canonical(&act).map_err(ApiError::internal)?;
    let name = &working.person.full_name;
    let prepared = Prepared {
        subject: Subject::Draft,
        subject_id: person_id.to_owned(),
        subject_revision: working.revision,
        intent: serde_json::to_string(&intent).map_err(ApiError::internal)?,
        content_sha256: sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title: said(
            format!("Ký và gửi hồ sơ của {name}"),
            format!("Sign and submit the profile of {name}"),
        ),
        on_behalf_of: stead(on_behalf.map(|acting| &acting.on_behalf)),
    };
    signing::prepare(services, connection, caller, &certificate, prepared)
}

/// SHA-256 of what will be signed.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    use sha2::Digest as _;
    sha2::Sha256::digest(bytes).into()
}

fn must_be_complete(services: &Services, profile: &Profile) -> Result<(), ApiError> {
    let mistakes: Vec<Mistake> = check(
        profile,
        Stage::Complete,
        services.today(),
        services.catalogues,
    )
    .into_iter()
    .filter(|issue| issue.severity == Severity::Error)
    .map(|issue| Mistake {
        pointer: issue.pointer,
        item: issue.item.to_owned(),
        code: issue.code.to_owned(),
        message: said(issue.message_vi, issue.message_en),
    })
    .collect();
    if mistakes.is_empty() {
        Ok(())
    } else {
        Err(ApiError::invalid(mistakes))
    }
}

/// Carries out a signed submission: freezes document and evidence, and gives the first step its task.
pub fn submit(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<wire::SigningResult, ApiError> {
    let person = people::lock(connection, &request.subject_id)?;
    // The rules are asked again: between the phases the person may have moved or been submitted.
    let (_, unit, entrant) = profiles::editable(services, connection, caller, &person.id)?;
    let working = profiles::working(services, connection, person, unit, entrant)?;
    if working.revision != request.subject_revision {
        return Err(ApiError::stale(working.revision));
    }
    let intent: Intent = serde_json::from_str(&request.intent).map_err(ApiError::internal)?;
    let act: SignedAct = serde_json::from_slice(&request.payload).map_err(ApiError::internal)?;
    let today = services.today();
    let chain = chain_of(services, &intent.chain, today)?;
    let role = chain
        .steps
        .first()
        .and_then(|step| step.seats().first().map(|role| (*role).to_owned()))
        .unwrap_or_default();
    let submission = Submission {
        id: intent.submission,
        person_id: working.person.id.clone(),
        change_kind: word(&working.change_kind),
        chain: intent.chain,
        state: word(&SubmissionState::InReview),
        step: 0,
        step_role: role,
        step_started_on: today,
        document: intent.document,
        document_sha256: act.document_sha256.clone(),
        base_version: working.version.as_ref().map(|version| version.number),
        base_digest: act.base_digest.clone(),
        attachments: serde_json::to_string(&intent.attachments).map_err(ApiError::internal)?,
        submitted_at: services.now().into(),
        submitted_on: today,
        submitted_by: caller.name.clone(),
        version: None,
        revision: 1,
    };
    submissions::insert(connection, &submission)?;
    let place = Place {
        submission_id: Some(&submission.id),
        export_id: None,
        position: 0,
        act: &word(&act.act),
        role: act.role.as_deref().unwrap_or_default(),
        reasons: "[]",
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: act.on_behalf.as_ref(),
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    attachments::freeze(connection, &intent.attachments)?;
    drafts::delete(connection, &working.person.id)?;
    close_entry_tasks(
        services,
        connection,
        &working.person,
        act.act == Act::Enter,
        &submission.change_kind,
    )?;
    open_review(services, connection, &submission, chain, Opening::InTurn)?;
    set_state(connection, working.person, "in_review")?;
    let event = Event::about(caller, "submitted", &submission.person_id, &submission.id);
    audit::record(services, connection, caller, event)?;
    Ok(wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: Some(submission.id),
        submission_state: Some(SubmissionState::InReview),
        version: None,
        export_id: None,
        certificate_id: None,
        delegation_id: None,
    })
}

/// What a submission does: the duties of the side that submits, and the other side's about the same kind of change. What else the other side
/// has to enter is still to be entered (B5, B6).
fn close_entry_tasks(
    services: &Services,
    connection: &mut AnyConnection,
    person: &Person,
    by_agency: bool,
    change_kind: &str,
) -> Result<(), ApiError> {
    for kind in tasks::ENTRY {
        for task in congvu_db::tasks::open_about(connection, &word(&kind), &person.id)? {
            let own_side = match kind {
                TaskKind::EnterProfile => by_agency,
                TaskKind::FillProfile => !by_agency,
                _ => true,
            };
            if own_side || task.change_kind.as_deref() == Some(change_kind) {
                tasks::close_one(services, connection, &task)?;
            }
        }
    }
    Ok(())
}

/// Writes where the person's profile stands.
pub fn set_state(
    connection: &mut AnyConnection,
    mut person: Person,
    state: &str,
) -> Result<(), ApiError> {
    state.clone_into(&mut person.state);
    Ok(people::update(connection, &person)?)
}
