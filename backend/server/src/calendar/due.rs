//! A task's deadline counted anew, and its reason told anew.

use chrono::{Days, NaiveDate};
use congvu_db::Task;
use congvu_domain::calendar::{Calendar, Due, Period};
use congvu_domain::deployment::{DayUnit, Deployment, Event, FirstDay, Within};
use congvu_domain::workflows::{StepDue, Why, why};

use crate::codes::variant;

/// When a task is due by a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    pub due: Due,
    /// First day of the window, where there is one.
    pub opens: Option<NaiveDate>,
    /// The regulation's number of days.
    pub within: Within,
    /// Last day that does not count: of the event, or the day before where the regulation counts the day of
    /// the event itself.
    pub after: NaiveDate,
}

/// Counts the deadline of a task from what it was counted from; none where it cannot be.
#[must_use]
pub fn count(deployment: &Deployment, calendar: &Calendar, task: &Task) -> Option<Counted> {
    let from = task.counted_from?;
    if let Some(days) = task.days {
        let within = Within {
            days: u16::try_from(days).ok()?,
            unit: variant(&task.unit).ok()?,
        };
        let after = match deployment.at(from).first_day {
            FirstDay::Next => from,
            FirstDay::Same => from.pred_opt()?,
        };
        return Some(Counted {
            due: calendar.deadline(after, within),
            opens: None,
            within,
            after,
        });
    }
    let (period, within) = told_window(task).or_else(|| month_end(task))?;
    let window = calendar.window(from, period, within);
    Some(Counted {
        due: window.due(),
        opens: Some(window.opens),
        within,
        after: window.opens.pred_opt()?,
    })
}

/// The window of which a task's reason tells. A task keeps of it only its first and last day.
fn told_window(task: &Task) -> Option<(Period, Within)> {
    let days = task.why.split(' ').next()?.parse().ok()?;
    let unit = if task.why.contains(" ngày làm việc cuối ") {
        DayUnit::Working
    } else {
        DayUnit::Calendar
    };
    let told = Counted {
        due: as_it_is(task)?,
        opens: Some(task.opens_on?),
        within: Within { days, unit },
        after: task.opens_on?,
    };
    Event::ALL
        .into_iter()
        .filter(|event| said(task, &told, *event).is_some_and(|reason| reason.vi == task.why))
        .find_map(Event::window)
        .map(|period| (period, told.within))
}

/// The window of a task without a reason: the last calendar days of the month, where its days fit.
fn month_end(task: &Task) -> Option<(Period, Within)> {
    let last = Period::Month.last_day(task.counted_from?);
    let (opens, due) = (task.opens_on?, task.due_on?);
    if opens > last || due < last || opens.checked_add_days(Days::new(31))? < last {
        return None;
    }
    let within = Within {
        days: u16::try_from((last - opens).num_days() + 1).ok()?,
        unit: DayUnit::Calendar,
    };
    Some((Period::Month, within))
}

/// The deadline that the task has.
fn as_it_is(task: &Task) -> Option<Due> {
    Some(Due {
        date: task.due_on?,
        provisional: task.provisional,
    })
}

/// The reason of a deadline as it is counted now; the old one where it was told in other words.
#[must_use]
pub fn reason(task: &Task, counted: &Counted) -> Why {
    told_event(task, counted)
        .and_then(|event| said(task, counted, event))
        .unwrap_or_else(|| Why {
            vi: task.why.clone(),
            en: task.why_en.clone(),
            quote: None,
            confirm: false,
        })
}

/// The event that a task's deadline counts from: the one for which its reason reads as it does.
fn told_event(task: &Task, counted: &Counted) -> Option<Event> {
    let told = Counted {
        due: as_it_is(task)?,
        opens: task.opens_on,
        ..*counted
    };
    Event::ALL
        .into_iter()
        .find(|event| said(task, &told, *event).is_some_and(|reason| reason.vi == task.why))
}

fn said(task: &Task, counted: &Counted, event: Event) -> Option<Why> {
    Some(why(&StepDue {
        due: Some(counted.due),
        opens: counted.opens,
        within: Some(counted.within),
        from: event,
        counted_from: task.counted_from?,
        clause: task.clause.clone(),
        quote: None,
        confirm: false,
        requirement: String::new(),
    }))
}
