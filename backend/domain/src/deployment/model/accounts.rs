//! Accounts (A1–A3).

use serde::{Deserialize, Serialize};

use super::{Event, Within};

/// Accounts (A1–A3).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountRules {
    /// Clause of "one personal account per person" (A1).
    pub personal_clause: String,
    /// Accounts for an organisation (A2).
    pub organisation: OrganisationAccounts,
    /// Role that creates accounts of organisations; only where they are allowed.
    #[serde(default)]
    pub organisation_issuer: Option<String>,
    /// Empty where the regulation does not speak of them.
    #[serde(default)]
    pub organisation_clause: String,
    /// Role that asks for an account, where asking and issuing are apart (A3).
    #[serde(default)]
    pub request: Option<TimedDuty>,
    /// Role that issues accounts and by when (A3).
    pub issue: TimedDuty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationAccounts {
    /// Not provided for.
    No,
    /// Allowed, beside personal accounts.
    Allowed,
    /// Forbidden by the regulation.
    Forbidden,
}

/// A duty of a role, with a deadline where the regulation has one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimedDuty {
    /// Key of the role.
    pub role: String,
    /// What is to be done, in Vietnamese.
    pub subject: String,
    #[serde(default)]
    pub within: Option<Within>,
    #[serde(default)]
    pub from: Option<Event>,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
    /// Id in the requirements table: `A3`.
    pub requirement: String,
}
