//! A year of invented events played through a deployment file, for those who write one: what falls
//! due when, on whom, by which clause. Nothing here is stored or real.

mod dice;
mod matters;
mod submission;

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::calendar::{Calendar, Due};
use crate::deployment::Deployment;
use crate::workflows::StepDue;
use dice::Dice;

/// Something that comes to somebody to be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SimulatedEvent {
    /// Day on which it comes.
    pub date: NaiveDate,
    /// What is to be done, in Vietnamese.
    pub what: String,
    /// Who does it: a title of the regulation, or an invented person.
    pub who: String,
    /// The invented person whom it is about; empty for what concerns nobody in particular.
    pub about: String,
    /// First day on which it can be done, where there is a window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opens: Option<NaiveDate>,
    /// Last day in time; none where the regulation sets no deadline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Day on which it is done in this play; some are late, so that this shows too.
    pub done: NaiveDate,
    /// Done after the last day in time.
    pub late: bool,
    /// Clause and regulation.
    pub clause: String,
    /// Id in the requirements table.
    pub requirement: String,
    /// The clause's text was not seen in full: to be confirmed.
    pub confirm: bool,
}

/// Plays a year. The same deployment, calendar, year and seed always give the same events, in the
/// order of their days.
#[must_use]
pub fn simulate(
    deployment: &Deployment,
    calendar: &Calendar,
    year: i32,
    seed: u64,
) -> Vec<SimulatedEvent> {
    let mut play = Play {
        deployment,
        calendar,
        dice: Dice::new(seed),
        events: Vec::new(),
    };
    matters::recruitments(&mut play, year);
    matters::changes(&mut play, year);
    matters::other_duties(&mut play, year);
    let mut events = play.events;
    events.sort_by_key(|event| event.date);
    events
}

/// What a play needs to go on.
struct Play<'a> {
    deployment: &'a Deployment,
    calendar: &'a Calendar,
    dice: Dice,
    events: Vec<SimulatedEvent>,
}

impl Play<'_> {
    /// Puts down a duty and answers the day on which it is done.
    fn duty(
        &mut self,
        date: NaiveDate,
        (what, who, about): (&str, &str, &str),
        due: StepDue,
    ) -> NaiveDate {
        let done = self.done(date, &due);
        self.events.push(SimulatedEvent {
            date,
            what: what.to_owned(),
            who: who.to_owned(),
            about: about.to_owned(),
            opens: due.opens,
            late: due.due.is_some_and(|due| due.is_overdue(done)),
            due: due.due,
            done,
            clause: due.clause,
            requirement: due.requirement,
            confirm: due.confirm,
        });
        done
    }

    /// A working day on which something is done: mostly in time, not before its window opens.
    fn done(&mut self, date: NaiveDate, due: &StepDue) -> NaiveDate {
        let first = due.opens.map_or(date, |opens| opens.max(date));
        let last = due.due.map_or_else(|| self.after(first, 3), |due| due.date);
        let last = self.calendar.working_day_from(last.max(first));
        let done = if self.dice.chance(LATE_PERCENT) {
            let days = self.dice.below(6) + 1;
            self.after(last, days)
        } else {
            let span = u64::try_from((last - first).num_days()).unwrap_or_default();
            let days = self.dice.below(span + 1);
            self.after(first, days).min(last)
        };
        self.calendar.working_day_from(done)
    }

    /// A day of the year.
    fn day_of(&mut self, year: i32) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
        let days = self.dice.below(LAST_EVENT_DAY);
        let day = self.after(first, days);
        self.calendar.working_day_from(day)
    }

    fn after(&self, day: NaiveDate, days: u64) -> NaiveDate {
        day.checked_add_days(chrono::Days::new(days)).unwrap_or(day)
    }

    fn person(&mut self) -> String {
        self.dice.name()
    }
}

/// One duty in nine is done late.
const LATE_PERCENT: u64 = 11;
/// Events begin up to the last day of a year that is not a leap year.
const LAST_EVENT_DAY: u64 = 365;

/// First day of each month of a year.
fn months(year: i32) -> impl Iterator<Item = NaiveDate> {
    (1..=12).filter_map(move |month| NaiveDate::from_ymd_opt(year, month, 1))
}

/// First day of each quarter.
fn quarters(year: i32) -> impl Iterator<Item = NaiveDate> {
    months(year).filter(|day| day.month0().is_multiple_of(3))
}
