//! Who may do what: actions, roles scoped to a unit and its sub-units, and the questions asked of
//! them (requirements A4, A8, F2). Everything not granted is denied.

pub mod separation;

use serde::{Deserialize, Serialize};

/// Something that a role may allow, always within a unit and its sub-units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// Look up, search and read people's profiles (F1, F2).
    ReadPeople,
    /// Register a person and enter their data for them (B4, B6).
    EnterProfiles,
    /// Act on a step of a workflow that names the role (C2, C3).
    Review,
    /// Issue, suspend and revoke accounts (A3, A4).
    IssueAccounts,
    /// Answer reports of wrong items (B8).
    AnswerRemarks,
    /// Sign an exported document as the competent person (F4).
    SignExports,
    /// Put the agency's seal signature on an exported document (F4).
    SealExports,
    /// Read who did and saw what (G2).
    ReadAudit,
    /// Revoke a certificate of the built-in pilot authority (C7).
    RevokeCertificates,
    /// See structure and posts only, without personal data (MONRE 12.5).
    ReadStructure,
}

impl Action {
    /// Every action, in the order of the permissions table.
    pub const ALL: [Self; 10] = [
        Self::ReadPeople,
        Self::EnterProfiles,
        Self::Review,
        Self::IssueAccounts,
        Self::AnswerRemarks,
        Self::SignExports,
        Self::SealExports,
        Self::ReadAudit,
        Self::RevokeCertificates,
        Self::ReadStructure,
    ];
}

/// A role held by an account, valid in one unit and everything below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Key of the role in the deployment file.
    pub role: String,
    /// Identifier of the unit.
    pub unit_id: String,
    /// Path of the unit from the root, `/a/b/`; a unit lies below another when its path starts with the other's.
    pub unit_path: String,
}

impl Grant {
    /// The grant reaches the unit with this path.
    #[must_use]
    pub fn covers(&self, unit_path: &str) -> bool {
        unit_path.starts_with(&self.unit_path)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grant_reaches_its_unit_and_what_lies_below() {
        let grant = Grant {
            role: "hr_head".into(),
            unit_id: "a".into(),
            unit_path: "/root/a/".into(),
        };
        for (path, covered) in [
            ("/root/a/", true),
            ("/root/a/b/", true),
            ("/root/", false),
            ("/root/ab/", false),
            ("/root/b/", false),
        ] {
            assert_eq!(grant.covers(path), covered, "{path}");
        }
    }
}
