//! Delegation: roles that exist, kinds of act that their holders may do themselves.

use super::super::draft::Draft;
use super::super::model::DelegationRule;
use super::{Checker, action_name};
use crate::access::Action;

/// What somebody may do for somebody else; the rest is an account's own.
const DELEGABLE: [Action; 5] = [
    Action::Review,
    Action::EnterProfiles,
    Action::AnswerRemarks,
    Action::SignExports,
    Action::SealExports,
];
/// Ten years; more is a slip.
const MOST_DAYS: u16 = 3653;

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let rules = draft.delegations.iter();
    checker.unique(
        "delegations",
        rules.map(|rule| Some(rule.as_ref()?.key.as_str())),
    );
    for (index, rule) in draft.delegations.iter().enumerate() {
        if let Some(rule) = rule {
            one_rule(&format!("delegations[{index}]"), rule, checker);
        }
    }
}

fn one_rule(path: &str, rule: &DelegationRule, checker: &mut Checker<'_, '_, '_>) {
    checker.cited(path, &rule.clause, rule.quote.as_deref(), rule.confirm);
    for (list, empty) in [
        ("roles", rule.roles.is_empty()),
        ("acts", rule.acts.is_empty()),
    ] {
        if empty {
            checker.fail(
                &format!("{path}.{list}"),
                "không được để trống",
                "must not be empty",
            );
        }
    }
    for (index, role) in rule.roles.iter().enumerate() {
        checker.role(&format!("{path}.roles[{index}]"), role, None);
    }
    for (index, role) in rule.to_roles.iter().enumerate() {
        checker.role(&format!("{path}.to_roles[{index}]"), role, None);
    }
    for (index, title) in rule.to_titles.iter().enumerate() {
        checker.text(&format!("{path}.to_titles[{index}]"), title);
    }
    for (index, action) in rule.acts.iter().enumerate() {
        let at = format!("{path}.acts[{index}]");
        if !DELEGABLE.contains(action) {
            let name = action_name(*action);
            checker.fail(
                &at,
                format!("quyền `{name}` không ủy quyền được"),
                format!("the action `{name}` cannot be delegated"),
            );
        } else if !rule.roles.iter().any(|role| checker.may(role, *action)) {
            let name = action_name(*action);
            checker.fail(
                &at,
                format!("không vai trò nào trong `roles` có quyền `{name}`"),
                format!("no role in `roles` has the action `{name}`"),
            );
        }
    }
    if let Some(days) = rule
        .most_days
        .filter(|days| !(1..=MOST_DAYS).contains(days))
    {
        checker.fail(
            &format!("{path}.most_days"),
            format!("{days} ngày không hợp lệ; cần từ 1 đến {MOST_DAYS}"),
            format!("{days} days are not valid, expected 1 to {MOST_DAYS}"),
        );
    }
}
