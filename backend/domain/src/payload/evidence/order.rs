//! The order of the signatures: from the submission step by step to the last approval, with several
//! reviewers side by side and ways back to an earlier step.

use super::EvidenceProblem;
use crate::access::separation::{Acting, Signed, may_decide};
use crate::payload::{Act, SignedAct};

/// Checks the acts that could be read, with their positions.
pub(super) fn check(acts: &[(usize, SignedAct)], problems: &mut Vec<EvidenceProblem>) {
    let Some((_, first)) = acts.first() else {
        return;
    };
    let last = acts.last().map_or(0, |(_, act)| act.step);
    let mut walk = Walk {
        submitted: first.acting(),
        last,
        step: 0,
        read: 0,
        earlier: Vec::new(),
        beside: Vec::new(),
        problems,
    };
    for (at, act) in acts {
        walk.step(*at, act);
    }
    if acts.last().map(|(_, act)| act.act) != Some(Act::Approve) {
        problems.push(EvidenceProblem::NotApproved);
    }
}

struct Walk<'a, 'p> {
    submitted: Acting<'a>,
    /// The step of the last signature.
    last: u16,
    /// Step of the signature before, or the one that it was returned to less one.
    step: u16,
    /// Position after the signature before.
    read: usize,
    /// Approvals of the steps before this one.
    earlier: Vec<Acting<'a>>,
    /// Approvals of this step.
    beside: Vec<Acting<'a>>,
    problems: &'p mut Vec<EvidenceProblem>,
}

impl<'a> Walk<'a, '_> {
    fn step(&mut self, at: usize, act: &'a SignedAct) {
        let begins = matches!(act.act, Act::Submit | Act::Enter);
        let next = if at == 0 { 0 } else { self.step + 1 };
        // What stands between could not be read, which has been reported.
        let gap = at > self.read;
        self.read = at + 1;
        let side_by_side = at > 0 && act.step == self.step && !self.beside.is_empty();
        if act.step != next && !side_by_side && !gap {
            self.problems.push(EvidenceProblem::Order {
                act: at,
                expected: usize::from(next),
                found: act.step,
            });
        }
        if begins != (at == 0) {
            self.problems
                .push(EvidenceProblem::UnexpectedAct { act: at });
            self.step = act.step;
            return;
        }
        if begins {
            return;
        }
        if !side_by_side {
            self.earlier.append(&mut self.beside);
        }
        self.step = act.step;
        self.separation(at, act);
        match (act.act, act.return_to.filter(|to| *to > 0)) {
            (Act::Approve, _) => self.beside.push(act.acting()),
            (Act::Return, Some(to)) if to < act.step => {
                // An earlier step looks again; what was approved since then no longer counts.
                self.step = to - 1;
                self.beside.clear();
            }
            (Act::Return, Some(to)) => self.problems.push(EvidenceProblem::Order {
                act: at,
                expected: usize::from(act.step.saturating_sub(1)),
                found: to,
            }),
            // A return to the submitter ends a submission: it made no version.
            _ => self.problems.push(EvidenceProblem::NotApproved),
        }
    }

    fn separation(&mut self, at: usize, act: &SignedAct) {
        let signed = Signed {
            profile: &act.person,
            submitted: self.submitted,
            earlier: &self.earlier,
            beside: &self.beside,
            last: act.step == self.last && act.act == Act::Approve,
        };
        if let Err(conflict) = may_decide(&act.acting(), &signed) {
            self.problems
                .push(EvidenceProblem::Separation { act: at, conflict });
        }
    }
}
