//! Signing in somebody's stead with a written basis: ký thay, ký thừa lệnh, ký thừa uỷ quyền (C5), and substitution for absence.

use serde::{Deserialize, Serialize};

/// In whose stead, by the words of Nghị định 30/2020/NĐ-CP Điều 13.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DelegationForm {
    /// KT. – a deputy signs for the head (ký thay).
    Kt,
    /// TL. – the head of a section signs by order (ký thừa lệnh).
    Tl,
    /// TUQ. – by authorisation in writing (ký thừa uỷ quyền).
    Tuq,
    /// Q. – acting head (quyền).
    Q,
}

/// Where a delegation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum DelegationState {
    /// Begins later.
    Coming,
    /// In force today.
    InForce,
    /// Its period is over.
    Over,
    /// Ended before its time.
    Ended,
}

/// A delegation to be signed by whoever delegates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema, validator::Validate))]
#[serde(deny_unknown_fields)]
pub struct NewDelegation {
    /// Certificate to sign with.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub certificate_id: String,
    /// User name of whoever will act.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub delegate: String,
    /// Key of the role that is delegated; one that the caller holds.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub role: String,
    /// Unit within which the delegate acts.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// In which form the delegate signs.
    pub form: DelegationForm,
    /// First day, included.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub from: String,
    /// Last day, included.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub to: String,
    /// Number and symbol of the document it rests on: `15/GUQ-SNV`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 1, max = 100)),
        schema(min_length = 1, max_length = 100)
    )]
    pub basis_number: String,
    /// Date of that document.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub basis_date: String,
    /// What it says, in short: `Giấy ủy quyền của Giám đốc Sở`.
    #[cfg_attr(
        feature = "server",
        validate(length(min = 3, max = 300)),
        schema(min_length = 3, max_length = 300)
    )]
    pub basis: String,
}

/// A delegation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Delegation {
    /// Identifier.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub id: String,
    /// Who delegates.
    pub principal: String,
    /// Who acts.
    pub delegate: String,
    /// Title of the role, in Vietnamese.
    pub role: String,
    /// The same in English.
    pub role_en: String,
    /// Unit within which the delegate acts.
    pub unit_name: String,
    /// In which form the delegate signs.
    pub form: DelegationForm,
    /// First day, included.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub from: String,
    /// Last day, included.
    #[cfg_attr(feature = "server", schema(format = "date"))]
    pub to: String,
    /// The written basis in words: number, date, content.
    pub basis: String,
    /// Where it stands today.
    pub state: DelegationState,
    /// The caller gave it, and may end it.
    pub given: bool,
    /// The principal's signature.
    pub signature: crate::signing::SignatureSummary,
}

/// Delegations given and received, newest first, and what the caller may delegate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DelegationList {
    /// The delegations.
    pub items: Vec<Delegation>,
    /// Roles that the caller holds and the regulation lets them delegate.
    pub may_delegate: Vec<DelegableRole>,
}

/// A role that the caller may delegate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct DelegableRole {
    /// Key of the role.
    pub role: String,
    /// Title, in Vietnamese.
    pub title: String,
    /// Title, in English.
    pub title_en: String,
    /// Unit over which the caller holds it.
    #[cfg_attr(feature = "server", schema(format = "uuid"))]
    pub unit_id: String,
    /// Name of that unit.
    pub unit_name: String,
    /// Forms allowed.
    pub forms: Vec<DelegationForm>,
    /// Longest period in calendar days; absent where the regulation sets none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longest_days: Option<u32>,
    /// The clause that allows it; may be empty.
    pub clause: String,
}
