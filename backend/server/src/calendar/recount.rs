//! Open deadlines counted anew after the calendar changed: in batches, each a transaction, from the
//! database alone, so that whatever is interrupted is done at the next look, on whichever server.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use congvu_db::calendar::NewDue;
use congvu_db::{AnyConnection, CalendarAmendment, DueChange, Task, Timestamp, accounts, calendar};
use congvu_domain::calendar::{Calendar, Due, Recomputed, recompute};
use congvu_openapi::calendar::DueOutcome;

use super::changes::{NewChange, note, settle};
use super::due::{Counted, count, reason};
use super::in_force::CountedWith;
use super::names;
use crate::audit::{self, Event, Ground};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Said};
use crate::services::Services;

/// Tasks of one transaction.
pub const TASKS_AT_ONCE: i64 = 500;
/// A request that began with the old days has ended by then.
const SETTLES_AFTER: TimeDelta = TimeDelta::minutes(1);

/// Takes over what was announced, and counts open deadlines anew where something was: at once, and
/// once more when whatever was being opened meanwhile is there. Answers how many changed.
///
/// # Errors
/// The database cannot be used; the next look tries again.
pub fn look(services: &Services) -> Result<usize, ApiError> {
    let in_force = &services.calendar;
    let database = &services.database;
    database.read::<_, ApiError>(|connection| Ok(in_force.refresh(connection)?))?;
    let (_, amendments) = in_force.snapshot();
    let now = services.now();
    let settled = match in_force.counted() {
        Some(with) if *with.amendments == *amendments => {
            if with.settled || now < with.at + SETTLES_AFTER {
                return Ok(0);
            }
            true
        }
        _ => false,
    };
    let changed = recount(services)?;
    in_force.set_counted(CountedWith {
        amendments,
        at: now,
        settled,
    });
    Ok(changed)
}

/// Counts every open deadline anew. Answers how many were extended or would be shortened.
///
/// # Errors
/// The database cannot be used; what was written until then stays.
pub fn recount(services: &Services) -> Result<usize, ApiError> {
    let mut after = String::new();
    let mut changed = 0;
    loop {
        let calendar = services.calendar.get();
        let (last, needed) = services
            .database
            .read(|connection| scan(services, connection, &calendar, &after))?;
        let Some(last) = last else {
            return Ok(changed);
        };
        if needed {
            changed += services
                .database
                .write(|connection| batch(services, connection, &after))?;
        }
        after = last;
    }
}

/// The last task of the next batch, and whether something is to be written about any of them.
fn scan(
    services: &Services,
    connection: &mut AnyConnection,
    calendar: &Calendar,
    after: &str,
) -> Result<(Option<String>, bool), ApiError> {
    let rows = calendar::open_deadlines(connection, after, TASKS_AT_ONCE)?;
    let ids: Vec<&str> = rows.iter().map(|(task, _)| task.id.as_str()).collect();
    let pending: HashSet<String> = calendar::changes_of(connection, &ids)?
        .into_iter()
        .filter(is_pending)
        .map(|change| change.task_id)
        .collect();
    let needed = rows
        .iter()
        .any(|(task, _)| pending.contains(&task.id) || differs(services, calendar, task));
    Ok((rows.last().map(|(task, _)| task.id.clone()), needed))
}

fn differs(services: &Services, calendar: &Calendar, task: &Task) -> bool {
    count(&services.deployment, calendar, task).is_some_and(|counted| {
        task.due_on != Some(counted.due.date)
            || task.provisional != counted.due.provisional
            || task.opens_on != counted.opens
    })
}

fn is_pending(change: &DueChange) -> bool {
    change.outcome == word(&DueOutcome::WouldShorten)
}

/// Who changed the calendar last.
struct Actor {
    /// None where nobody did: the program came with a new list.
    caller: Option<Caller>,
    name: String,
}

impl Actor {
    fn load(
        services: &Services,
        connection: &mut AnyConnection,
        amendments: &[CalendarAmendment],
    ) -> Result<Self, ApiError> {
        let Some(last) = amendments.iter().max_by_key(|row| acted_at(row)) else {
            return Ok(Self {
                caller: None,
                name: "Công Vụ".to_owned(),
            });
        };
        let id = if last.withdrawn_at.is_some() {
            &last.withdrawn_by
        } else {
            &last.entered_by
        };
        // Whoever announced it did, also where the account was closed since.
        let (account, _) = accounts::find(connection, id)?;
        let caller = Caller::load(services, connection, &account, String::new(), String::new())?;
        Ok(Self {
            name: caller.name.clone(),
            caller: Some(caller),
        })
    }
}

/// When something was last said of a day.
fn acted_at(row: &CalendarAmendment) -> Timestamp {
    row.withdrawn_at.unwrap_or(row.entered_at)
}

/// One batch of a recount.
struct Recount<'a> {
    services: &'a Services,
    calendar: Arc<Calendar>,
    amendments: Arc<[CalendarAmendment]>,
    actor: Actor,
}

fn batch(
    services: &Services,
    connection: &mut AnyConnection,
    after: &str,
) -> Result<usize, ApiError> {
    let tasks = calendar::lock_open_deadlines(connection, after, TASKS_AT_ONCE)?;
    let ids: Vec<&str> = tasks.iter().map(|task| task.id.as_str()).collect();
    let mut changes: HashMap<String, Vec<DueChange>> = HashMap::new();
    for change in calendar::changes_of(connection, &ids)? {
        changes
            .entry(change.task_id.clone())
            .or_default()
            .push(change);
    }
    let (calendar, amendments) = services.calendar.snapshot();
    let recount = Recount {
        services,
        actor: Actor::load(services, connection, &amendments)?,
        calendar,
        amendments,
    };
    let mut changed = 0;
    for task in &tasks {
        let earlier = changes.get(&task.id).map_or(&[][..], Vec::as_slice);
        changed += usize::from(recount.one(connection, task, earlier)?);
    }
    Ok(changed)
}

impl Recount<'_> {
    /// Counts one deadline; true where it was extended or would be shortened.
    fn one(
        &self,
        connection: &mut AnyConnection,
        task: &Task,
        earlier: &[DueChange],
    ) -> Result<bool, ApiError> {
        let counted = count(&self.services.deployment, &self.calendar, task);
        let (Some(counted), Some(date)) = (counted, task.due_on) else {
            return Ok(false);
        };
        let old = Due {
            date,
            provisional: task.provisional,
        };
        let pending = earlier.iter().find(|change| is_pending(change));
        let result = recompute(old, counted.due);
        if let (Recomputed::WouldShorten { computed, .. }, Some(pending)) = (result, pending)
            && (pending.old_due, pending.new_due) == (date, computed.date)
        {
            return Ok(false);
        }
        if let Some(pending) = pending {
            settle(connection, pending, DueOutcome::Superseded)?;
        }
        match result {
            Recomputed::Kept(_) => {
                if differs(self.services, &self.calendar, task) {
                    put(connection, task, date, &counted)?;
                }
                return Ok(false);
            }
            Recomputed::Extended { to, .. } => {
                put(connection, task, date, &counted)?;
                self.log(
                    connection,
                    task,
                    earlier,
                    (date, to.date, DueOutcome::Extended),
                )?;
            }
            Recomputed::WouldShorten { computed, .. } => {
                let change = (date, computed.date, DueOutcome::WouldShorten);
                self.log(connection, task, earlier, change)?;
            }
        }
        Ok(true)
    }

    /// Writes a change into the task's log and into the audit.
    fn log(
        &self,
        connection: &mut AnyConnection,
        task: &Task,
        earlier: &[DueChange],
        (old_due, new_due, outcome): (NaiveDate, NaiveDate, DueOutcome),
    ) -> Result<(), ApiError> {
        let since = earlier
            .last()
            .map_or(task.opened_at, |change| change.at.max(task.opened_at));
        let reason = self.said(task, since, old_due.max(new_due));
        note(
            self.services,
            connection,
            NewChange {
                task,
                old_due,
                new_due,
                outcome,
                reason: &reason,
                by_name: &self.actor.name,
            },
        )?;
        let Some(caller) = &self.actor.caller else {
            return Ok(());
        };
        let event = Event {
            action: &format!("due_{}", word(&outcome)),
            person_id: Some(&task.person_id),
            subject: &task.id,
            ground: Ground::Regulation,
        };
        audit::record(self.services, connection, caller, event)
    }

    /// What was announced about days that the deadline counts: since it was last counted, where anything was.
    fn said(&self, task: &Task, since: Timestamp, until: NaiveDate) -> Said {
        let from = task.counted_from.unwrap_or(until);
        let within = |row: &&CalendarAmendment| row.day > from && row.day <= until;
        let rows: Vec<_> = self.amendments.iter().filter(within).collect();
        let newer: Vec<_> = rows
            .iter()
            .copied()
            .filter(|row| acted_at(row) >= since)
            .collect();
        let told = if newer.is_empty() { rows } else { newer };
        names::announced(told.into_iter())
    }
}

/// Gives the task the deadline that was counted, with its reason told anew.
pub(super) fn put(
    connection: &mut AnyConnection,
    task: &Task,
    from: NaiveDate,
    counted: &Counted,
) -> Result<bool, ApiError> {
    let why = reason(task, counted);
    let to = NewDue {
        due_on: counted.due.date,
        opens_on: counted.opens,
        provisional: counted.due.provisional,
        why: why.vi,
        why_en: why.en,
    };
    Ok(calendar::move_due(connection, &task.id, from, &to)?)
}
