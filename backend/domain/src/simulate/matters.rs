//! What happens in the year: people are recruited, something about them or by the organisation
//! changes, and the other duties come round.

use chrono::NaiveDate;

use super::submission::submit;
use super::{Play, months, quarters};
use crate::calendar::Period;
use crate::deployment::{Duty, EntryBy, Rules};
use crate::workflows::{
    ChangeKind, StepDue, account_issue_due, account_request_due, duty_due, entry_due,
};

const RECRUITED: usize = 6;
const CHANGES: usize = 10;

/// People arrive: account (A3), new profile (B4), its chain (C2, C3).
pub(super) fn recruitments(play: &mut Play<'_>, year: i32) {
    for _ in 0..RECRUITED {
        let (decided, person) = (play.day_of(year), play.person());
        let deployment = play.deployment;
        let rules = deployment.at(decided);
        let mut at = decided;
        if let Some(request) = &rules.accounts.request {
            let due = account_request_due(rules, play.calendar, at)
                .unwrap_or_else(|| undated(rules, at, &request.clause, &request.requirement));
            let who = title(rules, &request.role);
            at = play.duty(at, (&request.subject, &who, &person), due);
        }
        let issue = &rules.accounts.issue;
        let due = account_issue_due(rules, play.calendar, at)
            .unwrap_or_else(|| undated(rules, at, &issue.clause, &issue.requirement));
        let who = title(rules, &issue.role);
        let issued = play.duty(at, (&issue.subject, &who, &person), due);
        // Where the agency enters it, the time counts from the decision, not from the account.
        let counts_from = match rules.new_profile.by {
            EntryBy::Agency => decided,
            _ => issued,
        };
        enter(play, rules, ChangeKind::NewProfile, counts_from, &person);
    }
}

/// Something changes about a person, or by a decision of the organisation (B5, B6, C4).
pub(super) fn changes(play: &mut Play<'_>, year: i32) {
    for kind in [ChangeKind::PersonalChange, ChangeKind::OrganisationChange] {
        for _ in 0..CHANGES {
            let (on, person) = (play.day_of(year), play.person());
            let rules = play.deployment.at(on);
            enter(play, rules, kind, on, &person);
        }
    }
}

fn enter(play: &mut Play<'_>, rules: &Rules, kind: ChangeKind, on: NaiveDate, person: &str) {
    let rule = rules.entry_rule(kind);
    let due = entry_due(rules, play.calendar, kind, on)
        .unwrap_or_else(|| undated(rules, on, &rule.clause, &rule.requirement));
    let entered = play.duty(on, (&rule.subject, &rule.actor, person), due);
    submit(play, kind, entered, person);
}

/// The other duties: each month, quarter or year where they come round, once each otherwise.
pub(super) fn other_duties(play: &mut Play<'_>, year: i32) {
    let deployment = play.deployment;
    let mut keys: Vec<&str> = Vec::new();
    for duty in deployment.blocks.iter().flat_map(|block| &block.duties) {
        if !keys.contains(&duty.key.as_str()) {
            keys.push(&duty.key);
        }
    }
    for key in keys {
        for on in occasions(play, key, year) {
            let rules = deployment.at(on);
            if let Some(duty) = rules.duty(key) {
                let due = duty_due(rules, play.calendar, duty, on);
                let about = if duty.from.is_some_and(|from| from.window().is_none()) {
                    play.person()
                } else {
                    String::new()
                };
                play.duty(on, (&duty.subject, &duty.actor, &about), due);
            }
        }
    }
}

/// Days of the year on which a duty comes; none for what always goes on.
fn occasions(play: &mut Play<'_>, key: &str, year: i32) -> Vec<NaiveDate> {
    let deployment = play.deployment;
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let day = play.day_of(year);
    let duty = |on| deployment.at(on).duty(key);
    let of_month = |on: &NaiveDate| {
        let window = |duty: &Duty| duty.from.and_then(crate::deployment::Event::window);
        duty(*on).and_then(window)
    };
    let monthly = months(year).filter(|on| of_month(on).is_some_and(|p| p != Period::Quarter));
    let quarterly = quarters(year).filter(|on| of_month(on) == Some(Period::Quarter));
    let mut days: Vec<_> = monthly.chain(quarterly).collect();
    match duty(day) {
        Some(found) if found.yearly.is_some() => days.push(first),
        Some(found) if found.within.is_some() && of_month(&day).is_none() => days.push(day),
        _ => {}
    }
    days
}

fn undated(rules: &Rules, on: NaiveDate, clause: &str, requirement: &str) -> StepDue {
    StepDue::undated(rules, on, clause, requirement)
}

pub(super) fn title(rules: &Rules, role: &str) -> String {
    rules
        .role(role)
        .map_or_else(|| role.to_owned(), |role| role.title.clone())
}
