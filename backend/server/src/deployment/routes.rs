//! The body that runs this installation, and the deadlines of its regulation.

use actix_web::{HttpResponse, get};
use congvu_domain::deployment::{EntryBy as Rule, ManagementBy};
use congvu_openapi::deployment::{DeploymentInfo, EntryBy, Named, RuleList};

use crate::demo;
use crate::error::ApiError;
use crate::services::{App, Services};

fn entry(by: Rule) -> EntryBy {
    match by {
        Rule::Person => EntryBy::Person,
        Rule::Agency => EntryBy::Agency,
        Rule::Either => EntryBy::Either,
    }
}

fn info(services: &Services) -> DeploymentInfo {
    let deployment = &services.deployment;
    let rules = services.rules();
    let named = |key: &str, title: &str, title_en: &str| Named {
        key: key.to_owned(),
        title: title.to_owned(),
        title_en: title_en.to_owned(),
    };
    DeploymentInfo {
        key: deployment.key.clone(),
        name: rules.body.name.clone(),
        name_en: rules.body.name_en.clone(),
        title: rules.branding.title.clone(),
        title_en: rules.branding.title_en.clone(),
        accent: rules.branding.accent.clone(),
        monogram: rules.branding.monogram.clone(),
        legal_basis: rules.legal_basis.number.clone(),
        legal_title: rules.legal_basis.title.clone(),
        new_profile_by: entry(rules.new_profile.by),
        personal_change_by: entry(rules.personal_change.by),
        person_kinds: rules
            .person_kinds
            .iter()
            .map(|kind| named(&kind.key, &kind.title, &kind.title_en))
            .collect(),
        roles: rules
            .roles
            .iter()
            .map(|role| named(&role.key, &role.title, &role.title_en))
            .collect(),
        management_by_person: rules.management.by == ManagementBy::Person,
        management_top: rules.management.top.clone(),
        management_unit: rules.management.unit.clone(),
        today: services.today().to_string(),
        demonstration: if services.settings.demonstration {
            demo::accounts(deployment, services.today())
        } else {
            Vec::new()
        },
    }
}

/// The body that runs this installation
///
/// Name, regulation, kinds of person, roles; accounts to try only in demonstration mode.
#[utoipa::path(tag = "deployment", operation_id = "getDeployment", security(()),
    responses((status = 200, description = "The body", body = DeploymentInfo)))]
#[get("/deployment")]
pub async fn get_deployment(app: App) -> Result<HttpResponse, ApiError> {
    let info = app.into_inner().work(|services| Ok(info(services))).await?;
    Ok(HttpResponse::Ok().json(info))
}

/// The deadlines of the regulation
///
/// One entry for each, with the clause it comes from; the same as `congvu deployment explain --json`.
#[utoipa::path(tag = "deployment", operation_id = "listRules", security(()),
    responses((status = 200, description = "The rules", body = RuleList)))]
#[get("/deployment/rules")]
pub async fn list_rules(app: App) -> HttpResponse {
    HttpResponse::Ok().json(app.deployment.rule_list(app.today()))
}
