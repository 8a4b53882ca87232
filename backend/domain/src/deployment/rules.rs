//! The deadlines of a regulation as a flat list: one entry for each.

pub use congvu_openapi::deployment::Rule;
use congvu_openapi::deployment::{RuleList, RuleWithin};

use super::{DayUnit, Deployment, EntryRule, Event, TimedDuty, Within};

impl Deployment {
    /// Every deadline in the file, in the order of the requirements table.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        let accounts = [self.accounts.request.as_ref(), Some(&self.accounts.issue)];
        let accounts = accounts.into_iter().flatten();
        let entries = [
            &self.new_profile,
            &self.personal_change,
            &self.organisation_change,
        ];
        accounts
            .filter_map(|duty| self.duty_rule(duty))
            .chain(entries.into_iter().filter_map(entry_rule))
            .chain(self.chain_rules())
            .chain(self.later_change_rule())
            .collect()
    }

    /// The deadlines in the form of the contract, as `congvu deployment explain --json` prints them.
    #[must_use]
    pub fn explain_json(&self) -> RuleList {
        RuleList {
            deployment: self.key.clone(),
            legal_basis: self.legal_basis.number.clone(),
            rules: self.rules(),
        }
    }

    fn duty_rule(&self, duty: &TimedDuty) -> Option<Rule> {
        Some(Rule {
            requirement: duty.requirement.clone(),
            subject: duty.subject.clone(),
            step: 1,
            role: self.role_title(&duty.role),
            within: rule_within(duty.within?),
            from: duty.from?.key().to_owned(),
            clause: duty.clause.clone(),
        })
    }

    fn chain_rules(&self) -> impl Iterator<Item = Rule> {
        self.chains.iter().flat_map(move |chain| {
            let steps = (1..).zip(&chain.steps);
            steps.filter_map(move |(position, step)| {
                Some(Rule {
                    requirement: chain.requirement.clone(),
                    subject: chain.subject.clone(),
                    step: position,
                    role: self.role_title(&step.role),
                    within: rule_within(step.within?),
                    from: step.from.key().to_owned(),
                    clause: step.clause.clone(),
                })
            })
        })
    }

    fn later_change_rule(&self) -> Option<Rule> {
        let change = self.later_change.as_ref()?;
        Some(Rule {
            requirement: change.requirement.clone(),
            subject: change.subject.clone(),
            step: 1,
            role: change.authority.clone(),
            within: rule_within(change.within),
            from: change.from.key().to_owned(),
            clause: change.clause.clone(),
        })
    }

    pub(super) fn role_title(&self, key: &str) -> String {
        self.role(key)
            .map_or_else(|| key.to_owned(), |role| role.title.clone())
    }
}

fn entry_rule(entry: &EntryRule) -> Option<Rule> {
    Some(Rule {
        requirement: entry.requirement.clone(),
        subject: entry.subject.clone(),
        step: 1,
        role: entry.actor.clone(),
        within: rule_within(entry.within?),
        from: entry.from?.key().to_owned(),
        clause: entry.clause.clone(),
    })
}

fn rule_within(within: Within) -> RuleWithin {
    RuleWithin {
        days: within.days,
        unit: within.unit.key().to_owned(),
    }
}

impl DayUnit {
    /// The word used in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Calendar => "calendar",
        }
    }
}

impl Event {
    /// The word used in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::RecruitmentDecision => "recruitment_decision",
            Self::AccountRequested => "account_requested",
            Self::AccountIssued => "account_issued",
            Self::ChangeOccurred => "change_occurred",
            Self::DecisionEffective => "decision_effective",
            Self::Submitted => "submitted",
            Self::PreviousStep => "previous_step",
            Self::MonthEndWindow => "month_end_window",
        }
    }
}
