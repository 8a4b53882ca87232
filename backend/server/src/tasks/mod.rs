//! What has to be done, by when and why: opened and closed with the act that causes it, in the same
//! transaction (C2–C4, B4, A3).

mod announce;
mod assign;
mod heads;
pub mod routes;
mod view;

use chrono::NaiveDate;
use congvu_db::{AnyConnection, Person, Task, Timestamp, Unit, tasks};
use congvu_domain::access::Action;
use congvu_domain::workflows::{StepDue, account_issue_due, entry_due, why};
use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::TaskKind;

use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::people::{management, visible};
use crate::services::Services;

/// Sorts tasks without a deadline after all others.
const NO_DEADLINE: &str = "9999-12-31";

/// Duties that a submission does.
pub const ENTRY: [TaskKind; 3] = [
    TaskKind::FillProfile,
    TaskKind::EnterProfile,
    TaskKind::CorrectProfile,
];

/// A task to be opened.
pub struct NewTask<'a> {
    pub kind: TaskKind,
    pub person_id: &'a str,
    /// The submission, export or remark; the person otherwise.
    pub subject_id: &'a str,
    pub change_kind: Option<ChangeKind>,
    /// Key of the role that has to act; empty for the person's own duty.
    pub role: &'a str,
    pub due: Option<StepDue>,
}

/// Opens a task; answers its identifier.
pub fn open(
    services: &Services,
    connection: &mut AnyConnection,
    task: NewTask<'_>,
) -> Result<String, ApiError> {
    let due = task.due.as_ref().and_then(|due| due.due);
    let reason = task.due.as_ref().map(why);
    let within = task
        .due
        .as_ref()
        .filter(|due| due.opens.is_none())
        .and_then(|due| due.within);
    let row = Task {
        id: services.new_id(),
        kind: word(&task.kind),
        person_id: task.person_id.to_owned(),
        subject_id: task.subject_id.to_owned(),
        change_kind: task.change_kind.map(|kind| word(&kind)),
        role: task.role.to_owned(),
        due_key: due.map_or_else(|| NO_DEADLINE.to_owned(), |due| due.date.to_string()),
        due_on: due.map(|due| due.date),
        opens_on: task.due.as_ref().and_then(|due| due.opens),
        provisional: due.is_some_and(|due| due.provisional),
        clause: task
            .due
            .as_ref()
            .map(|due| due.clause.clone())
            .unwrap_or_default(),
        why: reason
            .as_ref()
            .map(|reason| reason.vi.clone())
            .unwrap_or_default(),
        why_en: reason.map(|reason| reason.en).unwrap_or_default(),
        opened_at: services.now().into(),
        closed: false,
        closed_at: None,
        counted_from: due.and(task.due.as_ref()).map(|due| due.counted_from),
        days: within.map(|within| i64::from(within.days)),
        unit: within.map(|within| word(&within.unit)).unwrap_or_default(),
        assignee_id: None,
        assignee: String::new(),
        assigned_at: None,
    };
    tasks::open(connection, &row)?;
    Ok(row.id)
}

/// Refuses whoever has nothing to do with a task: neither its role over the person's unit, nor the person's data.
///
/// # Errors
/// 404 for anybody else.
pub fn concerns(
    connection: &mut AnyConnection,
    caller: &Caller,
    task: &Task,
    unit: &Unit,
) -> Result<(), ApiError> {
    if !task.role.is_empty() && caller.holds(&task.role, &unit.path) {
        return Ok(());
    }
    visible(connection, caller, &task.person_id)?;
    Ok(())
}

/// Closes the open tasks of a kind about a subject.
pub fn close(
    services: &Services,
    connection: &mut AnyConnection,
    kind: TaskKind,
    subject_id: &str,
) -> Result<(), ApiError> {
    Ok(tasks::close(
        connection,
        &word(&kind),
        subject_id,
        services.now().into(),
    )?)
}

/// Closes one task.
///
/// # Errors
/// 409 where somebody closed it meanwhile.
pub fn close_one(
    services: &Services,
    connection: &mut AnyConnection,
    task: &Task,
) -> Result<(), ApiError> {
    if tasks::close_one(connection, &task.id, services.now().into())? {
        Ok(())
    } else {
        Err(ApiError::conflict(said(
            "Việc này đã xong.",
            "This task is done.",
        )))
    }
}

/// Opens the duties to fill in, enter or correct a profile again that were done by submitting it at this time.
pub fn reopen_entry(
    connection: &mut AnyConnection,
    person_id: &str,
    submitted_at: Timestamp,
) -> Result<(), ApiError> {
    let kinds = ENTRY.map(|kind| word(&kind));
    Ok(tasks::reopen(connection, &kinds, person_id, submitted_at)?)
}

/// When data of a kind are to be entered, counted from the day of the regulation's event; where it sets
/// no deadline, the clause alone.
pub fn entry(services: &Services, kind: ChangeKind, event_on: NaiveDate) -> StepDue {
    let rules = services.deployment.at(event_on);
    let rule = rules.entry_rule(kind);
    entry_due(rules, &services.calendar.get(), kind, event_on)
        .unwrap_or_else(|| StepDue::undated(rules, event_on, &rule.clause, &rule.requirement))
}

/// When the account is to be issued (A3); where the regulation sets no deadline, the clause alone.
pub fn account(services: &Services, event_on: NaiveDate) -> StepDue {
    let rules = services.deployment.at(event_on);
    let duty = &rules.accounts.issue;
    account_issue_due(rules, &services.calendar.get(), event_on)
        .unwrap_or_else(|| StepDue::undated(rules, event_on, &duty.clause, &duty.requirement))
}

/// Who does this for somebody: of the roles of the person's own chain the first that allows the action, since people managed at the top and by
/// their unit have other officers; where none does, as [`role_with`].
pub fn role_over<'a>(
    services: &'a Services,
    action: Action,
    person: &Person,
    unit: &Unit,
) -> &'a str {
    let rules = services.rules();
    let chain = rules.chain_for(management(services, person, unit));
    let mut steps = chain.steps.iter().map(|step| step.role.as_str());
    let may = |role: &&str| {
        let role = rules.role(role);
        role.is_some_and(|role| role.actions.contains(&action))
    };
    steps
        .find(may)
        .unwrap_or_else(|| role_with(services, action))
}

/// The first role of the deployment that allows an action: who has to act where the regulation names
/// nobody more closely.
pub fn role_with(services: &Services, action: Action) -> &str {
    services
        .deployment
        .at(services.today())
        .roles
        .iter()
        .find(|role| role.actions.contains(&action))
        .map(|role| role.key.as_str())
        .unwrap_or_default()
}
