use congvu_db::{
    AnyConnection, Person, Signature, Submission, Unit, signatures, submissions, versions,
};
use congvu_domain::deployment::{Chain, Step};
use congvu_domain::profiles::changes;
use congvu_domain::workflows::{step_due, why};
use congvu_openapi::profile::Profile;
use congvu_openapi::submissions as wire;
use congvu_openapi::submissions::{StepState, SubmissionState};

use super::decide::may_decide;
use crate::auth::Caller;
use crate::codes::variant;
use crate::error::ApiError;
use crate::profiles::document;
use crate::services::Services;
use crate::signing;

/// Submissions of a person, newest first.
pub fn list(
    connection: &mut AnyConnection,
    person_id: &str,
) -> Result<wire::SubmissionList, ApiError> {
    let items = submissions::of_person(connection, person_id)?
        .into_iter()
        .map(|row| {
            Ok(wire::SubmissionSummary {
                id: row.id,
                change_kind: variant(&row.change_kind)?,
                state: variant(&row.state)?,
                submitted_at: row.submitted_at.rfc3339(),
                submitted_by: row.submitted_by,
                version: row.version,
            })
        })
        .collect::<Result<_, ApiError>>()?;
    Ok(wire::SubmissionList { items })
}

/// A submission with its chain, differences and evidence.
pub fn view(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    row: &Submission,
    person: &Person,
    unit: &Unit,
) -> Result<wire::Submission, ApiError> {
    let proposed = document(&row.document)?;
    let base = match row.base_version {
        Some(number) => document(&versions::find(connection, &row.person_id, number)?.document)?,
        None => Profile::default(),
    };
    let signed = signatures::of_submission(connection, &row.id)?;
    let (submitter, steps_signed) = signed
        .split_first()
        .ok_or_else(|| ApiError::internal("a submission without signature"))?;
    let frozen: Vec<String> = serde_json::from_str(&row.attachments).map_err(ApiError::internal)?;
    let mut files = congvu_db::attachments::of_person(connection, &row.person_id)?;
    files.retain(|file| frozen.contains(&file.id));
    let in_review = row.state == "in_review";
    let may_decide =
        in_review && may_decide(services, connection, caller, row, person, unit).is_ok();
    Ok(wire::Submission {
        id: row.id.clone(),
        person_id: row.person_id.clone(),
        person_name: person.full_name.clone(),
        unit_name: unit.name.clone(),
        change_kind: variant(&row.change_kind)?,
        state: variant(&row.state)?,
        step: u16::try_from(row.step + 1).map_err(ApiError::internal)?,
        steps: steps(services, row, steps_signed)?,
        changes: changes(&base, &proposed)
            .into_iter()
            .map(Into::into)
            .collect(),
        attachments: files.iter().map(crate::attachments::view).collect(),
        document: proposed,
        document_sha256: row.document_sha256.clone(),
        base_version: row.base_version,
        version: row.version,
        submitted_at: row.submitted_at.rfc3339(),
        submitted_by: row.submitted_by.clone(),
        submitter_signature: signing::summary(services, submitter)?,
        may_decide,
        revision: row.revision,
    })
}

fn steps(
    services: &Services,
    row: &Submission,
    signed: &[Signature],
) -> Result<Vec<wire::StepView>, ApiError> {
    let Some(chain) = services
        .deployment
        .chains
        .iter()
        .find(|chain| chain.key == row.chain)
    else {
        return Err(ApiError::internal("the chain is gone"));
    };
    chain
        .steps
        .iter()
        .enumerate()
        .map(|(index, step)| step_view(services, row, chain, (index, step), signed.get(index)))
        .collect()
}

fn step_view(
    services: &Services,
    row: &Submission,
    chain: &Chain,
    (index, step): (usize, &Step),
    signature: Option<&Signature>,
) -> Result<wire::StepView, ApiError> {
    let current = usize::try_from(row.step).is_ok_and(|at| at == index)
        && variant::<SubmissionState>(&row.state)? == SubmissionState::InReview;
    let state = match signature {
        Some(signature) if signature.act == "return" => StepState::Returned,
        Some(_) => StepState::Signed,
        None if current => StepState::Current,
        None => StepState::Waiting,
    };
    // A step that counts from the one before has no date until its turn comes.
    let due = step_due(
        &services.deployment,
        services.calendar,
        variant(&row.change_kind)?,
        chain,
        index,
        row.submitted_on,
        row.step_started_on,
    );
    let dated = due.as_ref().filter(|_| current);
    let reason = dated.map(why);
    let day = dated.and_then(|due| due.due);
    let role = services.deployment.role(&step.role);
    let reasons = match signature {
        Some(signature) => serde_json::from_str(&signature.reasons).map_err(ApiError::internal)?,
        None => Vec::new(),
    };
    Ok(wire::StepView {
        position: u16::try_from(index + 1).map_err(ApiError::internal)?,
        role: step.role.clone(),
        title: role.map(|role| role.title.clone()).unwrap_or_default(),
        title_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        duty: step.duty.clone(),
        duty_en: step.duty_en.clone(),
        state,
        due_on: day.map(|day| day.date.to_string()),
        opens_on: dated.and_then(|due| due.opens).map(|day| day.to_string()),
        provisional: day.is_some_and(|day| day.provisional),
        days_left: day.map(|day| services.calendar.working_days_left(services.today(), &day)),
        clause: due.map(|due| due.clause).unwrap_or_default(),
        why: reason
            .as_ref()
            .map(|reason| reason.vi.clone())
            .unwrap_or_default(),
        why_en: reason.map(|reason| reason.en).unwrap_or_default(),
        signature: signature
            .map(|signature| signing::summary(services, signature))
            .transpose()?,
        reasons,
    })
}
