//! Signing in somebody's stead: KT., TL., TUQ., Q. (C5). Whoever delegates signs it; every act under it carries that proof.

mod conclude;
mod prepare;
pub mod routes;

use congvu_db::{AnyConnection, Delegation, Signature, Unit, delegations, units};
use congvu_openapi::delegations as wire;

use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::ApiError;
use crate::services::Services;
use crate::signing;

pub use conclude::{delegated, end};
pub use prepare::prepare;

/// Delegations given and received, and what the caller may delegate.
///
/// # Errors
/// The database cannot be read.
pub fn list(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<wire::DelegationList, ApiError> {
    let items = delegations::of_account(connection, &caller.account_id)?
        .iter()
        .map(|found| view(services, caller, found))
        .collect::<Result<_, _>>()?;
    let mut may_delegate = Vec::new();
    for grant in caller.own_grants() {
        let allowed: Vec<_> = services
            .rules()
            .delegations
            .iter()
            .filter(|rule| rule.enabled && rule.roles.contains(&grant.role))
            .collect();
        let (Some(first), Some(role)) = (allowed.first(), services.rules().role(&grant.role))
        else {
            continue;
        };
        may_delegate.push(wire::DelegableRole {
            role: grant.role.clone(),
            title: role.title.clone(),
            title_en: role.title_en.clone(),
            unit_name: units::find(connection, &grant.unit_id)?.name,
            unit_id: grant.unit_id,
            forms: allowed
                .iter()
                .map(|rule| variant(&word(&rule.form)))
                .collect::<Result<_, _>>()?,
            longest_days: first.most_days.map(u32::from),
            clause: services.rules().cite(&first.clause),
        });
    }
    Ok(wire::DelegationList {
        items,
        may_delegate,
    })
}

fn view(
    services: &Services,
    caller: &Caller,
    (row, unit, signature): &(Delegation, Unit, Signature),
) -> Result<wire::Delegation, ApiError> {
    let role = services.rules().role(&row.role);
    let today = services.today();
    let state = if row.ended_at.is_some() {
        wire::DelegationState::Ended
    } else if today < row.from_on {
        wire::DelegationState::Coming
    } else if today > row.to_on {
        wire::DelegationState::Over
    } else {
        wire::DelegationState::InForce
    };
    Ok(wire::Delegation {
        id: row.id.clone(),
        principal: row.principal.clone(),
        delegate: row.delegate.clone(),
        role: role.map(|role| role.title.clone()).unwrap_or_default(),
        role_en: role.map(|role| role.title_en.clone()).unwrap_or_default(),
        unit_name: unit.name.clone(),
        form: variant(&row.form)?,
        from: row.from_on.to_string(),
        to: row.to_on.to_string(),
        basis: row.basis.clone(),
        state,
        given: row.principal_account_id == caller.account_id,
        signature: signing::summary(services, signature)?,
    })
}
