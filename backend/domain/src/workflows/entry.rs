//! Who enters data.

use super::ChangeKind;
use crate::deployment::{EntryBy, EntryRule, Rules};

/// In what capacity somebody enters data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entrant {
    /// The person whom the data is about.
    Person,
    /// Somebody of the managing agency, for the person.
    Agency,
}

/// The regulation lets this entrant start a change of this kind.
#[must_use]
pub fn may_enter(rules: &Rules, kind: ChangeKind, entrant: Entrant) -> bool {
    match rules.entry_rule(kind).by {
        EntryBy::Person => entrant == Entrant::Person,
        EntryBy::Agency => entrant == Entrant::Agency,
        EntryBy::Either => true,
    }
}

impl Rules {
    /// Who enters a change of this kind, and by when.
    #[must_use]
    pub fn entry_rule(&self, kind: ChangeKind) -> &EntryRule {
        match kind {
            ChangeKind::NewProfile => &self.new_profile,
            ChangeKind::PersonalChange => &self.personal_change,
            ChangeKind::OrganisationChange => &self.organisation_change,
        }
    }
}
