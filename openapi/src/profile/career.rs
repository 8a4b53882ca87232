use serde::{Deserialize, Serialize};

use super::{Code, LongText, PartialDate, Text};

/// Items 13, 14, 28 and 29.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Recruitment {
    /// Item 13: day of first recruitment (ngày được tuyển dụng lần đầu).
    pub first_recruited_on: PartialDate,
    /// Item 13: agency that recruited (cơ quan, tổ chức, đơn vị tuyển dụng).
    pub recruiting_agency: Text,
    /// Item 14: day of joining the present agency (ngày vào cơ quan hiện đang công tác).
    pub joined_on: PartialDate,
    /// Item 28: main work assigned (công việc chính được giao).
    pub main_work: Text,
    /// Item 29: what the person is best at (sở trường công tác).
    pub strength: Text,
    /// Item 29: work done longest (công việc làm lâu nhất).
    pub longest_work: Text,
}

/// Items 23–27.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Posts {
    /// Item 23: present post (chức vụ hiện tại).
    pub current_post: Text,
    /// Item 23: day of appointment or confirmation (ngày bổ nhiệm/phê chuẩn).
    pub appointed_on: PartialDate,
    /// Item 23: day of reappointment or confirmation for the next term.
    pub reappointed_on: PartialDate,
    /// Item 24: post that the person is planned for (được quy hoạch chức danh).
    pub planned_post: Text,
    /// Item 25: concurrent post (chức vụ kiêm nhiệm).
    pub concurrent_post: Text,
    /// Item 26: present Party post (chức vụ Đảng hiện tại).
    pub party_post: Text,
    /// Item 27: concurrent Party post (chức vụ Đảng kiêm nhiệm).
    pub concurrent_party_post: Text,
}

/// Items 33 and 34.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct History {
    /// Item 33: summary of the career (tóm tắt quá trình công tác).
    pub career: Vec<CareerRow>,
    /// Item 34.1: arrests and prison terms: when, where, declared to whom, on what matters.
    pub detentions: LongText,
    /// Item 34.2: work for the former regime (chế độ cũ).
    pub former_regime: Vec<FormerRegimeRow>,
    /// Item 34.3: membership of or relations with organisations abroad.
    pub foreign_organisations: Vec<ForeignOrganisationRow>,
}

/// A row of item 33.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CareerRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Unit: Party, government, mass or social organisation (đơn vị công tác).
    pub organisation: Text,
    /// Title or post (chức danh/chức vụ).
    pub post: Text,
}

/// A row of item 34.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FormerRegimeRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Title, post, unit and place of work.
    pub description: LongText,
}

/// A row of item 34.3.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ForeignOrganisationRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Name of the organisation, its seat, and the work done.
    pub description: LongText,
}

/// Item 35: rewards and discipline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Merit {
    /// Item 35.1: achievements in emulation, rewards (thành tích thi đua, khen thưởng).
    pub rewards: Vec<RewardRow>,
    /// Item 35.2: Party or administrative discipline (kỷ luật Đảng/hành chính).
    pub disciplines: Vec<DisciplineRow>,
}

/// A row of item 35.1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct RewardRow {
    /// Year (năm).
    pub year: PartialDate,
    /// Rating of work (xếp loại chuyên môn), catalogue `work-ratings`.
    pub work_rating: Code,
    /// Emulation title (xếp loại thi đua), catalogue `emulation-titles`.
    pub emulation_rating: Code,
    /// Form of reward (hình thức khen thưởng).
    pub reward: Text,
}

/// A row of item 35.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct DisciplineRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Form of discipline (hình thức), catalogue `discipline-forms`.
    pub form: Code,
    /// Main violation (hành vi vi phạm chính).
    pub violation: Text,
    /// Agency that decided (cơ quan quyết định).
    pub deciding_agency: Text,
}
