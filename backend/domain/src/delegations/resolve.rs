use chrono::NaiveDate;

use super::{Delegation, Need};

/// The delegations by which an account may do something on a day. Resolved at the time of acting;
/// what is chosen is then frozen with the act.
///
/// `still_held` answers whether the delegator holds the role in their own right on that day: a
/// delegation falls with the role it came from, and nothing is inherited from another delegation,
/// so that the answer is found in one look and circles cannot arise.
pub fn resolve<'d>(
    delegations: impl IntoIterator<Item = &'d Delegation>,
    account: &str,
    need: &Need<'_>,
    on: NaiveDate,
    still_held: impl Fn(&Delegation) -> bool,
) -> Vec<&'d Delegation> {
    delegations
        .into_iter()
        .filter(|delegation| delegation.delegate.account == account)
        .filter(|delegation| delegation.reaches(on, need).is_ok())
        .filter(|delegation| still_held(delegation))
        .collect()
}
