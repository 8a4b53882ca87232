//! A submission on its way through its chain, with some returns.

use chrono::NaiveDate;

use super::Play;
use super::matters::title;
use crate::deployment::Management;
use crate::workflows::{
    ChangeKind, Outcome, Reviewed, Verdict, returned_step_due, review, step_due,
};

/// One review in eight returns it.
const RETURN_PERCENT: u64 = 12;
/// After so many returns nobody returns it again, so that every play ends.
const MOST_RETURNS: usize = 2;

/// Plays a submission to its end. It goes by the rules of the day on which it was signed.
pub(super) fn submit(play: &mut Play<'_>, kind: ChangeKind, on: NaiveDate, person: &str) {
    let management = if play.dice.chance(30) {
        Management::Top
    } else {
        Management::Unit
    };
    let mut submitted = on;
    for _ in 0..=MOST_RETURNS {
        match through(play, kind, management, submitted, person) {
            Some(returned) => submitted = play.after(returned, 2),
            None => return,
        }
    }
}

/// Plays the chain once; the day of the return, where it comes back to whoever submitted it.
fn through(
    play: &mut Play<'_>,
    kind: ChangeKind,
    management: Management,
    submitted: NaiveDate,
    person: &str,
) -> Option<NaiveDate> {
    let deployment = play.deployment;
    let rules = deployment.at(submitted);
    let chain = rules.chain_for(management);
    let (mut step, mut previous, mut returns) = (0, submitted, 0);
    let mut sent_back = false;
    loop {
        let calendar = play.calendar;
        let due = if sent_back {
            returned_step_due(rules, calendar, kind, chain, step, submitted, previous)
        } else {
            step_due(rules, calendar, kind, chain, step, submitted, previous)
        }?;
        let at = chain.steps.get(step)?;
        let mut signed: Vec<&str> = Vec::new();
        let mut latest = previous;
        let mut outcome = None;
        for seat in at.seats() {
            let what = format!("Bước {}: {}", step + 1, at.duty);
            let who = title(rules, seat);
            latest = latest.max(play.duty(previous, (&what, &who, person), due.clone()));
            let returned = returns < MOST_RETURNS && play.dice.chance(RETURN_PERCENT);
            let verdict = if returned {
                let to = play.dice.below(u64::try_from(step).unwrap_or_default() + 1);
                Verdict::Return {
                    to: u16::try_from(to).unwrap_or_default(),
                }
            } else {
                Verdict::Approve
            };
            let done: Vec<_> = signed.iter().map(|role| Reviewed { role }).collect();
            outcome = review(chain, step, &done, seat, verdict).ok();
            signed.push(seat);
            if returned {
                break;
            }
        }
        previous = latest;
        sent_back = false;
        match outcome? {
            Outcome::NextStep(next) => step = next,
            Outcome::BackToStep(back) => {
                returns += 1;
                sent_back = true;
                step = back;
            }
            Outcome::BackToSubmitter => return Some(latest),
            Outcome::Effective | Outcome::Waits { .. } => return None,
        }
    }
}
