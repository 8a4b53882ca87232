//! Group 9: family and its economy.

use super::{Column, Entry, Kind, Section, Table, column, field, table, words};

const RELATIVE: &[Column] = &[
    column(
        "relation",
        "Mối quan hệ",
        "Relation",
        Kind::Choice("relations"),
    )
    .required(),
    column("full_name", "Họ và tên", "Name", Kind::Text).required(),
    column("birth_year", "Năm sinh", "Year of birth", Kind::Year).required(),
    column(
        "description",
        "Quê quán, nghề nghiệp, chức danh, chức vụ, đơn vị công tác, học tập, nơi ở (trong, ngoài nước); thành viên các tổ chức chính trị - xã hội (trong, ngoài nước); làm việc cho chế độ cũ, tiền án, tiền sự (nếu có)",
        "Origin, occupation, post, place of work or study, residence; memberships; work for the former regime, convictions (if any)",
        Kind::LongText,
    ),
];

pub(super) const FAMILY: Section = Section {
    key: "family",
    title: words("Gia đình và kinh tế", "Family and its economy"),
    entries: &[
        Entry::Table(Table {
            item: "36.1",
            pointer: "/family/own",
            title: words(
                "Về bản thân: cha, mẹ, vợ (hoặc chồng), các con, anh chị em ruột",
                "Your own: parents, spouse, children, brothers and sisters",
            ),
            columns: RELATIVE,
            required: true,
        }),
        table(
            "36.2",
            "/family/spouse_side",
            "Cha, mẹ, anh chị em ruột (bên vợ hoặc chồng)",
            "Parents, brothers and sisters of your spouse",
            RELATIVE,
        ),
        field(
            "37.3",
            "/economy/salary",
            "Tiền lương (đồng/năm)",
            "Salary (đồng a year)",
            Kind::Money,
        )
        .entry(),
        field(
            "37.3",
            "/economy/other_income",
            "Các nguồn khác",
            "Other sources",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/granted_house/kind",
            "Nhà được cấp, được thuê (loại nhà)",
            "House granted or rented (kind)",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/granted_house/area_m2",
            "Nhà được cấp, được thuê: tổng diện tích sử dụng (m²)",
            "House granted or rented: area (m²)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "37.3",
            "/economy/granted_house/certificate",
            "Nhà được cấp, được thuê: giấy chứng nhận quyền sở hữu",
            "House granted or rented: certificate of ownership",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/owned_house/kind",
            "Nhà tự mua, tự xây (loại nhà)",
            "House bought or built (kind)",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/owned_house/area_m2",
            "Nhà tự mua, tự xây: tổng diện tích sử dụng (m²)",
            "House bought or built: area (m²)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "37.3",
            "/economy/owned_house/certificate",
            "Nhà tự mua, tự xây: giấy chứng nhận quyền sở hữu",
            "House bought or built: certificate of ownership",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/granted_land/area_m2",
            "Đất được cấp (m²)",
            "Land granted (m²)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "37.3",
            "/economy/granted_land/certificate",
            "Đất được cấp: giấy chứng nhận quyền sử dụng",
            "Land granted: certificate of the right of use",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/owned_land/area_m2",
            "Đất tự mua (m²)",
            "Land bought (m²)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "37.3",
            "/economy/owned_land/certificate",
            "Đất tự mua: giấy chứng nhận quyền sử dụng",
            "Land bought: certificate of the right of use",
            Kind::Text,
        )
        .entry(),
        field(
            "37.3",
            "/economy/production_land",
            "Đất sản xuất kinh doanh",
            "Land for production or business",
            Kind::LongText,
        )
        .entry(),
    ],
};
