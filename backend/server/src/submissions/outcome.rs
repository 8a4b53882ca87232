//! What a decision brings about: the next step, a version in force, or the way back.

use congvu_db::submissions::Standing;
use congvu_db::{
    AnyConnection, Draft, Person, Submission, Version, drafts, people, signatures, submissions,
    versions,
};
use congvu_domain::access::Action;
use congvu_domain::deployment::Chain;
use congvu_domain::names::{fold, sort_key};
use congvu_domain::payload::{Act, version_digest};
use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::TaskKind;

use super::submit::{open_review, set_state};
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::profiles::document;
use crate::services::Services;
use crate::tasks::{self, NewTask};

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

/// Gives the next step its turn.
pub fn go_on(
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

/// Brings the version into force; answers its number.
pub fn into_force(
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

/// Gives the document back to whoever entered it, as a draft; the reasons stand with the signature.
pub fn give_back(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    person: Person,
) -> Result<(), ApiError> {
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
