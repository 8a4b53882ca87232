//! What a decision brings about: the next step, a version in force, or the way back.

use congvu_db::submissions::Standing;
use congvu_db::{
    AnyConnection, Draft, Person, Submission, Version, drafts, people, submissions, versions,
};
use congvu_domain::access::Action;
use congvu_domain::deployment::{Chain, Step};
use congvu_domain::names::{fold, sort_key};
use congvu_domain::payload::{Act, version_digest};
use congvu_openapi::tasks::TaskKind;

use super::opening::{Opening, open_review};
use super::record::Record;
use super::submit::set_state;
use crate::codes::variant;
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
    turn(
        services,
        connection,
        submission,
        chain,
        next,
        Opening::InTurn,
    )
}

/// Gives an earlier step its turn again; its time counts anew, from the return.
pub fn back_to(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    chain: &Chain,
    step: usize,
) -> Result<(), ApiError> {
    turn(
        services,
        connection,
        submission,
        chain,
        step,
        Opening::Again,
    )
}

fn turn(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    chain: &Chain,
    step: usize,
    opening: Opening,
) -> Result<(), ApiError> {
    let seats = chain.steps.get(step).map(Step::seats).unwrap_or_default();
    let standing = Standing {
        state: "in_review",
        step: i64::try_from(step).map_err(ApiError::internal)?,
        step_role: seats.first().copied().unwrap_or_default(),
        step_started_on: services.today(),
        version: None,
    };
    advance(connection, submission, &standing)?;
    let moved = Submission {
        step: standing.step,
        step_started_on: standing.step_started_on,
        ..submission.clone()
    };
    open_review(services, connection, &moved, chain, opening)
}

/// Others have still to sign the step: only the revision goes on, so that what they sign covers this signature too.
pub fn stay(
    connection: &mut AnyConnection,
    submission: &Submission,
    next_role: &str,
) -> Result<(), ApiError> {
    let standing = Standing {
        state: "in_review",
        step: submission.step,
        step_role: next_role,
        step_started_on: submission.step_started_on,
        version: None,
    };
    advance(connection, submission, &standing)
}

/// Brings the version into force; answers its number.
pub fn into_force(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    mut person: Person,
) -> Result<i64, ApiError> {
    let before = versions::latest(connection, &person.id)?;
    let base = before.as_ref();
    if base.map(|version| version.number) != submission.base_version
        || base.map(|version| &version.digest) != submission.base_digest.as_ref()
    {
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
    record: &Record,
) -> Result<(), ApiError> {
    to_draft(services, connection, submission, "returned")?;
    let entered = record.submitted.act == Act::Enter;
    tasks::open(
        services,
        connection,
        NewTask {
            kind: TaskKind::CorrectProfile,
            person_id: &submission.person_id,
            subject_id: &submission.person_id,
            change_kind: Some(variant(&submission.change_kind)?),
            role: if entered {
                // To whoever entered it.
                (record.submitted.role.as_deref())
                    .unwrap_or_else(|| tasks::role_with(services, Action::EnterProfiles))
            } else {
                ""
            },
            due: None,
        },
    )?;
    let person = people::lock(connection, &submission.person_id)?;
    set_state(connection, person, "returned")
}

/// Ends the submission and makes its document the draft again.
pub fn to_draft(
    services: &Services,
    connection: &mut AnyConnection,
    submission: &Submission,
    state: &str,
) -> Result<(), ApiError> {
    let standing = Standing {
        state,
        step: submission.step,
        step_role: &submission.step_role,
        step_started_on: submission.step_started_on,
        version: None,
    };
    advance(connection, submission, &standing)?;
    let draft = Draft {
        person_id: submission.person_id.clone(),
        change_kind: submission.change_kind.clone(),
        document: submission.document.clone(),
        base_version: submission.base_version,
        revision: 1,
        updated_at: services.now().into(),
        updated_by: submission.submitted_by.clone(),
    };
    if drafts::save(connection, &draft)? {
        Ok(())
    } else {
        Err(ApiError::internal("a draft beside a submission in review"))
    }
}
