//! Groups 1 and 2: who the person is, papers and contact.

use super::{Kind, Section, field, words};

pub(super) const SELF: Section = Section {
    key: "self",
    title: words("Bản thân", "About you"),
    entries: &[
        field(
            "",
            "/header/managing_agency",
            "Cơ quan quản lý cán bộ, công chức, viên chức",
            "Managing agency",
            Kind::Text,
        )
        .entry(),
        field(
            "",
            "/header/using_agency",
            "Cơ quan, đơn vị sử dụng cán bộ, công chức, viên chức",
            "Employing agency or unit",
            Kind::Text,
        )
        .entry(),
        field(
            "",
            "/header/staff_number",
            "Số hiệu",
            "Staff number",
            Kind::Text,
        )
        .entry(),
        field(
            "",
            "/header/personal_id",
            "Mã số định danh",
            "Personal identification number",
            Kind::CitizenId,
        )
        .required()
        .hint("12 chữ số, là số định danh cá nhân", "12 digits")
        .entry(),
        field(
            "",
            "/header/photo",
            "Ảnh màu (4 x 6 cm)",
            "Colour photograph (4 × 6 cm)",
            Kind::Photo,
        )
        .entry(),
        field(
            "1",
            "/personal/full_name",
            "Họ và tên khai sinh",
            "Full name at birth",
            Kind::Text,
        )
        .required()
        .hint(
            "Như trong giấy khai sinh; bản in viết chữ in hoa",
            "As on the birth certificate",
        )
        .entry(),
        field(
            "1",
            "/personal/gender",
            "Giới tính",
            "Gender",
            Kind::Choice("genders"),
        )
        .required()
        .entry(),
        field(
            "2",
            "/personal/other_names",
            "Các tên gọi khác",
            "Other names",
            Kind::Text,
        )
        .entry(),
        field(
            "3",
            "/personal/birth_date",
            "Sinh ngày",
            "Date of birth",
            Kind::Date,
        )
        .required()
        .hint(
            "Hồ sơ cũ có thể chỉ ghi năm",
            "Old records may give the year only",
        )
        .entry(),
        field(
            "4",
            "/personal/birth_place",
            "Nơi sinh",
            "Place of birth",
            Kind::Place,
        )
        .required()
        .entry(),
        field(
            "5",
            "/personal/home_town",
            "Quê quán",
            "Place of origin",
            Kind::Place,
        )
        .required()
        .hint(
            "Nơi sinh trưởng của cha hoặc ông nội; ghi theo tên đơn vị hành chính hiện nay",
            "Where your father's family comes from, by today's names of places",
        )
        .entry(),
        field(
            "6",
            "/personal/ethnic_group",
            "Dân tộc",
            "Ethnic group",
            Kind::Choice("ethnic-groups"),
        )
        .required()
        .entry(),
        field(
            "7",
            "/personal/religion",
            "Tôn giáo",
            "Religion",
            Kind::Choice("religions"),
        )
        .required()
        .hint(
            "Không theo tôn giáo nào thì chọn “Không”, không bỏ trống",
            "Choose “None” if none; never blank",
        )
        .entry(),
        field(
            "11",
            "/personal/family_background",
            "Thành phần gia đình xuất thân",
            "Family background",
            Kind::Choice("family-backgrounds"),
        )
        .entry(),
        field(
            "12",
            "/personal/former_occupation",
            "Nghề nghiệp trước khi được tuyển dụng",
            "Occupation before recruitment",
            Kind::Text,
        )
        .entry(),
        field(
            "18",
            "/personal/policy_beneficiary",
            "Đối tượng chính sách",
            "Policy beneficiary",
            Kind::Choice("policy-beneficiaries"),
        )
        .entry(),
        field(
            "31",
            "/health/condition",
            "Tình trạng sức khoẻ",
            "State of health",
            Kind::Text,
        )
        .entry(),
        field(
            "31",
            "/health/height_cm",
            "Chiều cao (cm)",
            "Height (cm)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "31",
            "/health/weight_kg",
            "Cân nặng (kg)",
            "Weight (kg)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "31",
            "/health/blood_group",
            "Nhóm máu",
            "Blood group",
            Kind::Choice("blood-groups"),
        )
        .entry(),
    ],
};

pub(super) const PAPERS: Section = Section {
    key: "papers",
    title: words("Giấy tờ và liên hệ", "Papers and contact"),
    entries: &[
        field(
            "8",
            "/papers/citizen_id",
            "Số CCCD",
            "Citizen identity card number",
            Kind::CitizenId,
        )
        .required()
        .hint("12 chữ số, như trên thẻ", "12 digits, as on the card")
        .entry(),
        field(
            "8",
            "/papers/citizen_id_issued_on",
            "Ngày cấp CCCD",
            "Card issued on",
            Kind::Date,
        )
        .required()
        .entry(),
        field(
            "8",
            "/papers/phone",
            "SĐT liên hệ",
            "Telephone",
            Kind::Phone,
        )
        .required()
        .entry(),
        field(
            "9",
            "/papers/social_insurance",
            "Số BHXH",
            "Social insurance number",
            Kind::SocialInsurance,
        )
        .hint(
            "10 chữ số, hoặc 12 chữ số nếu đã dùng số định danh",
            "10 digits, or 12 where the personal number replaced it",
        )
        .entry(),
        field(
            "9",
            "/papers/health_insurance",
            "Số thẻ BHYT",
            "Health insurance card number",
            Kind::HealthInsurance,
        )
        .entry(),
        field(
            "10",
            "/papers/residence",
            "Nơi ở hiện nay",
            "Present residence",
            Kind::Place,
        )
        .required()
        .entry(),
    ],
};
