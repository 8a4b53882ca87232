use serde::{Deserialize, Serialize};

use super::{Code, Decimal, Money, PartialDate, Text};

/// Items 30, 37.1 and 37.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Pay {
    /// Item 30.1: grade or professional title (ngạch/chức danh nghề nghiệp) and step.
    pub grade: Grade,
    /// Item 30.2: allowances.
    pub allowances: Allowances,
    /// Item 30.3: job position (vị trí việc làm) and its pay.
    pub position: PositionPay,
    /// Item 37.1: pay of the person over time (quá trình lương của bản thân).
    pub pay_history: Vec<PayRow>,
    /// Item 37.2: other allowances (các loại phụ cấp khác).
    pub allowance_history: Vec<AllowanceRow>,
}

/// Item 30.1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Grade {
    /// Name of the grade or professional title (ngạch/chức danh nghề nghiệp).
    pub title: Text,
    /// Code of the grade (mã số), catalogue `grades`.
    pub code: Code,
    /// Day of appointment to the grade or title.
    pub appointed_on: PartialDate,
    /// Pay step (bậc lương).
    pub step: Text,
    /// Coefficient (hệ số).
    pub coefficient: Decimal,
    /// Paid from (ngày hưởng).
    pub effective_from: PartialDate,
    /// Percentage paid (phần trăm hưởng).
    pub percentage: Decimal,
    /// Seniority allowance beyond the scale, in per cent (phụ cấp thâm niên vượt khung).
    pub seniority_percentage: Decimal,
    /// Seniority allowance from (ngày hưởng PCTNVK).
    pub seniority_from: PartialDate,
}

/// Item 30.2, as coefficients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Allowances {
    /// Allowance for the post (phụ cấp chức vụ).
    pub post: Decimal,
    /// Allowance for concurrent posts (phụ cấp kiêm nhiệm).
    pub concurrent: Decimal,
    /// Other allowances (phụ cấp khác).
    pub other: Text,
}

/// Item 30.3: for the pay scheme by job position.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PositionPay {
    /// Job position (vị trí việc làm).
    pub title: Text,
    /// Code of the job position (mã số).
    pub code: Text,
    /// Pay step (bậc lương).
    pub step: Text,
    /// Pay as an amount of money in đồng (lương theo mức tiền).
    pub amount: Money,
    /// Paid from (ngày hưởng).
    pub effective_from: PartialDate,
    /// Percentage paid (phần trăm hưởng).
    pub percentage: Decimal,
    /// Seniority allowance beyond the scale, in per cent.
    pub seniority_percentage: Decimal,
    /// Seniority allowance from (ngày hưởng PCTNVK).
    pub seniority_from: PartialDate,
}

/// A row of item 37.1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PayRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Code of the grade (mã số), catalogue `grades`.
    pub code: Code,
    /// Pay step (bậc lương).
    pub step: Text,
    /// Coefficient (hệ số lương).
    pub coefficient: Decimal,
    /// Pay by job position, in đồng (tiền lương theo vị trí việc làm).
    pub amount: Money,
}

/// A row of item 37.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct AllowanceRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Kind of allowance (loại phụ cấp).
    pub kind: Text,
    /// Percentage paid (phần trăm hưởng).
    pub percentage: Decimal,
    /// Coefficient (hệ số).
    pub coefficient: Decimal,
    /// How it is paid (hình thức hưởng).
    pub form: Text,
    /// Value in đồng (giá trị).
    pub amount: Money,
}
