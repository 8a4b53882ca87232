//! By when a duty is due, and on which clause that rests. The rules asked are those of the day on
//! which the matter began, see [`Deployment::at`](crate::deployment::Deployment::at).

use chrono::NaiveDate;

use super::ChangeKind;
use crate::calendar::{Calendar, Due};
use crate::deployment::{Chain, Duty, Event, FirstDay, Rules, Step, TimedDuty, Within};

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
    /// The clause's own words, where the file has them.
    pub quote: Option<String>,
    /// The clause's text was not seen in full: to be confirmed.
    pub confirm: bool,
    /// Id in the requirements table.
    pub requirement: String,
}

impl StepDue {
    /// A duty without a deadline: the clause alone.
    #[must_use]
    pub fn undated(rules: &Rules, event_on: NaiveDate, clause: &str, requirement: &str) -> Self {
        let cited = Cited {
            clause,
            quote: None,
            confirm: false,
            requirement,
        };
        cited.due(rules, event_on, Event::AccountIssued)
    }
}

/// The source of a duty.
#[derive(Clone, Copy)]
struct Cited<'a> {
    clause: &'a str,
    quote: Option<&'a str>,
    confirm: bool,
    requirement: &'a str,
}

impl Cited<'_> {
    fn due(self, rules: &Rules, counted_from: NaiveDate, from: Event) -> StepDue {
        StepDue {
            due: None,
            opens: None,
            within: None,
            from,
            counted_from,
            clause: rules.cite(self.clause),
            quote: self.quote.map(str::to_owned),
            confirm: self.confirm,
            requirement: self.requirement.to_owned(),
        }
    }

    /// Counts days from an event, or finds the window in which its day lies.
    fn timed(
        self,
        rules: &Rules,
        calendar: &Calendar,
        (within, from): (Within, Event),
        event_on: NaiveDate,
    ) -> StepDue {
        let (due, opens) = match from.window() {
            Some(period) => {
                let window = calendar.window(event_on, period, within);
                (window.due(), Some(window.opens))
            }
            None => {
                // Counting the day itself is counting from the day before.
                let start = match rules.first_day {
                    FirstDay::Next => event_on,
                    FirstDay::Same => event_on.pred_opt().unwrap_or(event_on),
                };
                (calendar.deadline(start, within), None)
            }
        };
        StepDue {
            due: Some(due),
            opens,
            within: Some(within),
            ..self.due(rules, event_on, from)
        }
    }
}

/// When a step, counted from 0, is due; none where the chain has no such step.
///
/// A new profile goes by the step's own time, counted from the signature on the submission or on
/// the step before. For a change to a profile in force, one time counts from the submission for
/// all steps together where the regulation has such a rule (C4); a window stays with the step that
/// signs in it. The window is the one of the month of the submission.
#[must_use]
pub fn step_due(
    rules: &Rules,
    calendar: &Calendar,
    kind: ChangeKind,
    chain: &Chain,
    step_index: usize,
    submitted_on: NaiveDate,
    previous_on: NaiveDate,
) -> Option<StepDue> {
    let step = chain.steps.get(step_index)?;
    let (cited, within, from) = time_of(rules, kind, chain, step);
    let counted_from = match from {
        Event::PreviousStep => previous_on,
        _ => submitted_on,
    };
    Some(match within {
        Some(within) => cited.timed(rules, calendar, (within, from), counted_from),
        None => cited.due(rules, counted_from, from),
    })
}

/// When a step to which a submission was returned is due: its own time counts anew from the day of
/// the return, as if the step before had been signed then; one time for all steps together, or a
/// window, runs on from the submission.
#[must_use]
pub fn returned_step_due(
    rules: &Rules,
    calendar: &Calendar,
    kind: ChangeKind,
    chain: &Chain,
    step_index: usize,
    submitted_on: NaiveDate,
    returned_on: NaiveDate,
) -> Option<StepDue> {
    let step = chain.steps.get(step_index)?;
    let runs_on = later_change(rules, kind, step).is_some() || step.from.window().is_some();
    let from = if runs_on { submitted_on } else { returned_on };
    step_due(rules, calendar, kind, chain, step_index, from, returned_on)
}

fn later_change<'a>(
    rules: &'a Rules,
    kind: ChangeKind,
    step: &Step,
) -> Option<&'a crate::deployment::LaterChange> {
    rules
        .later_change
        .as_ref()
        .filter(|_| kind != ChangeKind::NewProfile)
        .filter(|later| later.from.window().is_none() || step.from == later.from)
}

fn time_of<'a>(
    rules: &'a Rules,
    kind: ChangeKind,
    chain: &'a Chain,
    step: &'a Step,
) -> (Cited<'a>, Option<Within>, Event) {
    if let Some(later) = later_change(rules, kind, step) {
        let cited = Cited {
            clause: &later.clause,
            quote: later.quote.as_deref(),
            confirm: later.confirm,
            requirement: &later.requirement,
        };
        return (cited, Some(later.within), later.from);
    }
    let cited = Cited {
        clause: &step.clause,
        quote: step.quote.as_deref(),
        confirm: step.confirm,
        requirement: &chain.requirement,
    };
    (cited, step.within, step.from)
}

/// When a change of this kind is to be entered (B4–B6), with the day of the event that the
/// regulation names; none where it sets no deadline.
#[must_use]
pub fn entry_due(
    rules: &Rules,
    calendar: &Calendar,
    kind: ChangeKind,
    event_on: NaiveDate,
) -> Option<StepDue> {
    let rule = rules.entry_rule(kind);
    let cited = Cited {
        clause: &rule.clause,
        quote: rule.quote.as_deref(),
        confirm: rule.confirm,
        requirement: &rule.requirement,
    };
    Some(cited.timed(rules, calendar, (rule.within?, rule.from?), event_on))
}

/// When the account is to be asked for (A3), with the day of the event that the regulation names;
/// none where nobody has to ask or there is no deadline.
#[must_use]
pub fn account_request_due(
    rules: &Rules,
    calendar: &Calendar,
    event_on: NaiveDate,
) -> Option<StepDue> {
    timed_duty_due(rules, calendar, rules.accounts.request.as_ref()?, event_on)
}

/// When the account is to be issued (A3), with the day of the event that the regulation names: the
/// request, or the recruitment decision where nobody has to ask; none where there is no deadline.
#[must_use]
pub fn account_issue_due(
    rules: &Rules,
    calendar: &Calendar,
    event_on: NaiveDate,
) -> Option<StepDue> {
    timed_duty_due(rules, calendar, &rules.accounts.issue, event_on)
}

fn timed_duty_due(
    rules: &Rules,
    calendar: &Calendar,
    duty: &TimedDuty,
    event_on: NaiveDate,
) -> Option<StepDue> {
    let cited = Cited {
        clause: &duty.clause,
        quote: duty.quote.as_deref(),
        confirm: duty.confirm,
        requirement: &duty.requirement,
    };
    Some(cited.timed(rules, calendar, (duty.within?, duty.from?), event_on))
}

/// When another duty is due: from the day of its event, in the window of that day, or the next time
/// in the year. Where no deadline is set, the clause alone.
#[must_use]
pub fn duty_due(rules: &Rules, calendar: &Calendar, duty: &Duty, event_on: NaiveDate) -> StepDue {
    let cited = Cited {
        clause: &duty.clause,
        quote: duty.quote.as_deref(),
        confirm: duty.confirm,
        requirement: &duty.requirement,
    };
    if let Some(yearly) = duty.yearly {
        return StepDue {
            due: Some(calendar.yearly(event_on, yearly)),
            ..cited.due(rules, event_on, Event::Reported)
        };
    }
    match (duty.within, duty.from) {
        (Some(within), Some(from)) => cited.timed(rules, calendar, (within, from), event_on),
        (_, from) => cited.due(rules, event_on, from.unwrap_or(Event::Reported)),
    }
}

/// When somebody's report of a wrong item is to be answered (B8): by the earliest time that the
/// regulation counts from the report; where it sets none, the clause alone; none where it says nothing.
#[must_use]
pub fn remark_due(rules: &Rules, calendar: &Calendar, reported_on: NaiveDate) -> Option<StepDue> {
    let duties = rules.duties.iter().filter(|duty| duty.requirement == "B8");
    duties
        .map(|duty| duty_due(rules, calendar, duty, reported_on))
        .filter(|found| found.due.is_none() || found.from == Event::Reported)
        .min_by_key(|found| found.due.map_or(NaiveDate::MAX, |due| due.date))
}
