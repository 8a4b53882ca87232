//! What this installation is: body, regulation, roles, rules.

use serde::{Deserialize, Serialize};

/// The body that runs this installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DeploymentInfo {
    /// Key of the deployment file.
    pub key: String,
    /// Name of the body in Vietnamese.
    pub name: String,
    /// Name of the body in English.
    pub name_en: String,
    /// Title of the system in Vietnamese.
    pub title: String,
    /// Title of the system in English.
    pub title_en: String,
    /// Accent colour, `#rrggbb`.
    pub accent: String,
    /// Two or three letters for the emblem.
    pub monogram: String,
    /// Number of the regulation.
    pub legal_basis: String,
    /// Full title of the regulation.
    pub legal_title: String,
    /// Who enters a new profile (B4).
    pub new_profile_by: EntryBy,
    /// Who enters a change on the person's side (B5).
    pub personal_change_by: EntryBy,
    /// Kinds of person the regulation covers (B3).
    pub person_kinds: Vec<Named>,
    /// Roles of the regulation.
    pub roles: Vec<Named>,
    /// Being managed at the top is recorded on the person (otherwise on the unit).
    pub management_by_person: bool,
    /// What being managed at the top is called.
    pub management_top: String,
    /// What being managed by the own unit is called.
    pub management_unit: String,
    /// Today's date as the server sees it.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub today: String,
    /// Accounts to try the system with; empty except in demonstration mode.
    pub demonstration: Vec<DemoAccount>,
}

/// Who may enter data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum EntryBy {
    /// The person alone.
    Person,
    /// The managing agency alone.
    Agency,
    /// The person or the agency.
    Either,
}

/// A key with its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Named {
    /// The key.
    pub key: String,
    /// Vietnamese.
    pub title: String,
    /// English.
    pub title_en: String,
}

/// An account of the demonstration.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DemoAccount {
    /// Name of the account.
    pub username: String,
    /// Password.
    pub password: String,
    /// Name of the person.
    pub name: String,
    /// What the account is for, in Vietnamese.
    pub role: String,
    /// What the account is for, in English.
    pub role_en: String,
    /// Unit.
    pub unit: String,
}

/// The deadlines of the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RuleList {
    /// Key of the deployment file.
    pub deployment: String,
    /// Number of the regulation.
    pub legal_basis: String,
    /// One for each deadline.
    pub rules: Vec<Rule>,
}

/// One deadline of the regulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Rule {
    /// Id in the table of requirements.
    pub requirement: String,
    /// What it is about.
    pub subject: String,
    /// Position in the chain, from 1.
    pub step: u16,
    /// Title of the role.
    pub role: String,
    /// How long.
    pub within: RuleWithin,
    /// From which event.
    pub from: String,
    /// The clause.
    pub clause: String,
}

/// A number of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct RuleWithin {
    /// How many.
    pub days: u16,
    /// `working` or `calendar`.
    pub unit: String,
}
