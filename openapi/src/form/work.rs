//! Groups 3–5 and 8: recruitment, organisations, posts, rewards and discipline.

use super::{FROM, Kind, Section, TO, column, field, table, words};

pub(super) const RECRUITMENT: Section = Section {
    key: "work",
    title: words("Tuyển dụng và công tác", "Recruitment and career"),
    entries: &[
        field("13", "/recruitment/first_recruited_on", "Ngày được tuyển dụng lần đầu", "First recruited on", Kind::Date).required().entry(),
        field("13", "/recruitment/recruiting_agency", "Cơ quan, tổ chức, đơn vị tuyển dụng", "Recruiting agency", Kind::Text).required().entry(),
        field("14", "/recruitment/joined_on", "Ngày vào cơ quan hiện đang công tác", "Joined the present agency on", Kind::Date).required().entry(),
        field("28", "/recruitment/main_work", "Công việc chính được giao", "Main work assigned", Kind::Text).required().entry(),
        field("29", "/recruitment/strength", "Sở trường công tác", "Best at", Kind::Text).entry(),
        field("29", "/recruitment/longest_work", "Công việc làm lâu nhất", "Work done longest", Kind::Text).entry(),
        super::Entry::Table(super::Table {
            item: "33",
            pointer: "/history/career",
            title: words("Tóm tắt quá trình công tác", "Summary of the career"),
            columns: &[
                FROM,
                TO,
                column("organisation", "Đơn vị công tác (đảng, chính quyền, đoàn thể, tổ chức xã hội)", "Unit (Party, government, mass or social organisation)", Kind::Text).required(),
                column("post", "Chức danh/chức vụ", "Title or post", Kind::Text).required(),
            ],
            required: true,
        }),
        field("34.1", "/history/detentions", "Khai rõ: bị bắt, bị tù (từ ngày tháng năm nào đến ngày tháng năm nào, ở đâu?), đã khai báo cho ai, những vấn đề gì?", "Arrests and prison terms: from when to when, where, declared to whom, on what matters", Kind::LongText).entry(),
        table("34.2", "/history/former_regime", "Bản thân có làm việc cho chế độ cũ", "Work for the former regime", &[
            FROM,
            TO,
            column("description", "Chức danh, chức vụ, đơn vị, địa điểm đã làm việc", "Title, post, unit and place of work", Kind::LongText).required(),
        ]),
        table("34.3", "/history/foreign_organisations", "Tham gia hoặc có quan hệ với các tổ chức chính trị, kinh tế, xã hội ... ở nước ngoài", "Membership of or relations with organisations abroad", &[
            FROM,
            TO,
            column("description", "Tên tổ chức, địa chỉ trụ sở, công việc đã làm", "Organisation, its seat, and the work done", Kind::LongText).required(),
        ]),
    ],
};

pub(super) const ORGANISATIONS: Section = Section {
    key: "organisations",
    title: words(
        "Đảng, đoàn thể, quân ngũ",
        "Party, organisations, military service",
    ),
    entries: &[
        field(
            "15",
            "/organisations/party_admitted_on",
            "Ngày vào Đảng Cộng sản Việt Nam",
            "Admitted to the Communist Party of Viet Nam on",
            Kind::Date,
        )
        .entry(),
        field(
            "15",
            "/organisations/party_official_on",
            "Ngày chính thức",
            "Official member from",
            Kind::Date,
        )
        .entry(),
        field(
            "16",
            "/organisations/first_organisation_on",
            "Ngày tham gia tổ chức chính trị - xã hội đầu tiên",
            "Joined the first socio-political organisation on",
            Kind::Date,
        )
        .hint(
            "Ngày vào Đoàn TNCSHCM, Công đoàn, Hội",
            "Youth Union, Trade Union, association",
        )
        .entry(),
        field(
            "16",
            "/organisations/first_organisation",
            "Tên tổ chức",
            "Organisation",
            Kind::Text,
        )
        .entry(),
        field(
            "17",
            "/organisations/enlisted_on",
            "Ngày nhập ngũ",
            "Enlisted on",
            Kind::Date,
        )
        .entry(),
        field(
            "17",
            "/organisations/discharged_on",
            "Ngày xuất ngũ",
            "Discharged on",
            Kind::Date,
        )
        .entry(),
        field(
            "17",
            "/organisations/highest_rank",
            "Quân hàm cao nhất",
            "Highest rank",
            Kind::Choice("military-ranks"),
        )
        .entry(),
    ],
};

pub(super) const POSTS: Section = Section {
    key: "posts",
    title: words("Chức vụ và quy hoạch", "Posts and planning"),
    entries: &[
        field(
            "23",
            "/posts/current_post",
            "Chức vụ hiện tại",
            "Present post",
            Kind::Text,
        )
        .entry(),
        field(
            "23",
            "/posts/appointed_on",
            "Ngày bổ nhiệm/ngày phê chuẩn",
            "Appointed or confirmed on",
            Kind::Date,
        )
        .entry(),
        field(
            "23",
            "/posts/reappointed_on",
            "Ngày bổ nhiệm lại/phê chuẩn nhiệm kỳ tiếp theo",
            "Reappointed or confirmed for the next term on",
            Kind::Date,
        )
        .entry(),
        field(
            "24",
            "/posts/planned_post",
            "Được quy hoạch chức danh",
            "Planned for the post of",
            Kind::Text,
        )
        .entry(),
        field(
            "25",
            "/posts/concurrent_post",
            "Chức vụ kiêm nhiệm",
            "Concurrent post",
            Kind::Text,
        )
        .entry(),
        field(
            "26",
            "/posts/party_post",
            "Chức vụ Đảng hiện tại",
            "Present Party post",
            Kind::Text,
        )
        .entry(),
        field(
            "27",
            "/posts/concurrent_party_post",
            "Chức vụ Đảng kiêm nhiệm",
            "Concurrent Party post",
            Kind::Text,
        )
        .entry(),
    ],
};

pub(super) const MERIT: Section = Section {
    key: "merit",
    title: words(
        "Khen thưởng, kỷ luật, đánh giá",
        "Rewards, discipline, assessment",
    ),
    entries: &[
        table(
            "35.1",
            "/merit/rewards",
            "Thành tích thi đua, khen thưởng",
            "Achievements and rewards",
            &[
                column("year", "Năm", "Year", Kind::Year).required(),
                column(
                    "work_rating",
                    "Xếp loại chuyên môn",
                    "Rating of work",
                    Kind::Choice("work-ratings"),
                ),
                column(
                    "emulation_rating",
                    "Xếp loại thi đua",
                    "Emulation title",
                    Kind::Choice("emulation-titles"),
                ),
                column("reward", "Hình thức khen thưởng", "Reward", Kind::Text),
            ],
        ),
        table(
            "35.2",
            "/merit/disciplines",
            "Kỷ luật Đảng/hành chính",
            "Party or administrative discipline",
            &[
                FROM,
                TO,
                column(
                    "form",
                    "Hình thức",
                    "Form",
                    Kind::Choice("discipline-forms"),
                )
                .required(),
                column(
                    "violation",
                    "Hành vi vi phạm chính",
                    "Main violation",
                    Kind::Text,
                )
                .required(),
                column(
                    "deciding_agency",
                    "Cơ quan quyết định",
                    "Deciding agency",
                    Kind::Text,
                )
                .required(),
            ],
        ),
        field(
            "38",
            "/assessment",
            "Nhận xét, đánh giá của cơ quan, tổ chức, đơn vị sử dụng",
            "Assessment by the employing agency",
            Kind::LongText,
        )
        .entry(),
    ],
};
