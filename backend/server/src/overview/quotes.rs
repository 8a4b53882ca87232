//! The words of a clause, where the deployment file has them.

use congvu_domain::deployment::{Deployment, Rules};

/// What a deployment file says of a clause beside its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words<'a> {
    pub(super) quote: Option<&'a str>,
    /// The text was not seen in full.
    pub(super) confirm: bool,
}

/// The words of a clause as it was cited, by the rules of its time first.
pub(super) fn words<'a>(deployment: &'a Deployment, rules: &'a Rules, cited: &str) -> Words<'a> {
    let blocks = std::iter::once(rules).chain(deployment.blocks.iter().rev());
    let mut found = Words::default();
    for block in blocks {
        for (clause, words) in clauses(block) {
            if block.cite(clause) != cited {
                continue;
            }
            if words.quote.is_some() {
                return words;
            }
            found.confirm |= words.confirm;
        }
    }
    found
}

macro_rules! cited {
    ($part:expr) => {
        (
            $part.clause.as_str(),
            Words {
                quote: $part.quote.as_deref(),
                confirm: $part.confirm,
            },
        )
    };
}

/// Every clause of a block from which a task may come.
fn clauses(rules: &Rules) -> impl Iterator<Item = (&str, Words<'_>)> {
    let accounts = rules.accounts.request.iter().chain([&rules.accounts.issue]);
    let entries = [
        &rules.new_profile,
        &rules.personal_change,
        &rules.organisation_change,
    ];
    let steps = rules.chains.iter().flat_map(|chain| &chain.steps);
    accounts
        .map(|part| cited!(part))
        .chain(entries.into_iter().map(|part| cited!(part)))
        .chain(steps.map(|part| cited!(part)))
        .chain(rules.later_change.iter().map(|part| cited!(part)))
        .chain(rules.duties.iter().map(|part| cited!(part)))
        .chain(rules.roles.iter().map(|part| cited!(part)))
}
