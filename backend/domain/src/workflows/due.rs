//! By when a duty is due, and on which clause that rests.

use chrono::NaiveDate;

use super::ChangeKind;
use crate::calendar::{Calendar, Due};
use crate::deployment::{Chain, Deployment, Event, TimedDuty, Within};

/// When something is due and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepDue {
    /// Last day in time; none where the regulation sets no deadline.
    pub due: Option<Due>,
    /// First day on which it is to be done, where there is a window for it.
    pub opens: Option<NaiveDate>,
    /// The regulation's number of days.
    pub within: Option<Within>,
    /// What the days count from.
    pub from: Event,
    /// Day of that event.
    pub counted_from: NaiveDate,
    /// Clause and regulation: `điểm b khoản 2 Điều 7 QĐ 832/QĐ-BNV`.
    pub clause: String,
    /// Id in the requirements table.
    pub requirement: String,
}

/// When a step, counted from 0, is due; none where the chain has no such step.
///
/// A new profile goes by the step's own time, counted from the signature on the submission or on
/// the step before. For a change to a profile in force, one time counts from the submission for
/// all steps together where the regulation has such a rule (C4); a month-end window stays with the
/// step that signs in it. The window is the one of the month of the submission.
#[must_use]
pub fn step_due(
    deployment: &Deployment,
    calendar: &Calendar,
    kind: ChangeKind,
    chain: &Chain,
    step_index: usize,
    submitted_on: NaiveDate,
    previous_on: NaiveDate,
) -> Option<StepDue> {
    let step = chain.steps.get(step_index)?;
    let later = deployment
        .later_change
        .as_ref()
        .filter(|_| kind != ChangeKind::NewProfile)
        .filter(|later| later.from != Event::MonthEndWindow || step.from == later.from);
    let (within, from, clause, requirement) = match later {
        Some(later) => (
            Some(later.within),
            later.from,
            &later.clause,
            &later.requirement,
        ),
        None => (step.within, step.from, &step.clause, &chain.requirement),
    };
    let counted_from = match from {
        Event::PreviousStep => previous_on,
        _ => submitted_on,
    };
    let (due, opens) = match within {
        Some(window) if from == Event::MonthEndWindow => {
            let window = calendar.month_end_window(counted_from, window.days);
            (Some(window.due()), Some(window.opens))
        }
        Some(within) => (Some(calendar.deadline(counted_from, within)), None),
        None => (None, None),
    };
    Some(StepDue {
        due,
        opens,
        within,
        from,
        counted_from,
        clause: deployment.cite(clause),
        requirement: requirement.clone(),
    })
}

/// When a change of this kind is to be entered (B4–B6), with the day of the event that the
/// regulation names; none where it sets no deadline.
#[must_use]
pub fn entry_due(
    deployment: &Deployment,
    calendar: &Calendar,
    kind: ChangeKind,
    event_on: NaiveDate,
) -> Option<StepDue> {
    let rule = deployment.entry_rule(kind);
    let timed = (rule.within?, rule.from?);
    let cited = (rule.clause.as_str(), rule.requirement.as_str());
    Some(duty_due(deployment, calendar, timed, cited, event_on))
}

/// When the account is to be asked for (A3), with the day of the event that the regulation names;
/// none where nobody has to ask or there is no deadline.
#[must_use]
pub fn account_request_due(
    deployment: &Deployment,
    calendar: &Calendar,
    event_on: NaiveDate,
) -> Option<StepDue> {
    let duty = deployment.accounts.request.as_ref()?;
    timed_duty_due(deployment, calendar, duty, event_on)
}

/// When the account is to be issued (A3), with the day of the event that the regulation names: the
/// request, or the recruitment decision where nobody has to ask; none where there is no deadline.
#[must_use]
pub fn account_issue_due(
    deployment: &Deployment,
    calendar: &Calendar,
    event_on: NaiveDate,
) -> Option<StepDue> {
    timed_duty_due(deployment, calendar, &deployment.accounts.issue, event_on)
}

fn timed_duty_due(
    deployment: &Deployment,
    calendar: &Calendar,
    duty: &TimedDuty,
    event_on: NaiveDate,
) -> Option<StepDue> {
    let timed = (duty.within?, duty.from?);
    let cited = (duty.clause.as_str(), duty.requirement.as_str());
    Some(duty_due(deployment, calendar, timed, cited, event_on))
}

fn duty_due(
    deployment: &Deployment,
    calendar: &Calendar,
    (within, from): (Within, Event),
    (clause, requirement): (&str, &str),
    event_on: NaiveDate,
) -> StepDue {
    StepDue {
        due: Some(calendar.deadline(event_on, within)),
        opens: None,
        within: Some(within),
        from,
        counted_from: event_on,
        clause: deployment.cite(clause),
        requirement: requirement.to_owned(),
    }
}
