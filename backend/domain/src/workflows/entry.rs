//! Who enters data.

use super::ChangeKind;
use crate::deployment::{Deployment, EntryBy, EntryRule};

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
pub fn may_enter(deployment: &Deployment, kind: ChangeKind, entrant: Entrant) -> bool {
    match deployment.entry_rule(kind).by {
        EntryBy::Person => entrant == Entrant::Person,
        EntryBy::Agency => entrant == Entrant::Agency,
        EntryBy::Either => true,
    }
}

impl Deployment {
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
