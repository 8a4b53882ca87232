//! What the deployment file says about posts: who is managed how, and where each role belongs.

use congvu_domain::access::Action;
use congvu_domain::deployment::{Management, ManagementBy, Rules as InForce, Step};
use congvu_openapi::units::UnitManagement;

use super::seats::Post;
use super::trees::{Node, Tree};

/// Where a role is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// For the whole body.
    Body,
    /// In every agency that manages its own people.
    EveryAgency,
    /// In two agencies.
    SomeAgencies,
}

/// A deployment file with the tree of its body.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rules<'a> {
    /// Key of the deployment.
    pub(super) key: &'a str,
    /// Name of the body, as the installation was set up.
    pub(super) name: &'a str,
    pub(super) deployment: &'a InForce,
    pub(super) tree: &'static Tree,
}

impl Rules<'_> {
    /// How many steps the chain for people managed so has.
    pub(super) fn steps(&self, management: UnitManagement) -> usize {
        let wanted = match management {
            UnitManagement::Top => Management::Top,
            UnitManagement::Unit => Management::Unit,
        };
        self.deployment
            .chains
            .iter()
            .find(|chain| chain.management.is_none_or(|found| found == wanted))
            .map_or(0, |chain| chain.steps.len())
    }

    /// People managed at the top go through a chain of their own.
    pub(super) fn has_top(&self) -> bool {
        self.deployment
            .chains
            .iter()
            .any(|chain| chain.management == Some(Management::Top))
    }

    /// How the holder of a post is managed.
    pub(super) fn management(&self, node: &'static Node, post: Post) -> UnitManagement {
        let top = self.has_top()
            && match self.deployment.management.by {
                ManagementBy::Unit => self.tree.agency_of(node).management == UnitManagement::Top,
                ManagementBy::Person => matches!(post, Post::Head | Post::Deputy),
            };
        if top {
            UnitManagement::Top
        } else {
            UnitManagement::Unit
        }
    }

    /// The agency manages its own people, so it has people to review them.
    pub(super) fn staffed(&self, agency: &'static Node) -> bool {
        self.management(agency, Post::Staff) == UnitManagement::Unit
            || self
                .chain_roles(Some(Management::Top))
                .any(|role| !is_central(role))
    }

    fn chain_roles(&self, management: Option<Management>) -> impl Iterator<Item = &str> {
        self.deployment
            .chains
            .iter()
            .filter(move |chain| management.is_none() || chain.management == management)
            .flat_map(|chain| chain.steps.iter().flat_map(Step::seats))
    }

    /// How many people of a role sign side by side, at most.
    pub(super) fn side_by_side(&self, role: &str) -> usize {
        let seats = |step: &Step| step.seats().iter().filter(|seat| **seat == role).count();
        let steps = self.deployment.chains.iter().flat_map(|chain| &chain.steps);
        steps.map(seats).max().unwrap_or_default().max(1)
    }

    /// Where a role is held.
    pub(super) fn scope(&self, role: &str, actions: &[Action]) -> Scope {
        if is_central(role) {
            Scope::Body
        } else if role == "clerk" {
            Scope::SomeAgencies
        } else if role == self.deployment.accounts.issue.role {
            self.tree
                .accounts
                .map_or(Scope::EveryAgency, |_| Scope::Body)
        } else if self.chain_roles(None).any(|other| other == role)
            || actions.contains(&Action::EnterProfiles)
            || role.starts_with("hr_")
            || role.starts_with("unit_")
        {
            Scope::EveryAgency
        } else {
            Scope::Body
        }
    }

    /// The first person kind of the file that one of the words fits; the first of all when none does.
    pub(super) fn kind(&self, words: &[&str]) -> String {
        let kinds = &self.deployment.person_kinds;
        words
            .iter()
            .find_map(|word| kinds.iter().find(|kind| kind.key.contains(word)))
            .or_else(|| kinds.first())
            .map(|kind| kind.key.clone())
            .unwrap_or_default()
    }
}

/// The role looks after the whole body.
pub(super) fn is_central(role: &str) -> bool {
    role.starts_with("central_")
}
