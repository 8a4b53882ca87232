//! What a deployment file says. Everything in which the regulations differ is here as data, each
//! rule with its requirement id and the clause it comes from.

use serde::{Deserialize, Serialize};

pub use congvu_openapi::deployment::EntryBy;

use crate::access::Action;
use crate::delegations::Form;

/// One body's regulation, as the program needs it. Only [`Deployment::parse`] makes one, so that
/// whoever holds one may rely on what it checks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// Short key: `hcmc`.
    pub key: String,
    /// Name of the body in Vietnamese, as printed on documents.
    pub name: String,
    /// Name of the body in English.
    pub name_en: String,
    /// The body above it, printed over its name on documents; may be empty.
    pub superior: String,
    /// Place named in dates on documents (địa danh): `Hà Nội`.
    pub place: String,
    pub legal_basis: LegalBasis,
    pub branding: Branding,
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
    pub in_force_from: chrono::NaiveDate,
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
    /// Id in the requirements table: `A3`.
    pub requirement: String,
}

/// A number of days. Both kinds are counted from the day after the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Within {
    pub days: u16,
    pub unit: DayUnit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// Ngày làm việc.
    Working,
    /// Ngày theo lịch; one that ends on a day off moves to the next working day.
    Calendar,
}

/// What a deadline is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// The recruitment decision or the labour contract.
    RecruitmentDecision,
    /// The managing unit asked for the account.
    AccountRequested,
    /// The account was issued.
    AccountIssued,
    /// Something about the person changed.
    ChangeOccurred,
    /// A decision took effect.
    DecisionEffective,
    /// The person (or, where the agency enters the data, the agency) signed the submission.
    Submitted,
    /// The step before was signed.
    PreviousStep,
    /// The last days of each month; the deadline is the end of the month (Tiền Giang Điều 6).
    MonthEndWindow,
}

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
}

/// A kind of person the regulation covers (B3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonKind {
    pub key: String,
    pub title: String,
    pub title_en: String,
    pub clause: String,
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

/// Who may enter data, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryRule {
    pub by: EntryBy,
    /// Who that is, as the regulation names them.
    pub actor: String,
    /// What is to be done, in Vietnamese.
    pub subject: String,
    #[serde(default)]
    pub within: Option<Within>,
    #[serde(default)]
    pub from: Option<Event>,
    pub clause: String,
    pub requirement: String,
}

/// A chain of steps that a submission passes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chain {
    pub key: String,
    /// Whom it is for, in Vietnamese.
    pub subject: String,
    /// Only people managed so; everybody where absent.
    #[serde(default)]
    pub management: Option<Management>,
    pub requirement: String,
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Chain {
    /// The chain is for people managed so.
    #[must_use]
    pub fn is_for(&self, management: Management) -> bool {
        self.management.is_none_or(|only| only == management)
    }
}

/// One step: a role signs within its time, or several people do, side by side.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Key of the role; the first of [`Self::all`] where there are several.
    #[serde(default)]
    pub role: String,
    /// So many different people of the role sign (đồng thời, nhiều người cùng rà soát).
    #[serde(default = "one")]
    pub reviewers: u16,
    /// Instead of one role: keys of several, each of which signs once, in any order.
    #[serde(default)]
    pub all: Vec<String>,
    /// What the role does here, in Vietnamese: `rà soát, kiểm tra, xác thực bằng ký số`.
    pub duty: String,
    pub duty_en: String,
    #[serde(default)]
    pub within: Option<Within>,
    pub from: Event,
    pub clause: String,
}

impl Step {
    /// Keys of the roles that have to sign, one for each signature.
    #[must_use]
    pub fn seats(&self) -> Vec<&str> {
        if self.all.is_empty() {
            return vec![self.role.as_str(); usize::from(self.reviewers)];
        }
        self.all.iter().map(String::as_str).collect()
    }
}

const fn one() -> u16 {
    1
}

/// A later change: the same chain, one deadline for the whole of it (C4).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaterChange {
    pub subject: String,
    /// Title of the authority, as the regulation names it.
    pub authority: String,
    pub within: Within,
    /// [`Event::Submitted`] or [`Event::MonthEndWindow`].
    pub from: Event,
    pub clause: String,
    pub requirement: String,
}

/// Who may have somebody act for them, in what form, to whom and how long (C5).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DelegationRule {
    pub key: String,
    pub form: Form,
    /// Offered at all: a regulation that is silent leaves it to whoever runs the system.
    #[serde(default = "yes")]
    pub enabled: bool,
    /// Keys of the roles that may be delegated.
    pub roles: Vec<String>,
    /// Keys of the roles that may take it over; with `to_titles` empty as well, anybody.
    #[serde(default)]
    pub to_roles: Vec<String>,
    /// Beginnings of the posts that may take it over: `Phó`.
    #[serde(default)]
    pub to_titles: Vec<String>,
    /// Kinds of act that may be handed over.
    pub acts: Vec<Action>,
    /// At most so many calendar days, first and last included; none where nothing is said.
    #[serde(default)]
    pub most_days: Option<u16>,
    pub clause: String,
    /// The clause's own words.
    #[serde(default)]
    pub quote: Option<String>,
    /// The text was not seen in full; to be confirmed.
    #[serde(default)]
    pub confirm: bool,
}

const fn yes() -> bool {
    true
}
