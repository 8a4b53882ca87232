//! Roles and kinds of person (A4, A8, B3), and who is managed where (C2).

use serde::{Deserialize, Serialize};

use crate::access::Action;

/// A role, its title in the regulation, and what it allows.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub key: String,
    /// Title in Vietnamese, as the regulation names it.
    pub title: String,
    pub title_en: String,
    pub actions: Vec<Action>,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

/// A kind of person the regulation covers (B3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonKind {
    pub key: String,
    pub title: String,
    pub title_en: String,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

/// How it is known whether a person is managed at the top or by their own unit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManagementRule {
    pub by: ManagementBy,
    /// What being managed at the top is called: `Thuộc diện Ban Thường vụ Thành ủy quản lý`.
    pub top: String,
    /// What being managed by the own unit is called.
    pub unit: String,
    pub clause: String,
    /// The clause's own words, where they are short enough to be shown.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full: to be confirmed (cần xác nhận).
    #[serde(default)]
    pub confirm: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ManagementBy {
    /// The unit decides: units "thuộc" against units "trực thuộc".
    Unit,
    /// The person's post decides; recorded on the person.
    Person,
}

/// Managed at the top of the body or by the own unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Management {
    Top,
    Unit,
}
