use congvu_db::{Account, AnyConnection, RoleGrant, Unit, accounts, grants, sessions, units};
use congvu_domain::access::Action;
use congvu_openapi::accounts as wire;

use crate::audit::{self, Event, Ground};
use crate::auth::{Caller, hash, new_initial_password, role_grants};
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::http::{Created, IfMatch, Page};
use crate::services::Services;

/// An account as it travels.
pub fn view(
    services: &Services,
    connection: &mut AnyConnection,
    account: &Account,
    unit: &Unit,
) -> Result<wire::Account, ApiError> {
    Ok(wire::Account {
        id: account.id.clone(),
        username: account.username.clone(),
        name: account.name.clone(),
        person_id: account.person_id.clone(),
        unit_id: unit.id.clone(),
        unit_name: unit.name.clone(),
        status: variant(&account.status)?,
        created_at: account.created_at.rfc3339(),
        roles: role_grants(services, connection, &account.id)?,
        revision: account.revision,
    })
}

/// Accounts within the caller's scope, by name.
pub fn list(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    page: &Page,
) -> Result<wire::AccountPage, ApiError> {
    let scope = caller.scope(Action::IssueAccounts);
    let mut rows = accounts::list(connection, &scope, page.after.clone(), page.rows())?;
    let next = page.cut(&mut rows, |(account, _)| {
        (account.name.clone(), account.id.clone())
    });
    let items = rows
        .iter()
        .map(|(account, unit)| view(services, connection, account, unit))
        .collect::<Result<_, _>>()?;
    Ok(wire::AccountPage { items, next })
}

/// The account, where the caller may administer it.
fn administered(
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<(Account, Unit), ApiError> {
    let (account, unit) = accounts::find(connection, id)?;
    if caller.may(Action::IssueAccounts, &unit.path) {
        Ok((account, unit))
    } else {
        Err(ApiError::not_found())
    }
}

fn record(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    action: &str,
    account: &Account,
    subject: &str,
) -> Result<(), ApiError> {
    let event = Event {
        action,
        person_id: account.person_id.as_deref(),
        subject,
        ground: Ground::Regulation,
    };
    audit::record(services, connection, caller, event)
}

/// Suspends or reactivates an account on a written request (A4); a suspended one is signed out at once.
///
/// # Errors
/// 404 out of scope, 409 for one's own account, 412 where it changed.
pub fn update(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    seen: IfMatch,
    change: &wire::AccountUpdate,
) -> Result<wire::Account, ApiError> {
    let (account, unit) = administered(connection, caller, id)?;
    seen.check(account.revision)?;
    if account.id == caller.account_id {
        return Err(ApiError::conflict(said(
            "Không thể tự khoá hoặc mở tài khoản của chính mình.",
            "Nobody suspends or reactivates their own account.",
        )));
    }
    if !accounts::set_status(connection, id, account.revision, &word(&change.status))? {
        return Err(ApiError::stale(account.revision + 1));
    }
    if change.status == wire::AccountStatus::Suspended {
        sessions::revoke_others(connection, id, None, services.now().into())?;
    }
    let action = match change.status {
        wire::AccountStatus::Active => "account_activated",
        wire::AccountStatus::Suspended => "account_suspended",
    };
    record(
        services,
        connection,
        caller,
        action,
        &account,
        &change.basis,
    )?;
    let (account, _) = accounts::find(connection, id)?;
    view(services, connection, &account, &unit)
}

/// Gives an account a new initial password (A5) and ends its sessions.
///
/// # Errors
/// 404 out of scope.
pub fn reset_password(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<Created<wire::IssuedAccount>, ApiError> {
    let (account, _) = administered(connection, caller, id)?;
    let password = new_initial_password(crate::random::bytes()?);
    let hash = hash(&password, services.settings.bcrypt_cost)?;
    accounts::set_password(connection, id, &hash, true)?;
    sessions::revoke_others(connection, id, None, services.now().into())?;
    record(services, connection, caller, "password_reset", &account, id)?;
    let shown = |initial_password| wire::IssuedAccount {
        account_id: account.id.clone(),
        username: account.username.clone(),
        initial_password,
    };
    Ok(Created {
        body: shown(password),
        kept: Some(shown(String::new())),
        revision: None,
    })
}

/// Grants a role within a unit of the caller's own scope, on a written basis (A4).
///
/// # Errors
/// 404 or 403 out of scope, 409 for oneself, 422 for a role that the regulation does not have.
pub fn grant(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    new: &wire::NewRoleGrant,
) -> Result<wire::Account, ApiError> {
    let (account, own_unit) = administered(connection, caller, id)?;
    let unit = units::find(connection, &new.unit_id).map_err(|_ignored| {
        ApiError::invalid_at(
            "/unit_id",
            "unknown_unit",
            said("Không có đơn vị này.", "There is no such unit."),
        )
    })?;
    caller.require(Action::IssueAccounts, &unit.path)?;
    if account.id == caller.account_id {
        return Err(ApiError::conflict(said(
            "Không thể tự giao vai trò cho chính mình.",
            "Nobody grants roles to themselves.",
        )));
    }
    if services.rules().role(&new.role).is_none() {
        return Err(ApiError::invalid_at(
            "/role",
            "unknown_role",
            said(
                "Quy chế không có vai trò này.",
                "The regulation has no such role.",
            ),
        ));
    }
    let row = RoleGrant {
        id: services.new_id(),
        account_id: id.to_owned(),
        role: new.role.clone(),
        unit_id: unit.id,
        basis: new.basis.trim().to_owned(),
        granted_by: caller.name.clone(),
        granted_at: services.now().into(),
        revoked_at: None,
    };
    grants::insert(connection, &row)?;
    accounts::touch(connection, id)?;
    record(
        services,
        connection,
        caller,
        "role_granted",
        &account,
        &row.id,
    )?;
    let (account, _) = accounts::find(connection, id)?;
    view(services, connection, &account, &own_unit)
}

/// Takes a role away (A4, A6).
///
/// # Errors
/// 404 out of scope or where the role is not held.
pub fn revoke_role(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    grant_id: &str,
) -> Result<(), ApiError> {
    let (account, _) = administered(connection, caller, id)?;
    let (_, unit) = grants::find(connection, id, grant_id)?;
    caller.require(Action::IssueAccounts, &unit.path)?;
    grants::revoke(connection, grant_id, services.now().into())?;
    accounts::touch(connection, id)?;
    record(
        services,
        connection,
        caller,
        "role_revoked",
        &account,
        grant_id,
    )
}
