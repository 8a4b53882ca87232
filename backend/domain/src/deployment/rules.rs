//! The deadlines of a regulation as a flat list: one entry for each.

use chrono::NaiveDate;
pub use congvu_openapi::deployment::Rule;
use congvu_openapi::deployment::{RuleList, RuleWithin};
use serde::Serialize;

use super::{DayUnit, Deployment, EntryRule, Event, Rules, TimedDuty, Within};

/// A whole deployment file, as `congvu deployment explain --json` prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Explanation {
    /// Key of the deployment file.
    pub deployment: String,
    /// Number of the regulation.
    pub legal_basis: String,
    /// The deadlines of the regulation as it was made.
    pub rules: Vec<ExplainedRule>,
    /// The same for every stretch of time, the first being the regulation as it was made.
    pub blocks: Vec<ExplainedBlock>,
}

/// The deadlines of one stretch of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedBlock {
    /// First day.
    pub in_force_from: NaiveDate,
    /// Last day, where something follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// Number of the regulation.
    pub legal_basis: String,
    /// The law that changed it on the first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amended_by: Option<String>,
    /// What changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The law's text was not seen in full.
    pub confirm: bool,
    pub rules: Vec<ExplainedRule>,
    /// What holds beside the deadlines.
    pub principles: Vec<ExplainedPrinciple>,
}

/// One deadline with the clause's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedRule {
    #[serde(flatten)]
    pub rule: Rule,
    /// The clause's own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed.
    #[serde(skip_serializing_if = "is_false")]
    pub confirm: bool,
}

/// Something that holds for everything in a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExplainedPrinciple {
    pub key: super::PrincipleKey,
    pub subject: String,
    pub clause: String,
    pub confirm: bool,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// What the parts of a file that set a deadline have in common.
struct Cited<'a> {
    requirement: &'a str,
    subject: &'a str,
    step: u16,
    role: String,
    within: Option<Within>,
    from: Option<Event>,
    clause: &'a str,
    quote: Option<&'a str>,
    confirm: bool,
}

impl Cited<'_> {
    /// None where there is no deadline.
    fn rule(self) -> Option<ExplainedRule> {
        Some(ExplainedRule {
            rule: Rule {
                requirement: self.requirement.to_owned(),
                subject: self.subject.to_owned(),
                step: self.step,
                role: self.role,
                within: rule_within(self.within?),
                from: self.from?.key().to_owned(),
                clause: self.clause.to_owned(),
            },
            quote: self.quote.map(str::to_owned),
            confirm: self.confirm,
        })
    }
}

impl Deployment {
    /// Everything in the file, block by block.
    #[must_use]
    pub fn explain_json(&self) -> Explanation {
        let original = self.original();
        Explanation {
            deployment: self.key.clone(),
            legal_basis: original.legal_basis.number.clone(),
            rules: original.explained_rules(),
            blocks: self.blocks.iter().map(Rules::explained).collect(),
        }
    }

    /// The deadlines in force on a day, in the form of the contract.
    #[must_use]
    pub fn rule_list(&self, date: NaiveDate) -> RuleList {
        let rules = self.at(date);
        RuleList {
            deployment: self.key.clone(),
            legal_basis: rules.legal_basis.number.clone(),
            rules: rules.rules(),
        }
    }
}

impl Rules {
    /// Every deadline of this time, in the order of the requirements table; other duties after it.
    #[must_use]
    pub fn rules(&self) -> Vec<Rule> {
        let explained = self.explained_rules().into_iter();
        explained.map(|explained| explained.rule).collect()
    }

    fn explained(&self) -> ExplainedBlock {
        let amended_by = self.amended_by.as_ref();
        ExplainedBlock {
            in_force_from: self.in_force_from,
            until: self.until,
            legal_basis: self.legal_basis.number.clone(),
            amended_by: amended_by.map(|amending| amending.title.clone()),
            subject: amended_by.map(|amending| amending.subject.clone()),
            confirm: amended_by.is_some_and(|amending| amending.confirm),
            rules: self.explained_rules(),
            principles: self
                .principles
                .iter()
                .map(|principle| ExplainedPrinciple {
                    key: principle.key,
                    subject: principle.subject.clone(),
                    clause: self.cite(&principle.clause),
                    confirm: principle.confirm,
                })
                .collect(),
        }
    }

    /// Every deadline of this time with the clauses' own words.
    #[must_use]
    pub fn explained_rules(&self) -> Vec<ExplainedRule> {
        let accounts = [self.accounts.request.as_ref(), Some(&self.accounts.issue)];
        let entries = [
            &self.new_profile,
            &self.personal_change,
            &self.organisation_change,
        ];
        let accounts = accounts.into_iter().flatten();
        accounts
            .map(|duty| self.timed(duty))
            .chain(entries.into_iter().map(entry))
            .chain(self.steps())
            .chain(self.later())
            .chain(self.others())
            .filter_map(Cited::rule)
            .collect()
    }

    fn timed<'a>(&'a self, duty: &'a TimedDuty) -> Cited<'a> {
        Cited {
            requirement: &duty.requirement,
            subject: &duty.subject,
            step: 1,
            role: self.role_title(&duty.role),
            within: duty.within,
            from: duty.from,
            clause: &duty.clause,
            quote: duty.quote.as_deref(),
            confirm: duty.confirm,
        }
    }

    fn steps(&self) -> impl Iterator<Item = Cited<'_>> {
        self.chains.iter().flat_map(move |chain| {
            (1..).zip(&chain.steps).map(move |(position, step)| Cited {
                requirement: &chain.requirement,
                subject: &chain.subject,
                step: position,
                role: self.seat_titles(step),
                within: step.within,
                from: Some(step.from),
                clause: &step.clause,
                quote: step.quote.as_deref(),
                confirm: step.confirm,
            })
        })
    }

    fn later(&self) -> Option<Cited<'_>> {
        let change = self.later_change.as_ref()?;
        Some(Cited {
            requirement: &change.requirement,
            subject: &change.subject,
            step: 1,
            role: change.authority.clone(),
            within: Some(change.within),
            from: Some(change.from),
            clause: &change.clause,
            quote: change.quote.as_deref(),
            confirm: change.confirm,
        })
    }

    fn others(&self) -> impl Iterator<Item = Cited<'_>> {
        self.duties.iter().map(|duty| Cited {
            requirement: &duty.requirement,
            subject: &duty.subject,
            step: 1,
            role: duty.actor.clone(),
            within: duty.within,
            from: duty.from,
            clause: &duty.clause,
            quote: duty.quote.as_deref(),
            confirm: duty.confirm,
        })
    }

    pub(super) fn role_title(&self, key: &str) -> String {
        self.role(key)
            .map_or_else(|| key.to_owned(), |role| role.title.clone())
    }

    /// Titles of everybody who signs a step.
    pub(super) fn seat_titles(&self, step: &super::Step) -> String {
        if step.all.is_empty() {
            let title = self.role_title(&step.role);
            return match step.reviewers {
                1 => title,
                several => format!("{title} ({several} người)"),
            };
        }
        let titles: Vec<_> = step.all.iter().map(|key| self.role_title(key)).collect();
        titles.join(" và ")
    }
}

fn entry(rule: &EntryRule) -> Cited<'_> {
    Cited {
        requirement: &rule.requirement,
        subject: &rule.subject,
        step: 1,
        role: rule.actor.clone(),
        within: rule.within,
        from: rule.from,
        clause: &rule.clause,
        quote: rule.quote.as_deref(),
        confirm: rule.confirm,
    }
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
