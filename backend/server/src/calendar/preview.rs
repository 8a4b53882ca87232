//! What an amendment, or its withdrawal, would do to open deadlines.

use chrono::{Datelike as _, NaiveDate};
use congvu_db::{AnyConnection, CalendarAmendment, Task, calendar};
use congvu_domain::calendar::{Calendar, Due, Recomputed, recompute};
use congvu_openapi::calendar as wire;
use congvu_openapi::calendar::AmendmentKind;

use super::amend::check;
use super::due::count;
use super::in_force::calendar as amended;
use super::operator::operator;
use super::recount::TASKS_AT_ONCE;
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::ApiError;
use crate::services::Services;

/// How many are listed of each.
const LISTED: usize = 50;

/// What is thought of.
pub(super) enum Thought {
    Enter {
        date: NaiveDate,
        kind: AmendmentKind,
    },
    Withdraw {
        id: String,
    },
}

/// # Errors
/// 403 for anybody but the operator, 404 where the amendment to be withdrawn does not exist, 422 where the day could not be entered.
pub(super) fn preview(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    thought: &Thought,
) -> Result<wire::AmendmentPreview, ApiError> {
    operator(connection, caller)?;
    let calendar = thought_of(services, connection, thought)?;
    let mut answer = wire::AmendmentPreview {
        extended: 0,
        would_shorten: 0,
        unchanged: 0,
        extended_first: Vec::new(),
        would_shorten_first: Vec::new(),
    };
    let mut after = String::new();
    loop {
        let rows = calendar::open_deadlines(connection, &after, TASKS_AT_ONCE)?;
        let Some((last, _)) = rows.last() else {
            return Ok(answer);
        };
        after = last.id.clone();
        for (task, unit) in &rows {
            weigh(services, &calendar, task, unit, &mut answer)?;
        }
    }
}

fn thought_of(
    services: &Services,
    connection: &mut AnyConnection,
    thought: &Thought,
) -> Result<Calendar, ApiError> {
    let mut amendments = calendar::amendments(connection)?;
    match thought {
        Thought::Enter { date, kind } => {
            if *kind == AmendmentKind::YearComplete {
                return Ok(amended(&amendments).announced(date.year()));
            }
            let thought = CalendarAmendment {
                id: String::new(),
                day: *date,
                kind: word(kind),
                name: "-".to_owned(),
                announcement: "-".to_owned(),
                announced_on: *date,
                entered_by: String::new(),
                entered_at: services.now().into(),
                withdrawn_by: String::new(),
                withdrawn_at: None,
            };
            check(connection, &thought)?;
            amendments.push(thought);
        }
        Thought::Withdraw { id } => {
            calendar::amendment(connection, id)?;
            amendments.retain(|row| row.id != *id);
        }
    }
    Ok(amended(&amendments))
}

fn weigh(
    services: &Services,
    calendar: &Calendar,
    task: &Task,
    unit: &str,
    answer: &mut wire::AmendmentPreview,
) -> Result<(), ApiError> {
    let counted = count(&services.deployment, calendar, task);
    let (Some(counted), Some(date)) = (counted, task.due_on) else {
        answer.unchanged += 1;
        return Ok(());
    };
    let old = Due {
        date,
        provisional: task.provisional,
    };
    let (number, list) = match recompute(old, counted.due) {
        Recomputed::Kept(_) => {
            answer.unchanged += 1;
            return Ok(());
        }
        Recomputed::Extended { .. } => (&mut answer.extended, &mut answer.extended_first),
        Recomputed::WouldShorten { .. } => {
            (&mut answer.would_shorten, &mut answer.would_shorten_first)
        }
    };
    *number += 1;
    if list.len() < LISTED {
        let rules = services.rules();
        let role = rules.role(&task.role);
        list.push(wire::DueMove {
            task_id: task.id.clone(),
            kind: variant(&task.kind)?,
            role: role.map(|role| role.title.clone()).unwrap_or_default(),
            role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
            unit_name: unit.to_owned(),
            old_due: date.to_string(),
            new_due: counted.due.date.to_string(),
        });
    }
    Ok(())
}
