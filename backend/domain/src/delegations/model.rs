use chrono::NaiveDate;

use super::{Basis, Form};
use crate::access::Action;
use crate::payload::{Act, Signer};

/// One person acts for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    pub id: String,
    pub form: Form,
    /// Whose role it is (người ủy quyền).
    pub delegator: Signer,
    /// Who acts (người được ủy quyền).
    pub delegate: Signer,
    /// Key of the role that is exercised.
    pub role: String,
    /// Path of the unit that it reaches, with everything below.
    pub unit_path: String,
    /// Kinds of act, never empty.
    pub scope: Vec<Action>,
    /// First day, included.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    pub basis: Basis,
    /// First day on which it no longer holds, where it was withdrawn before its end.
    pub revoked_on: Option<NaiveDate>,
}

impl Delegation {
    /// Calendar days, first and last included.
    #[must_use]
    pub fn days(&self) -> i64 {
        (self.to - self.from).num_days() + 1
    }

    /// Both hold on some day.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let ends = |delegation: &Self| {
            let revoked = delegation.revoked_on.and_then(|day| day.pred_opt());
            revoked.map_or(delegation.to, |last| last.min(delegation.to))
        };
        self.from <= ends(other) && other.from <= ends(self)
    }

    /// One of the two units lies in the other.
    pub(super) fn meets(&self, other: &Self) -> bool {
        self.unit_path.starts_with(&other.unit_path) || other.unit_path.starts_with(&self.unit_path)
    }
}

/// What somebody wants to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need<'a> {
    pub action: Action,
    /// Key of the role that the step names; none where any role with the action will do.
    pub role: Option<&'a str>,
    /// Path of the person's unit.
    pub unit_path: &'a str,
}

/// What a delegation must allow for a signature of this kind. None for a person's own submission,
/// which nobody signs for them.
#[must_use]
pub fn delegable(act: Act) -> Option<Action> {
    match act {
        Act::Submit => None,
        Act::Enter => Some(Action::EnterProfiles),
        Act::Approve | Act::Return => Some(Action::Review),
        Act::ExportSign => Some(Action::SignExports),
        Act::ExportSeal => Some(Action::SealExports),
    }
}
