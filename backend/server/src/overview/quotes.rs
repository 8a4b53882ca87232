//! The words of a clause, where the deployment file has them.

use congvu_domain::deployment::{Deployment, Rules};

/// What a deployment file says of a clause beside its number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Words<'a> {
    pub(super) quote: Option<&'a str>,
    /// The text was not seen in full.
    pub(super) confirm: bool,
}

/// The words of a clause as it was cited, by the rules of its time first. One clause may speak of several steps: what it says of `role` comes
/// before what it says of others.
pub(super) fn words<'a>(
    deployment: &'a Deployment,
    rules: &'a Rules,
    cited: &str,
    role: &str,
) -> Words<'a> {
    let blocks = std::iter::once(rules).chain(deployment.blocks.iter().rev());
    let mut confirm = false;
    for block in blocks {
        let of_clause = |part: &&Part<'a>| block.cite(part.clause) == cited;
        let parts: Vec<Part<'a>> = clauses(block).collect();
        let quoted = |part: &&Part<'a>| part.words.quote.is_some();
        let mut quotes = parts.iter().filter(of_clause).filter(quoted);
        let first = quotes.clone().next();
        if let Some(part) = quotes.find(|part| part.role == role).or(first) {
            return part.words;
        }
        confirm |= parts
            .iter()
            .filter(of_clause)
            .any(|part| part.words.confirm);
    }
    Words {
        quote: None,
        confirm,
    }
}

/// A part of a block that cites a clause.
struct Part<'a> {
    clause: &'a str,
    /// Whom it binds, where it is a step of a chain; otherwise empty.
    role: &'a str,
    words: Words<'a>,
}

macro_rules! cited {
    ($part:expr, $role:expr) => {
        Part {
            clause: $part.clause.as_str(),
            role: $role,
            words: Words {
                quote: $part.quote.as_deref(),
                confirm: $part.confirm,
            },
        }
    };
}

/// Every clause of a block from which a task may come.
fn clauses(rules: &Rules) -> impl Iterator<Item = Part<'_>> {
    let accounts = rules.accounts.request.iter().chain([&rules.accounts.issue]);
    let entries = [
        &rules.new_profile,
        &rules.personal_change,
        &rules.organisation_change,
    ];
    let steps = rules.chains.iter().flat_map(|chain| &chain.steps);
    accounts
        .map(|part| cited!(part, ""))
        .chain(entries.into_iter().map(|part| cited!(part, "")))
        .chain(steps.map(|step| cited!(step, step.role.as_str())))
        .chain(rules.later_change.iter().map(|part| cited!(part, "")))
        .chain(rules.duties.iter().map(|part| cited!(part, "")))
        .chain(rules.roles.iter().map(|part| cited!(part, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_of_two_steps_says_to_each_its_own() {
        let deployment = Deployment::built_in("hcmc").unwrap();
        for date in ["2026-03-02", "2026-11-23"] {
            let rules = deployment.at(date.parse().unwrap());
            let chain = rules
                .chains
                .iter()
                .find(|chain| chain.key == "unit")
                .unwrap();
            for (step, time) in chain.steps.iter().zip(["05 (năm)", "15 (mười lăm)"]) {
                let cited = rules.cite(&step.clause);
                let found = words(deployment, rules, &cited, &step.role);
                assert!(found.quote.unwrap().contains(time), "{date} {}", step.role);
            }
        }
    }
}
