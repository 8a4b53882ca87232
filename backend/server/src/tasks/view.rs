//! Tasks as they travel.

use std::collections::HashMap;

use congvu_db::{AnyConnection, Person, Task, Timestamp, Unit, tasks};
use congvu_domain::calendar::Due;
use congvu_openapi::tasks as wire;
use congvu_openapi::tasks::TaskKind;

use super::heads::answers_for;
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::ApiError;
use crate::services::Services;
use crate::submissions::assigned_to;

/// Tasks with what was said about them; two statements, however many they are.
///
/// # Errors
/// The database cannot be read.
pub fn page(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    rows: Vec<(Task, Person, Unit)>,
) -> Result<Vec<wire::Task>, ApiError> {
    let ids: Vec<String> = rows.iter().map(|(task, ..)| task.id.clone()).collect();
    let notes: HashMap<String, String> = tasks::moves(connection, &ids)?
        .into_iter()
        .map(|moved| (moved.task_id, moved.note))
        .collect();
    let signed = signed(connection, caller, &rows)?;
    rows.into_iter()
        .map(|(task, person, unit)| {
            let note = notes.get(&task.id).cloned().unwrap_or_default();
            let done = signed
                .get(&task.subject_id)
                .is_some_and(|at| *at > task.opened_at);
            one(services, caller, (task, person, unit), done, note)
        })
        .collect()
}

/// When the caller last signed each of the submissions: another seat of a step that they signed is not theirs.
fn signed(
    connection: &mut AnyConnection,
    caller: &Caller,
    rows: &[(Task, Person, Unit)],
) -> Result<HashMap<String, Timestamp>, ApiError> {
    let review = word(&TaskKind::Review);
    let reviews: Vec<String> = rows
        .iter()
        .filter(|(task, ..)| task.kind == review)
        .map(|(task, ..)| task.subject_id.clone())
        .collect();
    let mut last = HashMap::new();
    for (submission, at) in tasks::signed_by(connection, &caller.account_id, &reviews)? {
        let known = last.entry(submission.unwrap_or_default()).or_insert(at);
        *known = at.max(*known);
    }
    Ok(last)
}

fn one(
    services: &Services,
    caller: &Caller,
    (task, person, unit): (Task, Person, Unit),
    signed: bool,
    note: String,
) -> Result<wire::Task, ApiError> {
    let rules = services.deployment.at(services.today());
    let role = rules.role(&task.role);
    let days_left = task.due_on.map(|date| {
        let due = Due {
            date,
            provisional: task.provisional,
        };
        services
            .calendar
            .get()
            .working_days_left(services.today(), &due)
    });
    let own = caller.is(&person.id);
    let assigned = assigned_to(caller, &task, &unit);
    let mine = if task.role.is_empty() {
        own
    } else {
        !own && !signed
            && caller.holds(&task.role, &unit.path)
            && (task.assignee_id.is_none() || assigned)
    };
    Ok(wire::Task {
        kind: variant(&task.kind)?,
        person_id: task.person_id,
        person_name: person.full_name,
        subject_id: task.subject_id,
        change_kind: task.change_kind.as_deref().map(variant).transpose()?,
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        due_on: task.due_on.map(|date| date.to_string()),
        opens_on: task.opens_on.map(|date| date.to_string()),
        provisional: task.provisional,
        days_left,
        clause: task.clause,
        why: task.why,
        why_en: task.why_en,
        mine,
        assigned_at: task.assigned_at.map(Timestamp::rfc3339),
        assigned_to_me: task.assignee_id.as_deref() == Some(&caller.account_id),
        may_reassign: !own
            && !task.role.is_empty()
            && answers_for(rules, caller, &task.role, &unit),
        assignee: task.assignee,
        note,
        unit_name: unit.name,
        id: task.id,
    })
}
