use std::sync::Arc;

use congvu_db::{Account, AnyConnection, RoleGrant, Unit, accounts, delegations, grants};
use congvu_domain::access::separation::{Acting, Conflict, Party};
use congvu_domain::access::{Action, Grant};
use congvu_domain::payload::{DelegationAct, OnBehalf};

use crate::error::{ApiError, said};
use crate::services::Services;

/// A role that is held by delegation, and for whom (C5).
#[derive(Clone, Debug)]
pub struct ActingFor {
    pub delegation_id: String,
    /// What goes into the payload of each act under it.
    pub on_behalf: OnBehalf,
}

/// In whose stead, in words: `TUQ. GIÁM ĐỐC Nguyễn Văn A`; empty in one's own right.
pub fn stead(on_behalf: Option<&OnBehalf>) -> String {
    on_behalf
        .map(|by| {
            format!(
                "{} {}",
                by.form.before(&by.principal_title),
                by.principal.name
            )
        })
        .unwrap_or_default()
}

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
    /// None where it is held in one's own right.
    acting: Option<Arc<ActingFor>>,
}

impl Caller {
    /// The account with the roles that it holds now, in its own right and by delegation.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn load(
        services: &Services,
        connection: &mut AnyConnection,
        account: &Account,
        session_id: String,
        address: String,
    ) -> Result<Self, ApiError> {
        let mut held: Vec<Held> = grants::of_account(connection, &account.id)?
            .iter()
            .filter_map(|(grant, unit)| own(services, grant, unit))
            .collect();
        for (delegation, unit, signature) in
            delegations::in_force(connection, &account.id, services.today())?
        {
            let act: DelegationAct =
                serde_json::from_slice(&signature.payload).map_err(ApiError::internal)?;
            // A delegation falls with the role it came from, and rests with the account.
            let (principal, _) = accounts::find(connection, &delegation.principal_account_id)?;
            let still_held = principal.status == "active"
                && grants::of_account(connection, &delegation.principal_account_id)?
                    .iter()
                    .any(|(grant, over)| {
                        grant.role == delegation.role && unit.path.starts_with(&over.path)
                    });
            let rules = services.rules();
            let Some(role) = rules.role(&delegation.role).filter(|_| still_held) else {
                continue;
            };
            // Nobody passes on more than the role has, whatever was written.
            let actions = role.actions.iter();
            let actions = actions.filter(|action| act.scope.contains(action));
            held.push(Held {
                grant: Grant {
                    role: delegation.role,
                    unit_id: unit.id,
                    unit_path: unit.path,
                },
                actions: actions.copied().collect(),
                acting: Some(Arc::new(ActingFor {
                    delegation_id: delegation.id,
                    on_behalf: OnBehalf {
                        delegation: act.delegation,
                        form: act.form,
                        principal: act.delegator,
                        principal_title: act.role_title,
                        basis: act.basis,
                        delegation_payload_sha256: signature.payload_sha256,
                        delegation_cms_sha256: signature.cms_sha256,
                    },
                })),
            });
        }
        Ok(Self {
            account_id: account.id.clone(),
            username: account.username.clone(),
            name: account.name.clone(),
            person_id: account.person_id.clone(),
            session_id,
            must_change_password: account.must_change_password,
            address,
            held,
        })
    }

    /// An account whose act goes on without its browser: a confirmation that came later, a file from an agent.
    ///
    /// # Errors
    /// 404 where the account is no longer active.
    pub fn absent(
        services: &Services,
        connection: &mut AnyConnection,
        account_id: &str,
    ) -> Result<Self, ApiError> {
        let (account, _) = accounts::find(connection, account_id)?;
        if account.status != "active" {
            return Err(ApiError::not_found());
        }
        Self::load(services, connection, &account, String::new(), String::new())
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

    /// For whom the caller does this in a role over a unit; `None` in their own right. Of several delegations of the role it is the first
    /// that reaches the action, or the first of all where none does.
    pub fn acting_in(&self, action: Action, role: &str, unit_path: &str) -> Option<&ActingFor> {
        let mut fitting = self
            .held
            .iter()
            .filter(|held| held.grant.role == role && held.grant.covers(unit_path));
        let reaches = |held: &&Held| held.acting.is_none() || held.actions.contains(&action);
        let found = fitting.clone().find(reaches).or_else(|| fitting.next())?;
        found.acting.as_deref()
    }

    /// The capacity in which something was prepared is the one in which it is finished.
    ///
    /// # Errors
    /// 403 where the delegation ended meanwhile, or another one counts now.
    pub fn still_acts(
        &self,
        action: Action,
        role: &str,
        unit_path: &str,
        prepared: Option<&OnBehalf>,
    ) -> Result<(), ApiError> {
        let now = self
            .acting_in(action, role, unit_path)
            .map(|acting| &acting.on_behalf);
        if now == prepared {
            Ok(())
        } else {
            Err(ApiError {
                detail: said(
                    "Việc ủy quyền đã thay đổi sau khi anh/chị chuẩn bị ký; hãy mở lại và ký lại.",
                    "The delegation changed after you prepared the signature; open it again and sign again.",
                ),
                ..ApiError::forbidden()
            })
        }
    }

    /// Who holds the pen, and for whom.
    pub fn acting<'a>(&'a self, for_whom: Option<&'a ActingFor>) -> Acting<'a> {
        Acting {
            actor: Party {
                account: &self.account_id,
                person: self.person_id.as_deref(),
            },
            principal: for_whom.map(|acting| acting.on_behalf.principal.party()),
        }
    }

    /// Roles held in one's own right: only these can be delegated.
    pub fn own_grants(&self) -> Vec<Grant> {
        self.held
            .iter()
            .filter(|held| held.acting.is_none())
            .map(|held| held.grant.clone())
            .collect()
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

fn own(services: &Services, grant: &RoleGrant, unit: &Unit) -> Option<Held> {
    // A role that the deployment file no longer has allows nothing.
    let role = services.rules().role(&grant.role)?;
    Some(Held {
        grant: Grant {
            role: grant.role.clone(),
            unit_id: unit.id.clone(),
            unit_path: unit.path.clone(),
        },
        actions: role.actions.clone(),
        acting: None,
    })
}

/// A rule about who must not act here, as a refusal.
impl From<Conflict> for ApiError {
    fn from(conflict: Conflict) -> Self {
        Self {
            detail: said(conflict.message_vi(), conflict.message_en()),
            ..Self::forbidden()
        }
    }
}
