use serde::{Deserialize, Serialize};

use super::{Code, Decimal, PartialDate, Place, Text};

/// The block above the title: agencies, number, identifier, photograph.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Header {
    /// Managing agency (cơ quan quản lý cán bộ, công chức, viên chức).
    pub managing_agency: Text,
    /// Agency or unit that employs the person (cơ quan, đơn vị sử dụng).
    pub using_agency: Text,
    /// Staff number (số hiệu), given by the agency.
    pub staff_number: Text,
    /// Personal identification number (mã số định danh), 12 digits.
    pub personal_id: Text,
    /// SHA-256 in hexadecimal of the attached colour photograph, 4 × 6 cm (ảnh màu).
    pub photo: Text,
}

/// Items 1–7, 11, 12 and 18.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Personal {
    /// Item 1: name at birth (họ và tên khai sinh), in capitals on paper.
    pub full_name: Text,
    /// Item 1: gender (giới tính), catalogue `genders`.
    pub gender: Code,
    /// Item 2: other names (các tên gọi khác).
    pub other_names: Text,
    /// Item 3: date of birth (sinh ngày).
    pub birth_date: PartialDate,
    /// Item 4: place of birth (nơi sinh).
    pub birth_place: Place,
    /// Item 5: place of origin (quê quán).
    pub home_town: Place,
    /// Item 6: ethnic group (dân tộc), catalogue `ethnic-groups`.
    pub ethnic_group: Code,
    /// Item 7: religion (tôn giáo), catalogue `religions`; `none` is stated, never left blank.
    pub religion: Code,
    /// Item 11: family background (thành phần gia đình xuất thân), catalogue `family-backgrounds`.
    pub family_background: Code,
    /// Item 12: occupation before recruitment (nghề nghiệp trước khi được tuyển dụng).
    pub former_occupation: Text,
    /// Item 18: beneficiary of a policy (đối tượng chính sách), catalogue `policy-beneficiaries`.
    pub policy_beneficiary: Code,
}

/// Items 8–10.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Papers {
    /// Item 8: citizen identity card number (số CCCD), 12 digits.
    pub citizen_id: Text,
    /// Item 8: day of issue (ngày cấp).
    pub citizen_id_issued_on: PartialDate,
    /// Item 8: telephone (SĐT liên hệ).
    pub phone: Text,
    /// Item 9: social insurance number (số BHXH), 10 digits, or 12 where the personal number replaced it.
    pub social_insurance: Text,
    /// Item 9: health insurance card number (số thẻ BHYT).
    pub health_insurance: Text,
    /// Item 10: present residence (nơi ở hiện nay).
    pub residence: Place,
}

/// Items 15–17.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Organisations {
    /// Item 15: day of admission to the Communist Party of Viet Nam (ngày vào Đảng).
    pub party_admitted_on: PartialDate,
    /// Item 15: day of becoming an official member (ngày chính thức).
    pub party_official_on: PartialDate,
    /// Item 16: day of joining the first socio-political organisation.
    pub first_organisation_on: PartialDate,
    /// Item 16: which organisation (Đoàn TNCSHCM, Công đoàn, Hội).
    pub first_organisation: Text,
    /// Item 17: day of enlistment (ngày nhập ngũ).
    pub enlisted_on: PartialDate,
    /// Item 17: day of discharge (ngày xuất ngũ).
    pub discharged_on: PartialDate,
    /// Item 17: highest military rank (quân hàm cao nhất), catalogue `military-ranks`.
    pub highest_rank: Code,
}

/// Item 31.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Health {
    /// State of health (tình trạng sức khoẻ).
    pub condition: Text,
    /// Height in cm (chiều cao).
    pub height_cm: Decimal,
    /// Weight in kg (cân nặng).
    pub weight_kg: Decimal,
    /// Blood group (nhóm máu), catalogue `blood-groups`.
    pub blood_group: Code,
}
