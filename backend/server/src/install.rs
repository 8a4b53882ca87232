//! The beginning of an installation: the units of the body and the accounts that everything else
//! starts from – who registers people, who issues accounts (A3, A4).

use std::collections::HashMap;

use congvu_db::{AnyConnection, RoleGrant, Unit, grants, units};
use congvu_openapi::units::UnitManagement;
use serde::Deserialize;

use crate::accounts::{self, NewAccount};
use crate::auth::{hash, new_initial_password};
use crate::error::{ApiError, said};
use crate::services::Services;

/// A line of the file of units.
#[derive(Clone, Debug, Deserialize)]
pub struct UnitLine {
    /// Short code, unique.
    pub code: String,
    /// Code of the unit above, on an earlier line; empty for the body itself, which comes first.
    pub parent: String,
    /// Name in Vietnamese.
    pub name: String,
    /// `top` or `unit`: how its people are managed, where the regulation goes by unit.
    pub management: UnitManagement,
}

/// An account to begin with.
#[derive(Clone, Debug)]
pub struct FirstAccount {
    pub username: String,
    /// Key of a role in the deployment file; held over the whole body.
    pub role: String,
    pub name: String,
}

/// A name and the password to hand over, to be changed at the first sign-in.
#[derive(Clone, Debug)]
pub struct Issued {
    pub username: String,
    pub initial_password: String,
}

/// Puts units and first accounts into an empty database.
///
/// # Errors
/// 409 where there are units already; 422 naming the line or the account that is wrong.
pub fn install(
    services: &Services,
    connection: &mut AnyConnection,
    lines: &[UnitLine],
    first: &[FirstAccount],
) -> Result<Vec<Issued>, ApiError> {
    if !units::all(connection)?.is_empty() {
        return Err(ApiError::conflict(said(
            "Cơ sở dữ liệu này đã có đơn vị; chỉ cài đặt được một lần.",
            "This database has units; it is installed once.",
        )));
    }
    let root = add_units(services, connection, lines)?;
    first
        .iter()
        .map(|account| add_account(services, connection, &root, account))
        .collect()
}

fn add_units(
    services: &Services,
    connection: &mut AnyConnection,
    lines: &[UnitLine],
) -> Result<Unit, ApiError> {
    let mut known: HashMap<&str, Unit> = HashMap::new();
    let mut root = None;
    for (number, line) in (2..).zip(lines) {
        let parent = known.get(line.parent.as_str());
        if parent.is_none() != root.is_none() {
            return Err(ApiError::invalid_at(
                format!("line {number}"),
                "unknown_parent",
                said(
                    format!(
                        "Dòng {number}: “{}” không có ở các dòng trước.",
                        line.parent
                    ),
                    format!("Line {number}: “{}” is on no line before.", line.parent),
                ),
            ));
        }
        let unit = crate::units::add(
            services,
            connection,
            parent,
            &line.code,
            &line.name,
            line.management,
        )?;
        root.get_or_insert_with(|| unit.clone());
        known.insert(&line.code, unit);
    }
    root.ok_or_else(|| {
        ApiError::invalid_at(
            "",
            "no_units",
            said(
                "Tệp đơn vị không có dòng nào.",
                "The file of units has no line.",
            ),
        )
    })
}

fn add_account(
    services: &Services,
    connection: &mut AnyConnection,
    root: &Unit,
    first: &FirstAccount,
) -> Result<Issued, ApiError> {
    let Some(role) = services.rules().role(&first.role) else {
        let roles = services.rules().roles.iter().map(|role| role.key.as_str());
        let known = roles.collect::<Vec<_>>().join(", ");
        return Err(ApiError::invalid_at(
            &first.username,
            "unknown_role",
            said(
                format!(
                    "Quy chế không có vai trò “{}”; cần một trong: {known}.",
                    first.role
                ),
                format!(
                    "The regulation has no role “{}”; use one of: {known}.",
                    first.role
                ),
            ),
        ));
    };
    let initial_password = new_initial_password(crate::random::bytes()?);
    let new = NewAccount {
        username: first.username.clone(),
        password_hash: hash(&initial_password, services.settings.bcrypt_cost)?,
        name: first.name.clone(),
        person_id: None,
        unit_id: &root.id,
        must_change_password: true,
    };
    let account = accounts::insert(services, connection, new)?;
    let grant = RoleGrant {
        id: services.new_id(),
        account_id: account.id,
        role: role.key.clone(),
        unit_id: root.id.clone(),
        basis: "Cài đặt ban đầu".to_owned(),
        granted_by: "congvu install".to_owned(),
        granted_at: services.now().into(),
        revoked_at: None,
    };
    grants::insert(connection, &grant)?;
    Ok(Issued {
        username: first.username.clone(),
        initial_password,
    })
}
