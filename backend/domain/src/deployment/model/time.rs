//! Times: how many days, of which kind, from what.

use serde::{Deserialize, Serialize};

use crate::calendar::Period;

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
    /// The last days of each half of a month: to the 15th, and to the end.
    HalfMonthWindow,
    /// The last days of each quarter.
    QuarterEndWindow,
    /// A decision was issued, whenever it takes effect.
    DecisionIssued,
    /// The transfer of a profile was asked for.
    TransferRequested,
    /// The paper dossier was taken over.
    DossierReceived,
    /// The death certificate was received.
    DeathCertificateReceived,
    /// Somebody reported a wrong item or asked for their data.
    Reported,
    /// The data were approved.
    Approved,
}

impl Event {
    /// Every event, in the order above.
    pub const ALL: [Self; 16] = [
        Self::RecruitmentDecision,
        Self::AccountRequested,
        Self::AccountIssued,
        Self::ChangeOccurred,
        Self::DecisionEffective,
        Self::Submitted,
        Self::PreviousStep,
        Self::MonthEndWindow,
        Self::HalfMonthWindow,
        Self::QuarterEndWindow,
        Self::DecisionIssued,
        Self::TransferRequested,
        Self::DossierReceived,
        Self::DeathCertificateReceived,
        Self::Reported,
        Self::Approved,
    ];

    /// The period at whose end something is to be done, where this is no event but a window.
    #[must_use]
    pub const fn window(self) -> Option<Period> {
        match self {
            Self::MonthEndWindow => Some(Period::Month),
            Self::HalfMonthWindow => Some(Period::HalfMonth),
            Self::QuarterEndWindow => Some(Period::Quarter),
            _ => None,
        }
    }
}

/// Which day of an event counts as the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstDay {
    /// The day after (khoản 2 Điều 147 Bộ luật Dân sự): where a regulation says nothing.
    #[default]
    Next,
    /// The day itself, where a regulation says so (kể cả ngày phát sinh).
    Same,
}

/// A day of every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Yearly {
    pub month: u32,
    pub day: u32,
    /// "Trước ngày": the last working day before it; otherwise "chậm nhất là ngày": that day, or
    /// the next working day.
    #[serde(default)]
    pub before: bool,
}
