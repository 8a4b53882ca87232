//! Chains of review and approval.

use super::super::draft::{Draft, DraftChain};
use super::super::model::{Event, Management, Step};
use super::Checker;
use crate::access::Action;

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    let heads = draft.chains.iter().map(|chain| chain.head.as_ref());
    checker.unique(
        "chains",
        heads.clone().map(|chain| Some(chain?.key.as_str())),
    );
    for (index, chain) in draft.chains.iter().enumerate() {
        one_chain(&format!("chains[{index}]"), chain, checker);
    }
    // Only when all chains could be read is it known whom they leave out.
    if let Some(chains) = heads.collect::<Option<Vec<_>>>() {
        for (management, name) in [(Management::Top, "top"), (Management::Unit, "unit")] {
            let matching = chains
                .iter()
                .filter(|chain| chain.is_for(management))
                .count();
            if matching != 1 {
                checker.fail(
                    "chains",
                    format!("diện quản lý `{name}` có {matching} quy trình; cần đúng một"),
                    format!("management `{name}` has {matching} chains, expected exactly one"),
                );
            }
        }
    }
}

fn one_chain(path: &str, chain: &DraftChain, checker: &mut Checker<'_, '_, '_>) {
    if let Some(head) = &chain.head {
        checker.text(&format!("{path}.subject"), &head.subject);
        checker.requirement(&format!("{path}.requirement"), &head.requirement);
    }
    let steps = format!("{path}.steps");
    if chain.steps.is_empty() && !checker.problems.has(&steps) {
        checker.fail(&steps, "cần ít nhất một bước", "expected at least one step");
    }
    for (index, step) in chain.steps.iter().enumerate() {
        if let Some(step) = step {
            one_step(&format!("{steps}[{index}]"), index, step, checker);
        }
    }
}

fn one_step(path: &str, index: usize, step: &Step, checker: &mut Checker<'_, '_, '_>) {
    let allowed = if index == 0 {
        [Event::Submitted, Event::MonthEndWindow]
    } else {
        [Event::PreviousStep, Event::MonthEndWindow]
    };
    checker.role(&format!("{path}.role"), &step.role, Some(Action::Review));
    checker.text(&format!("{path}.duty"), &step.duty);
    checker.text(&format!("{path}.duty_en"), &step.duty_en);
    checker.clause(&format!("{path}.clause"), &step.clause);
    match step.within {
        Some(within) => checker.time(path, within, step.from, &allowed),
        None => checker.event(path, step.from, &allowed),
    }
    if step.within.is_none() && step.from == Event::MonthEndWindow {
        checker.fail(
            &format!("{path}.within"),
            "thiếu `within`: kỳ cuối tháng gồm mấy ngày",
            "`within` is missing: how many days the month-end window has",
        );
    }
}
