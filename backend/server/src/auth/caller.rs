use congvu_db::{Account, RoleGrant, Unit};
use congvu_domain::access::{Action, Grant};
use congvu_domain::deployment::Deployment;

use crate::error::ApiError;

/// The account that makes a request, with the roles it holds now.
#[derive(Clone, Debug)]
pub struct Caller {
    pub account_id: String,
    pub username: String,
    pub name: String,
    pub person_id: Option<String>,
    pub session_id: String,
    pub must_change_password: bool,
    /// Network address, for the audit.
    pub address: String,
    held: Vec<Held>,
}

#[derive(Clone, Debug)]
struct Held {
    grant: Grant,
    actions: Vec<Action>,
}

impl Caller {
    pub fn new(
        deployment: &Deployment,
        account: &Account,
        grants: &[(RoleGrant, Unit)],
        session_id: String,
        address: String,
    ) -> Self {
        let held = grants
            .iter()
            .filter_map(|(grant, unit)| {
                // A role that the deployment file no longer has allows nothing.
                let role = deployment.role(&grant.role)?;
                Some(Held {
                    grant: Grant {
                        role: grant.role.clone(),
                        unit_id: unit.id.clone(),
                        unit_path: unit.path.clone(),
                    },
                    actions: role.actions.clone(),
                })
            })
            .collect();
        Self {
            account_id: account.id.clone(),
            username: account.username.clone(),
            name: account.name.clone(),
            person_id: account.person_id.clone(),
            session_id,
            must_change_password: account.must_change_password,
            address,
            held,
        }
    }

    /// The action is allowed over the unit with this path.
    pub fn may(&self, action: Action, unit_path: &str) -> bool {
        self.held
            .iter()
            .any(|held| held.actions.contains(&action) && held.grant.covers(unit_path))
    }

    /// Paths of the units over which the action is allowed.
    pub fn scope(&self, action: Action) -> Vec<String> {
        self.held
            .iter()
            .filter(|held| held.actions.contains(&action))
            .map(|held| held.grant.unit_path.clone())
            .collect()
    }

    /// The action is allowed somewhere.
    pub fn may_anywhere(&self, action: Action) -> bool {
        self.held.iter().any(|held| held.actions.contains(&action))
    }

    /// The role is held over the unit with this path.
    pub fn holds(&self, role: &str, unit_path: &str) -> bool {
        self.held
            .iter()
            .any(|held| held.grant.role == role && held.grant.covers(unit_path))
    }

    /// Roles held, with the paths over which they hold.
    pub fn roles(&self) -> Vec<(String, String)> {
        self.held
            .iter()
            .map(|held| (held.grant.role.clone(), held.grant.unit_path.clone()))
            .collect()
    }

    /// The first role held over the unit that allows the action.
    pub fn role_for(&self, action: Action, unit_path: &str) -> Option<&str> {
        self.held
            .iter()
            .find(|held| held.actions.contains(&action) && held.grant.covers(unit_path))
            .map(|held| held.grant.role.as_str())
    }

    /// Everything that the roles together allow.
    pub fn actions(&self) -> Vec<Action> {
        Action::ALL
            .into_iter()
            .filter(|action| self.may_anywhere(*action))
            .collect()
    }

    /// It is the caller's own profile.
    pub fn is(&self, person_id: &str) -> bool {
        self.person_id.as_deref() == Some(person_id)
    }

    /// # Errors
    /// 403 where the action is allowed elsewhere but not over this unit's path.
    pub fn require(&self, action: Action, unit_path: &str) -> Result<(), ApiError> {
        if self.may(action, unit_path) {
            Ok(())
        } else {
            Err(ApiError::forbidden())
        }
    }
}
