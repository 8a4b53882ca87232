use congvu_db::{AnyConnection, Person, Unit, accounts, submissions};
use congvu_domain::access::Action;
use congvu_domain::deployment::Management;
use congvu_openapi::people as wire;
use congvu_openapi::units::UnitManagement;

use crate::auth::Caller;
use crate::codes::variant;
use crate::error::ApiError;
use crate::profiles;
use crate::services::Services;

/// A person as in lists.
pub fn summary(person: &Person, unit: &Unit) -> Result<wire::PersonSummary, ApiError> {
    Ok(wire::PersonSummary {
        id: person.id.clone(),
        full_name: person.full_name.clone(),
        unit_id: unit.id.clone(),
        unit_name: unit.name.clone(),
        kind: person.kind.clone(),
        post: person.post.clone(),
        birth_date: person.birth_date.clone(),
        status: person.status.clone(),
        state: variant(&person.state)?,
        version: person.current_version,
    })
}

/// A person with what the caller may do.
pub fn person(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    person: &Person,
    unit: &Unit,
) -> Result<wire::Person, ApiError> {
    let account = accounts::of_person(connection, &person.id)?;
    let submission_id = submissions::latest(connection, &person.id)?
        .filter(|submission| submission.state != "effective")
        .map(|submission| submission.id);
    let may = |action| caller.may(action, &unit.path);
    Ok(wire::Person {
        summary: summary(person, unit)?,
        personal_id: person.personal_id.clone(),
        staff_number: person.staff_number.clone(),
        management: match super::management(services, person, unit) {
            Management::Top => UnitManagement::Top,
            Management::Unit => UnitManagement::Unit,
        },
        decision_number: person.decision_number.clone(),
        decision_date: person.decision_date.to_string(),
        has_account: account.is_some(),
        account_id: account.as_ref().map(|account| account.id.clone()),
        submission_id,
        may_edit: person.state != "in_review"
            && profiles::entrant(services, caller, person, unit).is_some(),
        may_issue_account: account.is_none() && may(Action::IssueAccounts),
        may_export: person.current_version.is_some()
            && (caller.is(&person.id) || may(Action::ReadPeople) || may(Action::SignExports)),
        may_answer: may(Action::AnswerRemarks) && !caller.is(&person.id),
        revision: person.revision,
    })
}
