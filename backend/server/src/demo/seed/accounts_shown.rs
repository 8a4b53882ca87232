use chrono::NaiveDate;
use congvu_domain::deployment::Deployment;
use congvu_openapi::deployment::DemoAccount;

use super::super::{DemoPlan, body};
use super::PASSWORD;

/// The accounts shown on the sign-in page and printed at the start: officials first, then every role.
#[must_use]
pub fn accounts(deployment: &Deployment, today: NaiveDate) -> Vec<DemoAccount> {
    let body = body(deployment, today);
    let unit_name = |code: &str| {
        body.units
            .iter()
            .find(|unit| unit.code == code)
            .map(|unit| unit.name.clone())
            .unwrap_or_default()
    };
    let officials = body
        .people
        .iter()
        .filter(|person| person.username.starts_with("canbo."))
        .map(|person| {
            let (role, role_en) = match person.plan {
                DemoPlan::Invited => (
                    "Cán bộ vừa được cấp tài khoản, chưa khai hồ sơ",
                    "Official with a new account and an empty profile",
                ),
                _ => (
                    "Cán bộ đã có hồ sơ được duyệt",
                    "Official with an approved profile",
                ),
            };
            DemoAccount {
                username: person.username.clone(),
                password: PASSWORD.to_owned(),
                name: person.profile.personal.full_name.0.clone(),
                role: role.to_owned(),
                role_en: role_en.to_owned(),
                unit: unit_name(&person.unit),
            }
        });
    let officers = body.officers.iter().filter_map(|officer| {
        let role = deployment.at(today).role(&officer.role)?;
        Some(DemoAccount {
            username: officer.username.clone(),
            password: PASSWORD.to_owned(),
            name: officer.name.clone(),
            role: role.title.clone(),
            role_en: role.title_en.clone(),
            unit: unit_name(&officer.unit),
        })
    });
    officials.chain(officers).collect()
}
