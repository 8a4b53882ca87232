//! Chains of review and approval.

use super::super::draft::{Draft, DraftChain};
use super::super::model::{Event, Management, Step};
use super::Checker;
use super::timing::with_windows;
use crate::access::Action;

/// More people side by side are a committee, not a step.
const MOST_REVIEWERS: u16 = 9;

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
    let turn = if index == 0 {
        Event::Submitted
    } else {
        Event::PreviousStep
    };
    let allowed = with_windows(turn);
    seats(path, step, checker);
    checker.text(&format!("{path}.duty"), &step.duty);
    checker.text(&format!("{path}.duty_en"), &step.duty_en);
    checker.cited(path, &step.clause, step.quote.as_deref(), step.confirm);
    match step.within {
        Some(within) => checker.time(path, within, step.from, &allowed),
        None => checker.event(path, step.from, &allowed),
    }
    if step.within.is_none() && step.from.window().is_some() {
        checker.fail(
            &format!("{path}.within"),
            "thiếu `within`: kỳ phê duyệt gồm mấy ngày",
            "`within` is missing: how many days the window has",
        );
    }
}

/// One role, so many of one role, or several roles; not two of these.
fn seats(path: &str, step: &Step, checker: &mut Checker<'_, '_, '_>) {
    let role = format!("{path}.role");
    match (step.role.is_empty(), step.all.is_empty()) {
        (true, true) => checker.fail(&role, "thiếu khóa `role`", "missing key `role`"),
        (false, true) => checker.role(&role, &step.role, Some(Action::Review)),
        (false, false) => checker.fail(
            &format!("{path}.all"),
            "chỉ dùng `role` hoặc `all`, không dùng cả hai",
            "use `role` or `all`, not both",
        ),
        (true, false) => {
            for (index, key) in step.all.iter().enumerate() {
                let at = format!("{path}.all[{index}]");
                checker.role(&at, key, Some(Action::Review));
                if step.all.iter().take(index).any(|other| other == key) {
                    checker.fail(
                        &at,
                        format!("vai trò \"{key}\" bị lặp lại; dùng `reviewers` cho nhiều người"),
                        format!("role \"{key}\" is repeated; use `reviewers` for several people"),
                    );
                }
            }
        }
    }
    let several = !step.all.is_empty() && step.reviewers != 1;
    if several || !(1..=MOST_REVIEWERS).contains(&step.reviewers) {
        checker.fail(
            &format!("{path}.reviewers"),
            format!("cần từ 1 đến {MOST_REVIEWERS}, và không dùng cùng `all`"),
            format!("expected 1 to {MOST_REVIEWERS}, and not together with `all`"),
        );
    }
}
