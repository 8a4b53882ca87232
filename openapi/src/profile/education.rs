use serde::{Deserialize, Serialize};

use super::{Code, Decimal, PartialDate, Text};

/// Items 19–22 and 32.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Education {
    /// Item 19: general education (trình độ giáo dục phổ thông), such as 12/12.
    pub general: Text,
    /// Item 20: highest professional qualification, catalogue `qualifications`.
    pub highest_qualification: Code,
    /// Item 21: academic title (học hàm), catalogue `academic-titles`.
    pub academic_title: Code,
    /// Item 22: title conferred by the State (danh hiệu nhà nước phong tặng).
    pub state_title: Text,
    /// Item 32.1: professional training from intermediate level upwards (chuyên môn).
    pub professional: Vec<ProfessionalTrainingRow>,
    /// Item 32.2: political theory (lý luận chính trị).
    pub political_theory: Vec<PoliticalTheoryRow>,
    /// Item 32.3: state management, professional title, specialised skills.
    pub state_management: Vec<CertificateRow>,
    /// Item 32.4: security and defence knowledge (an ninh, quốc phòng).
    pub defence: Vec<CertificateRow>,
    /// Item 32.5: informatics (tin học).
    pub informatics: Vec<CertificateRow>,
    /// Item 32.6: foreign and ethnic-minority languages (ngoại ngữ/tiếng dân tộc).
    pub languages: Vec<LanguageRow>,
}

/// A row of item 32.1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ProfessionalTrainingRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Training institution (tên cơ sở đào tạo).
    pub institution: Text,
    /// Field of study (chuyên ngành đào tạo).
    pub major: Text,
    /// Mode of study (hình thức đào tạo), catalogue `training-modes`.
    pub mode: Code,
    /// Degree or level (văn bằng, trình độ), catalogue `qualifications`.
    pub qualification: Code,
}

/// A row of item 32.2.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PoliticalTheoryRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Training institution (tên cơ sở đào tạo).
    pub institution: Text,
    /// Mode of study (hình thức đào tạo), catalogue `training-modes`.
    pub mode: Code,
    /// Degree received (văn bằng được cấp), catalogue `political-theory`.
    pub qualification: Code,
}

/// A row of items 32.3, 32.4 and 32.5.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct CertificateRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Training institution (tên cơ sở đào tạo).
    pub institution: Text,
    /// Certificate received (chứng chỉ được cấp).
    pub certificate: Text,
}

/// A row of item 32.6.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct LanguageRow {
    /// First month (Từ).
    pub from: PartialDate,
    /// Last month (Đến); empty while it lasts.
    pub to: PartialDate,
    /// Training institution (tên cơ sở đào tạo).
    pub institution: Text,
    /// Foreign or ethnic-minority language.
    pub language: Text,
    /// Certificate received (chứng chỉ được cấp).
    pub certificate: Text,
    /// Score (điểm số).
    pub score: Decimal,
}
