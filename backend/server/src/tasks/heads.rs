//! Who answers for a task that others do.

use congvu_db::Unit;
use congvu_domain::deployment::{Chain, Rules, Step};

use crate::auth::Caller;

/// The caller signs after this role in a chain, so that its work comes to them; where nobody does, they hold the role that signs last. For a
/// role in no chain, that is whoever signs last in any.
pub fn answers_for(rules: &Rules, caller: &Caller, role: &str, unit: &Unit) -> bool {
    let after: Vec<&str> = rules
        .chains
        .iter()
        .flat_map(|chain| after(chain, role))
        .collect();
    let heads = if after.is_empty() {
        rules.chains.iter().filter_map(last).flatten().collect()
    } else {
        after
    };
    let heads = if heads.contains(&role) {
        vec![role]
    } else {
        heads
    };
    heads.iter().any(|head| caller.holds(head, &unit.path))
}

fn after<'a>(chain: &'a Chain, role: &str) -> Vec<&'a str> {
    let own = |step: &Step| step.seats().contains(&role);
    let at = chain.steps.iter().position(own);
    at.map(|at| chain.steps.iter().skip(at + 1).flat_map(Step::seats))
        .into_iter()
        .flatten()
        .collect()
}

fn last(chain: &Chain) -> Option<Vec<&str>> {
    chain.steps.last().map(Step::seats)
}
