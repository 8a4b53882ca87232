use thiserror::Error;

use super::{Delegation, Form};
use crate::access::{Action, Grant};
use crate::deployment::DelegationRule;
use crate::names::fold;

/// Somebody in a delegation, with the roles that they hold in their own right.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    pub grants: &'a [Grant],
    /// Their post: `Phó Giám đốc`.
    pub title: &'a str,
}

/// Why a delegation cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("the regulation does not offer this form for this role")]
    NotOffered { form: Form, role: String },
    #[error("the delegator does not hold the role there in their own right")]
    NotHeld,
    #[error("nobody delegates to themselves")]
    Oneself,
    #[error("the delegate holds none of the roles and posts that it may go to")]
    NotToThem,
    #[error("no kind of act is named")]
    NoScope,
    #[error("this kind of act cannot be delegated")]
    NotDelegable(Action),
    #[error("the last day is before the first")]
    Backwards,
    #[error("longer than {most_days} days")]
    TooLong { most_days: u16 },
    #[error("the document that it rests on is not named")]
    NoBasis,
    #[error("the two would delegate the same role to each other")]
    Circular,
}

impl Refusal {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub fn message_vi(&self) -> String {
        match self {
            Self::NotOffered { form, role } => format!(
                "Quy chế không cho {} đối với vai trò \"{role}\".",
                form.title()
            ),
            Self::NotHeld => {
                "Người ủy quyền không tự mình giữ vai trò này ở đơn vị; không được ủy quyền lại."
                    .to_owned()
            }
            Self::Oneself => "Không ai ủy quyền cho chính mình.".to_owned(),
            Self::NotToThem => {
                "Người được ủy quyền không giữ vai trò hoặc chức vụ được nhận ủy quyền.".to_owned()
            }
            Self::NoScope => "Phải nêu ít nhất một loại việc được ủy quyền.".to_owned(),
            Self::NotDelegable(action) => {
                format!("Việc \"{}\" không được ủy quyền.", action.title())
            }
            Self::Backwards => "Ngày kết thúc phải từ ngày bắt đầu trở đi.".to_owned(),
            Self::TooLong { most_days } => {
                format!("Thời hạn ủy quyền nhiều nhất là {most_days} ngày.")
            }
            Self::NoBasis => "Phải nêu số và nội dung văn bản ủy quyền.".to_owned(),
            Self::Circular => {
                "Hai người không được ủy quyền cùng một vai trò cho nhau trong cùng thời gian."
                    .to_owned()
            }
        }
    }
}

/// Whether a delegation can be made: a role held in one's own right, by a form that the deployment
/// offers for it, to somebody who may take it, for kinds of act that may be handed over, for a time,
/// on a written basis.
///
/// # Errors
/// Everything that speaks against it.
pub fn check_new(
    rules: &[DelegationRule],
    new: &Delegation,
    delegator: Candidate<'_>,
    delegate: Candidate<'_>,
    existing: &[Delegation],
) -> Result<(), Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut refuse = |fails: bool, refusal: Refusal| {
        if fails {
            refusals.push(refusal);
        }
    };
    let holds = |grant: &Grant| grant.role == new.role && grant.covers(&new.unit_path);
    refuse(!delegator.grants.iter().any(holds), Refusal::NotHeld);
    let same = new.delegator.account == new.delegate.account
        || (new.delegator.person.is_some() && new.delegator.person == new.delegate.person);
    refuse(same, Refusal::Oneself);
    refuse(new.scope.is_empty(), Refusal::NoScope);
    refuse(new.to < new.from, Refusal::Backwards);
    let basis = &new.basis;
    let unwritten = basis.number.trim().is_empty() || basis.text.trim().is_empty();
    refuse(unwritten, Refusal::NoBasis);
    refuse(
        existing.iter().any(|other| is_mirror(other, new)),
        Refusal::Circular,
    );
    let offered: Vec<_> = rules
        .iter()
        .filter(|rule| rule.enabled && rule.form == new.form && rule.roles.contains(&new.role))
        .collect();
    if let Some(refusal) = by_rules(&offered, new, delegate) {
        refusals.extend(refusal);
    }
    if refusals.is_empty() {
        Ok(())
    } else {
        Err(refusals)
    }
}

/// What the rules say against it: nothing as soon as one of them allows it.
fn by_rules(
    offered: &[&DelegationRule],
    new: &Delegation,
    delegate: Candidate<'_>,
) -> Option<Vec<Refusal>> {
    let mut fewest: Option<Vec<Refusal>> = None;
    for rule in offered {
        let found = by_rule(rule, new, delegate);
        if found.is_empty() {
            return None;
        }
        if fewest
            .as_ref()
            .is_none_or(|least| found.len() < least.len())
        {
            fewest = Some(found);
        }
    }
    fewest.or_else(|| {
        Some(vec![Refusal::NotOffered {
            form: new.form,
            role: new.role.clone(),
        }])
    })
}

fn by_rule(rule: &DelegationRule, new: &Delegation, delegate: Candidate<'_>) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    if !may_take(rule, new, delegate) {
        refusals.push(Refusal::NotToThem);
    }
    let forbidden = new
        .scope
        .iter()
        .filter(|action| !rule.acts.contains(action));
    refusals.extend(forbidden.map(|action| Refusal::NotDelegable(*action)));
    if let Some(most_days) = rule.most_days.filter(|most| new.days() > i64::from(*most)) {
        refusals.push(Refusal::TooLong { most_days });
    }
    refusals
}

/// The delegate holds a role that it may go to in the same branch, or a post with such a name.
fn may_take(rule: &DelegationRule, new: &Delegation, delegate: Candidate<'_>) -> bool {
    let nobody_named = rule.to_roles.is_empty() && rule.to_titles.is_empty();
    let near =
        |grant: &Grant| grant.covers(&new.unit_path) || grant.unit_path.starts_with(&new.unit_path);
    let by_role = delegate
        .grants
        .iter()
        .any(|grant| rule.to_roles.contains(&grant.role) && near(grant));
    let title = fold(delegate.title);
    let by_title = rule
        .to_titles
        .iter()
        .any(|prefix| title.starts_with(&fold(prefix)));
    nobody_named || by_role || by_title
}

/// The other is the same role given back, at the same time and place.
fn is_mirror(other: &Delegation, new: &Delegation) -> bool {
    other.delegator.account == new.delegate.account
        && other.delegate.account == new.delegator.account
        && other.role == new.role
        && other.meets(new)
        && other.overlaps(new)
}

#[cfg(test)]
mod tests;
