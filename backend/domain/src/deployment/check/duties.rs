//! Duties outside the chains: accounts, entering data, and the deadline of a later change.

use super::super::draft::Draft;
use super::super::model::{AccountRules, EntryRule, Event, LaterChange, TimedDuty};
use super::Checker;
use super::timing::with_windows;
use crate::access::Action;

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    if let Some(rules) = &draft.accounts {
        accounts(rules, checker);
    }
    let new_profile = [
        Event::AccountIssued,
        Event::RecruitmentDecision,
        Event::DecisionEffective,
    ];
    let change = [Event::ChangeOccurred, Event::DecisionEffective];
    for (path, rule, allowed) in [
        ("new_profile", &draft.new_profile, new_profile.as_slice()),
        ("personal_change", &draft.personal_change, change.as_slice()),
        (
            "organisation_change",
            &draft.organisation_change,
            change.as_slice(),
        ),
    ] {
        if let Some(rule) = rule {
            entry(path, rule, allowed, checker);
        }
    }
    if let Some(rule) = &draft.later_change {
        later_change(rule, draft, checker);
    }
}

fn accounts(rules: &AccountRules, checker: &mut Checker<'_, '_, '_>) {
    checker.clause("accounts.personal_clause", &rules.personal_clause);
    if let Some(request) = &rules.request {
        duty(
            "accounts.request",
            request,
            Action::EnterProfiles,
            &[Event::RecruitmentDecision, Event::DecisionEffective],
            checker,
        );
    }
    // Nothing can count from a request that nobody makes.
    let allowed: &[Event] = if rules.request.is_some() {
        &[Event::AccountRequested, Event::RecruitmentDecision]
    } else {
        &[Event::RecruitmentDecision, Event::DecisionEffective]
    };
    duty(
        "accounts.issue",
        &rules.issue,
        Action::IssueAccounts,
        allowed,
        checker,
    );
}

fn duty(
    path: &str,
    duty: &TimedDuty,
    action: Action,
    allowed: &[Event],
    checker: &mut Checker<'_, '_, '_>,
) {
    checker.role(&format!("{path}.role"), &duty.role, Some(action));
    checker.text(&format!("{path}.subject"), &duty.subject);
    checker.duty_time(path, duty.within, duty.from, allowed);
    checker.cited(path, &duty.clause, duty.quote.as_deref(), duty.confirm);
    checker.requirement(&format!("{path}.requirement"), &duty.requirement);
}

fn entry(path: &str, rule: &EntryRule, allowed: &[Event], checker: &mut Checker<'_, '_, '_>) {
    checker.text(&format!("{path}.actor"), &rule.actor);
    checker.text(&format!("{path}.subject"), &rule.subject);
    checker.duty_time(path, rule.within, rule.from, allowed);
    checker.cited(path, &rule.clause, rule.quote.as_deref(), rule.confirm);
    checker.requirement(&format!("{path}.requirement"), &rule.requirement);
}

fn later_change(rule: &LaterChange, draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let path = "later_change";
    checker.text("later_change.subject", &rule.subject);
    checker.text("later_change.authority", &rule.authority);
    let allowed = with_windows(Event::Submitted);
    checker.time(path, rule.within, rule.from, &allowed);
    checker.cited(path, &rule.clause, rule.quote.as_deref(), rule.confirm);
    checker.requirement("later_change.requirement", &rule.requirement);
    // A later change takes the window of the step that has one.
    let mut chains = draft.chains.iter().enumerate();
    let unmatched = chains.find(|(_, chain)| {
        let mut steps = chain.steps.iter();
        !steps.any(|step| step.as_ref().is_none_or(|step| step.from == rule.from))
    });
    if let Some((index, _)) = unmatched.filter(|_| rule.from.window().is_some()) {
        checker.fail(
            "later_change.from",
            format!("không bước nào của chains[{index}] ký trong kỳ này"),
            format!("no step of chains[{index}] signs in this window"),
        );
    }
}
