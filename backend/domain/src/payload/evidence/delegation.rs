//! An act signed for somebody else has the delegation beside it, signed by the delegator.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::DateTime;
use thiserror::Error;

use super::{EvidenceDelegation, read_canonical};
use crate::delegations::delegable;
use crate::payload::{DELEGATION_CONTEXT, DelegationAct, OnBehalf, SignedAct, sha256_hex};

/// What is wrong with the delegation of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum DelegationFault {
    #[error("signed for somebody else, but the delegation is missing")]
    Missing,
    #[error("signed in one's own right, yet with a delegation")]
    Unexpected,
    #[error("the delegation is not Base64")]
    NotBase64,
    #[error("the delegation is not a canonical delegation")]
    NotADelegation,
    #[error("the delegation rests on another delegation")]
    Chained,
    #[error("the delegation is not the one whose digest was signed")]
    Digest,
    #[error("the delegation was made in another deployment")]
    Deployment,
    #[error("the delegation is another one, of another form or basis")]
    Other,
    #[error("the delegator is somebody else than the person represented")]
    Delegator,
    #[error("the delegate is somebody else than the signer")]
    Delegate,
    #[error("the delegation is of another role")]
    Role,
    #[error("the delegation does not cover this kind of act")]
    Scope,
    #[error("the act lies outside the delegation's period")]
    Period,
    #[error("the delegation was signed after the act")]
    Later,
}

/// Everything wrong with the delegation of an act, as far as it can be told without cryptography.
pub(super) fn check(
    act: &SignedAct,
    evidence: Option<&EvidenceDelegation>,
) -> impl Iterator<Item = DelegationFault> {
    let faults = match (&act.on_behalf, evidence) {
        (None, None) => Vec::new(),
        (None, Some(_)) => vec![DelegationFault::Unexpected],
        (Some(_), None) => vec![DelegationFault::Missing],
        (Some(by), Some(evidence)) => check_pair(act, by, evidence),
    };
    faults.into_iter()
}

fn check_pair(
    act: &SignedAct,
    by: &OnBehalf,
    evidence: &EvidenceDelegation,
) -> Vec<DelegationFault> {
    let payload = STANDARD.decode(&evidence.payload_base64);
    let cms = STANDARD.decode(&evidence.cms_base64);
    let (Ok(payload), Ok(cms)) = (payload, cms) else {
        return vec![DelegationFault::NotBase64];
    };
    let Some(delegation) = read_canonical::<DelegationAct>(&payload) else {
        return vec![unreadable(&payload)];
    };
    let same_digest = sha256_hex(&payload) == by.delegation_payload_sha256
        && sha256_hex(&cms) == by.delegation_cms_sha256;
    let same_delegation = delegation.delegation == by.delegation
        && delegation.form == by.form
        && delegation.basis == by.basis
        && delegation.context == DELEGATION_CONTEXT;
    let scope = delegable(act.act);
    [
        (same_digest, DelegationFault::Digest),
        (
            delegation.deployment == act.deployment,
            DelegationFault::Deployment,
        ),
        (same_delegation, DelegationFault::Other),
        (
            delegation.delegator == by.principal,
            DelegationFault::Delegator,
        ),
        (
            delegation.delegate.account == act.signer.account
                && delegation.delegate.person == act.signer.person,
            DelegationFault::Delegate,
        ),
        (
            act.role.as_deref() == Some(&delegation.role),
            DelegationFault::Role,
        ),
        (
            scope.is_some_and(|action| delegation.scope.contains(&action)),
            DelegationFault::Scope,
        ),
    ]
    .into_iter()
    .filter(|(holds, _)| !holds)
    .map(|(_, fault)| fault)
    .chain(time(act, &delegation))
    .collect()
}

/// A payload that claims a delegation of its own is told apart from one that is merely broken.
fn unreadable(payload: &[u8]) -> DelegationFault {
    let chained = serde_json::from_slice::<serde_json::Value>(payload)
        .is_ok_and(|value| value.get("on_behalf").is_some());
    if chained {
        DelegationFault::Chained
    } else {
        DelegationFault::NotADelegation
    }
}

/// The day of the act is the one at the place where it was prepared.
fn time(act: &SignedAct, delegation: &DelegationAct) -> Option<DelegationFault> {
    let acted = DateTime::parse_from_rfc3339(&act.prepared_at).ok();
    let delegated = DateTime::parse_from_rfc3339(&delegation.prepared_at).ok();
    let (Some(acted), Some(delegated)) = (acted, delegated) else {
        return Some(DelegationFault::Period);
    };
    if !(delegation.from..=delegation.to).contains(&acted.date_naive()) {
        return Some(DelegationFault::Period);
    }
    (delegated > acted).then_some(DelegationFault::Later)
}
