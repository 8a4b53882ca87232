//! A submission in review, with everything that a decision on it needs.

use chrono::NaiveDate;
use congvu_db::{AnyConnection, Person, Submission, Unit, submissions};
use congvu_domain::deployment::Chain;
use congvu_domain::workflows::{Outcome, ReviewError, Verdict, review};

use super::record::Record;
use super::seat::{Seat, Standing, covered};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::services::Services;

/// A submission that is being decided on.
pub struct Deciding<'a> {
    pub submission: Submission,
    pub person: Person,
    pub unit: Unit,
    pub chain: &'a Chain,
    /// From 0.
    pub step: usize,
    pub record: Record,
}

impl Deciding<'_> {
    /// As the rules ask about it.
    pub fn standing(&self) -> Standing<'_> {
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
    ///
    /// # Errors
    /// 422 where it cannot be returned there, 409 where there is no such seat.
    pub fn outcome(&self, seat: &Seat, verdict: Verdict) -> Result<Outcome, ApiError> {
        let round = self.record.round(self.standing().position()?);
        review(self.chain, self.step, &round.done(), &seat.role, verdict).map_err(no_way)
    }
}

/// The chain of a submission, by the rules of the day on which it was submitted: what began under them ends under them.
///
/// # Errors
/// The deployment file no longer has it: a mistake of whoever changed it.
pub fn chain_of<'a>(
    services: &'a Services,
    key: &str,
    submitted_on: NaiveDate,
) -> Result<&'a Chain, ApiError> {
    services
        .deployment
        .at(submitted_on)
        .chains
        .iter()
        .find(|chain| chain.key == key)
        .ok_or_else(|| ApiError::internal("the chain is gone"))
}

/// A submission in review that the caller may see.
///
/// # Errors
/// 404 out of scope, 409 where it is no longer in review.
pub fn deciding<'a>(
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
    let chain = chain_of(services, &submission.chain, submission.submitted_on)?;
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
    let deciding = deciding(services, connection, caller, submission)?;
    deciding.standing().allows(caller, role)?;
    covered(connection, caller, role, &deciding.unit)
}

fn no_way(error: ReviewError) -> ApiError {
    let words = said(error.message_vi(), format!("Not possible: {error}."));
    match error {
        ReviewError::NotEarlier => ApiError::invalid_at("/return_to", "not_earlier", words),
        ReviewError::NoSeat | ReviewError::NoSuchStep => ApiError::conflict(words),
    }
}
