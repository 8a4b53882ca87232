//! Taking a submission back before anybody has reviewed it (C6).

use congvu_db::{AnyConnection, people, submissions};
use congvu_domain::workflows::{WithdrawalRefused, may_withdraw};
use congvu_openapi::submissions as wire;
use congvu_openapi::tasks::TaskKind;

use super::outcome::to_draft;
use super::record::Record;
use super::submit::set_state;
use super::view;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::services::Services;
use crate::tasks;

/// Makes the document a draft again, with the duties that were done by submitting it.
///
/// # Errors
/// 404 out of scope, 403 for anybody but the submitter, 409 once somebody reviewed it or it is over, 412 where it changed.
pub fn withdraw(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    seen: IfMatch,
) -> Result<wire::Submission, ApiError> {
    let submission = submissions::lock(connection, id)?;
    let (_, unit) = crate::people::visible(connection, caller, &submission.person_id)?;
    let record = Record::load(connection, id)?;
    let submitter = record.submitted.signer.party();
    let me = caller.acting(None).actor;
    may_withdraw(&submitter, &me, record.reviews.len()).map_err(refused)?;
    if submission.state != "in_review" {
        return Err(ApiError::conflict(said(
            "Hồ sơ này không còn chờ duyệt nên không rút được.",
            "This submission is no longer in review and cannot be withdrawn.",
        )));
    }
    seen.check(submission.revision)?;
    to_draft(services, connection, &submission, "withdrawn")?;
    tasks::close(services, connection, TaskKind::Review, id)?;
    tasks::reopen_entry(connection, &submission.person_id, submission.submitted_at)?;
    let person = people::lock(connection, &submission.person_id)?;
    let state = standing(connection, &person)?;
    set_state(connection, person, state)?;
    let event = Event::about(caller, "submission_withdrawn", &submission.person_id, id);
    audit::record(services, connection, caller, event)?;
    let row = submissions::find(connection, id)?;
    let (person, _) = people::find(connection, &row.person_id)?;
    view(services, connection, caller, &row, &person, &unit)
}

/// Where the profile stands without the submission.
fn standing(
    connection: &mut AnyConnection,
    person: &congvu_db::Person,
) -> Result<&'static str, ApiError> {
    let before = submissions::latest(connection, &person.id)?;
    Ok(
        match (before.map(|before| before.state), person.current_version) {
            (Some(state), _) if state == "returned" => "returned",
            (_, Some(_)) => "approved",
            (_, None) => "empty",
        },
    )
}

fn refused(why: WithdrawalRefused) -> ApiError {
    let words = said(why.message_vi(), format!("Not possible: {why}."));
    match why {
        WithdrawalRefused::NotTheSubmitter => ApiError {
            detail: words,
            ..ApiError::forbidden()
        },
        WithdrawalRefused::Reviewed => ApiError::conflict(words),
    }
}
