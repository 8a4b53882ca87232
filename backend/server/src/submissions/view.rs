use congvu_db::{AnyConnection, Person, Submission, Unit, submissions, tasks, versions};
use congvu_domain::payload::Act;
use congvu_domain::profiles::changes;
use congvu_domain::workflows::may_withdraw;
use congvu_openapi::approvals::Decision;
use congvu_openapi::profile::Profile;
use congvu_openapi::submissions as wire;
use congvu_openapi::tasks::TaskKind;

use super::deciding::chain_of;
use super::frozen;
use super::record::Record;
use super::seat::Standing;
use super::steps::steps;
use crate::auth::Caller;
use crate::codes::{variant, word};
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
    let record = Record::load(connection, &row.id)?;
    let submitter = record
        .signatures
        .first()
        .ok_or_else(|| ApiError::internal("a submission without signature"))?;
    let files = frozen::evidence(connection, row)?;
    let chain = chain_of(services, &row.chain, row.submitted_on)?;
    let in_review = row.state == "in_review";
    let waiting = if in_review {
        tasks::open_about(connection, &word(&TaskKind::Review), &row.id)?
    } else {
        Vec::new()
    };
    let standing = Standing {
        submission: row,
        person,
        unit,
        chain,
        step: usize::try_from(row.step).map_err(ApiError::internal)?,
        record: &record,
    };
    let may_decide = in_review
        && standing
            .seat_among(services, connection, caller, None, &waiting)
            .is_ok();
    let me = caller.acting(None).actor;
    let submitted_by = record.submitted.signer.party();
    let (previous, changes_since_previous) = corrected(connection, row, &proposed)?;
    Ok(wire::Submission {
        id: row.id.clone(),
        person_id: row.person_id.clone(),
        person_name: person.full_name.clone(),
        unit_name: unit.name.clone(),
        change_kind: variant(&row.change_kind)?,
        state: variant(&row.state)?,
        step: standing.position()?,
        steps: steps(services, row, chain, &record, &waiting)?,
        changes: changes(&base, &proposed)
            .into_iter()
            .map(Into::into)
            .collect(),
        previous,
        changes_since_previous,
        reviews: reviews(services, &record)?,
        attachments: files.iter().map(crate::attachments::view).collect(),
        document: proposed,
        document_sha256: row.document_sha256.clone(),
        base_version: row.base_version,
        version: row.version,
        submitted_at: row.submitted_at.rfc3339(),
        submitted_by: row.submitted_by.clone(),
        submitter_signature: signing::summary(services, submitter)?,
        may_decide,
        may_withdraw: in_review && may_withdraw(&submitted_by, &me, record.reviews.len()).is_ok(),
        taken_by: waiting
            .into_iter()
            .filter(|task| task.assignee_id.is_some())
            .map(|task| task.assignee)
            .collect(),
        revision: row.revision,
    })
}

/// What the submitter corrected since the last return: that return, and the differences from what was returned.
fn corrected(
    connection: &mut AnyConnection,
    row: &Submission,
    proposed: &Profile,
) -> Result<
    (
        Option<wire::ReturnedSubmission>,
        Vec<congvu_openapi::people::Change>,
    ),
    ApiError,
> {
    let Some(before) = submissions::returned_before(connection, row)? else {
        return Ok((None, Vec::new()));
    };
    let record = Record::load(connection, &before.id)?;
    let (Some(act), Some(signature)) = (record.reviews.last(), record.signatures.last()) else {
        return Err(ApiError::internal("returned by nobody"));
    };
    let returned = wire::ReturnedSubmission {
        id: before.id.clone(),
        by: signature.signer.clone(),
        at: signature.signed_at.rfc3339(),
        reasons: act.reasons.clone(),
    };
    let differences = changes(&document(&before.document)?, proposed);
    Ok((
        Some(returned),
        differences.into_iter().map(Into::into).collect(),
    ))
}

fn reviews(services: &Services, record: &Record) -> Result<Vec<wire::Review>, ApiError> {
    record
        .reviewed()
        .into_iter()
        .map(|(act, signature, counts)| {
            let approved = act.act == Act::Approve;
            Ok(wire::Review {
                step: act.step,
                decision: if approved {
                    Decision::Approve
                } else {
                    Decision::Return
                },
                return_to: (!approved).then(|| act.return_to.unwrap_or_default()),
                reasons: act.reasons.clone(),
                counts,
                signature: signing::summary(services, signature)?,
            })
        })
        .collect()
}
