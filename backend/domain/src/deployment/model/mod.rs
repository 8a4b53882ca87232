//! What a deployment file says. Everything in which the regulations differ is here as data, each
//! rule with its requirement id and the clause it comes from.

mod accounts;
mod chains;
mod delegation;
mod duties;
mod people;
mod time;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use accounts::*;
pub use chains::*;
pub use delegation::*;
pub use duties::*;
pub use people::*;
pub use time::*;

/// One body's regulation through time, as the program needs it. Only [`Deployment::parse`] makes
/// one, so that whoever holds one may rely on what it checks.
///
/// What is asked of it depends on the day: [`Deployment::at`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Short key: `hcmc`.
    pub key: String,
    /// Name of the body in Vietnamese, as the regulation has it.
    pub name: String,
    /// Name of the body in English.
    pub name_en: String,
    /// The body above it, printed over its name on documents; may be empty.
    pub superior: String,
    /// Place named in dates on documents (địa danh): `Hà Nội`.
    pub place: String,
    pub branding: Branding,
    /// Never empty, in order, each ending on the day before the next begins.
    pub blocks: Vec<Rules>,
}

/// The rules of one stretch of time, complete.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// First day.
    pub in_force_from: NaiveDate,
    /// Last day, where something follows or the end is known.
    pub until: Option<NaiveDate>,
    /// What changed the rules on that day; none for the regulation as it was made.
    pub amended_by: Option<Amending>,
    /// The body as it is called in this time.
    pub body: Body,
    pub branding: Branding,
    pub legal_basis: LegalBasis,
    /// Which day of an event counts as the first.
    pub first_day: FirstDay,
    pub accounts: AccountRules,
    pub roles: Vec<Role>,
    pub person_kinds: Vec<PersonKind>,
    pub management: ManagementRule,
    /// Who enters a new profile (B4).
    pub new_profile: EntryRule,
    /// Who enters a change on the person's side (B5).
    pub personal_change: EntryRule,
    /// Who enters a change on the organisation's side (B6).
    pub organisation_change: EntryRule,
    /// Chains of review and approval (C2, C3).
    pub chains: Vec<Chain>,
    /// What holds for a later change instead of the steps' own deadlines (C4).
    pub later_change: Option<LaterChange>,
    /// Who may act for whom (C5).
    pub delegations: Vec<DelegationRule>,
    /// Everything else that somebody has to do.
    pub duties: Vec<Duty>,
    pub principles: Vec<Principle>,
}

/// What a body is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Body {
    /// In Vietnamese, as printed on documents.
    pub name: String,
    pub name_en: String,
    /// The body above it; may be empty.
    pub superior: String,
    /// Place named in dates on documents.
    pub place: String,
}

/// The law that changes the rules from a day on.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amending {
    /// First day, `YYYY-MM-DD`.
    pub in_force_from: NaiveDate,
    /// Last day, where it is known; the day before the next amendment where there is one.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// Short form, written after the clauses of this amendment: `NĐ 27/2026/NĐ-CP`.
    pub law: String,
    /// Full title with date and issuer.
    pub title: String,
    /// What changes, in Vietnamese, in a sentence.
    pub subject: String,
    /// The text was not seen in full: every rule of the amendment is to be confirmed.
    #[serde(default)]
    pub confirm: bool,
}

/// The regulation itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Number and symbol: `Quyết định số 832/QĐ-BNV`.
    pub number: String,
    /// Short form used after a clause: `QĐ 832/QĐ-BNV`.
    pub short: String,
    /// Full title with date and issuer.
    pub title: String,
    /// In force from, `YYYY-MM-DD`.
    pub in_force_from: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branding {
    /// Title of the app in Vietnamese: what this body calls its database.
    pub title: String,
    pub title_en: String,
    /// Accent colour `#rrggbb`, at least 4.5:1 on white.
    pub accent: String,
    /// Two or three letters shown in the emblem.
    pub monogram: String,
}
