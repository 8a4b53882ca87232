//! Group 6: pay and allowances.

use super::{FROM, Kind, Section, TO, column, field, table, words};

pub(super) const PAY: Section = Section {
    key: "pay",
    title: words("Lương và phụ cấp", "Pay and allowances"),
    entries: &[
        field(
            "30.1",
            "/pay/grade/title",
            "Ngạch/chức danh nghề nghiệp",
            "Grade or professional title",
            Kind::Text,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/code",
            "Mã số",
            "Code",
            Kind::Choice("grades"),
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/appointed_on",
            "Ngày bổ nhiệm ngạch/chức danh nghề nghiệp",
            "Appointed to the grade on",
            Kind::Date,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/step",
            "Bậc lương",
            "Pay step",
            Kind::Text,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/coefficient",
            "Hệ số",
            "Coefficient",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/effective_from",
            "Ngày hưởng",
            "Paid from",
            Kind::Date,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/percentage",
            "Phần trăm hưởng (%)",
            "Percentage paid (%)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/seniority_percentage",
            "Phụ cấp thâm niên vượt khung (%)",
            "Seniority allowance beyond the scale (%)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.1",
            "/pay/grade/seniority_from",
            "Ngày hưởng PCTNVK",
            "Seniority allowance from",
            Kind::Date,
        )
        .entry(),
        field(
            "30.2",
            "/pay/allowances/post",
            "Phụ cấp chức vụ",
            "Allowance for the post",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.2",
            "/pay/allowances/concurrent",
            "Phụ cấp kiêm nhiệm",
            "Allowance for concurrent posts",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.2",
            "/pay/allowances/other",
            "Phụ cấp khác",
            "Other allowances",
            Kind::Text,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/title",
            "Vị trí việc làm",
            "Job position",
            Kind::Text,
        )
        .entry(),
        field("30.3", "/pay/position/code", "Mã số", "Code", Kind::Text).entry(),
        field(
            "30.3",
            "/pay/position/step",
            "Bậc lương",
            "Pay step",
            Kind::Text,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/amount",
            "Lương theo mức tiền (vnđ)",
            "Pay as an amount (đồng)",
            Kind::Money,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/effective_from",
            "Ngày hưởng",
            "Paid from",
            Kind::Date,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/percentage",
            "Phần trăm hưởng (%)",
            "Percentage paid (%)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/seniority_percentage",
            "Phụ cấp thâm niên vượt khung (%)",
            "Seniority allowance beyond the scale (%)",
            Kind::Decimal,
        )
        .entry(),
        field(
            "30.3",
            "/pay/position/seniority_from",
            "Ngày hưởng PCTNVK",
            "Seniority allowance from",
            Kind::Date,
        )
        .entry(),
        table(
            "37.1",
            "/pay/pay_history",
            "Quá trình lương của bản thân",
            "Pay over time",
            &[
                FROM,
                TO,
                column("code", "Mã số", "Code", Kind::Choice("grades")),
                column("step", "Bậc lương", "Pay step", Kind::Text),
                column("coefficient", "Hệ số lương", "Coefficient", Kind::Decimal),
                column(
                    "amount",
                    "Tiền lương theo vị trí việc làm",
                    "Pay by job position",
                    Kind::Money,
                ),
            ],
        ),
        table(
            "37.2",
            "/pay/allowance_history",
            "Các loại phụ cấp khác",
            "Other allowances",
            &[
                FROM,
                TO,
                column("kind", "Loại phụ cấp", "Kind of allowance", Kind::Text).required(),
                column(
                    "percentage",
                    "Phần trăm hưởng",
                    "Percentage paid",
                    Kind::Decimal,
                ),
                column("coefficient", "Hệ số", "Coefficient", Kind::Decimal),
                column("form", "Hình thức hưởng", "How it is paid", Kind::Text),
                column("amount", "Giá trị (đồng)", "Value (đồng)", Kind::Money),
            ],
        ),
    ],
};
