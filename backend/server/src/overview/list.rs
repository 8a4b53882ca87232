//! What stands behind a figure.

use congvu_db::overview::{self, Standing};
use congvu_db::tasks::{self, Assigned, Filter, Whose};
use congvu_db::{AnyConnection, Person, Task, Unit};
use congvu_domain::calendar::Due;
use congvu_openapi::overview as wire;
use congvu_openapi::overview::OverviewState;
use congvu_openapi::tasks::TaskKind;

use super::scope;
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::ApiError;
use crate::http::Page;
use crate::services::{Services, in_vietnam};

/// Which figure.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) unit: Option<String>,
    pub(super) state: OverviewState,
    pub(super) kind: Option<TaskKind>,
    /// Key of the role; empty for people's own duties.
    pub(super) step: Option<String>,
    pub(super) assignee: Option<String>,
}

/// # Errors
/// 404 where the caller may not read the unit.
pub(super) fn list(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    asked: &Asked,
    page: &Page,
) -> Result<wire::OverviewPage, ApiError> {
    let scope = scope(connection, caller, asked.unit.as_deref())?;
    let late = match asked.state {
        OverviewState::Waiting => false,
        OverviewState::Late => true,
        OverviewState::Missing => return people(connection, &scope, Standing::Missing, page),
        OverviewState::Drafting => return people(connection, &scope, Standing::Drafting, page),
        OverviewState::InReview => return people(connection, &scope, Standing::InReview, page),
        OverviewState::Returned => return people(connection, &scope, Standing::Returned, page),
        OverviewState::Approved => return people(connection, &scope, Standing::Approved, page),
    };
    let whose = Whose::Within(&scope);
    let filter = Filter {
        kind: asked.kind.map(|kind| word(&kind)),
        role: asked.step.clone(),
        due_before: late.then(|| services.today()),
        assigned: asked.assignee.clone().map(Assigned::To),
    };
    let total = tasks::count(connection, &whose, &filter)?;
    let after = page.after.clone();
    let mut rows = tasks::page(connection, &whose, &filter, after, page.rows())?;
    let next = page.cut(&mut rows, |(task, ..)| {
        (task.due_key.clone(), task.id.clone())
    });
    let items = rows
        .into_iter()
        .map(|row| task(services, row))
        .collect::<Result<_, _>>()?;
    Ok(wire::OverviewPage { items, next, total })
}

fn people(
    connection: &mut AnyConnection,
    scope: &[String],
    standing: Standing,
    page: &Page,
) -> Result<wire::OverviewPage, ApiError> {
    let total = overview::count_people(connection, scope, standing)?;
    let after = page.after.clone();
    let mut rows = overview::people(connection, scope, standing, after, page.rows())?;
    let next = page.cut(&mut rows, |(person, _)| {
        (person.sort_key.clone(), person.id.clone())
    });
    let items = rows
        .into_iter()
        .map(|(person, unit)| item(person, unit))
        .collect();
    Ok(wire::OverviewPage { items, next, total })
}

fn item(person: Person, unit: Unit) -> wire::OverviewItem {
    wire::OverviewItem {
        subject_id: person.id.clone(),
        person_id: person.id,
        person_name: person.full_name,
        unit_id: unit.id,
        unit_name: unit.name,
        task_id: None,
        kind: None,
        role: String::new(),
        role_en: String::new(),
        assignee: String::new(),
        due_on: None,
        days_left: None,
        waiting_days: None,
    }
}

fn task(
    services: &Services,
    (task, person, unit): (Task, Person, Unit),
) -> Result<wire::OverviewItem, ApiError> {
    let rules = services.rules();
    let role = rules.role(&task.role);
    let calendar = services.calendar.get();
    let today = services.today();
    let opened = in_vietnam(task.opened_at.into()).date_naive();
    let days_left = task.due_on.map(|date| {
        let due = Due {
            date,
            provisional: task.provisional,
        };
        calendar.working_days_left(today, &due)
    });
    Ok(wire::OverviewItem {
        kind: Some(variant(&task.kind)?),
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        due_on: task.due_on.map(|date| date.to_string()),
        days_left,
        waiting_days: Some(calendar.working_days_between(opened, today)),
        assignee: task.assignee,
        subject_id: task.subject_id,
        task_id: Some(task.id),
        ..item(person, unit)
    })
}
