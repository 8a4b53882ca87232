//! Group 7: education and training.

use super::{Column, FROM, Kind, Section, TO, column, field, table, words};

const INSTITUTION: Column = column(
    "institution",
    "Tên cơ sở đào tạo",
    "Training institution",
    Kind::Text,
)
.required();
const CERTIFICATE: Column = column(
    "certificate",
    "Chứng chỉ được cấp",
    "Certificate received",
    Kind::Text,
)
.required();
const MODE: Column = column(
    "mode",
    "Hình thức đào tạo",
    "Mode of study",
    Kind::Choice("training-modes"),
);

pub(super) const EDUCATION: Section = Section {
    key: "education",
    title: words("Đào tạo, bồi dưỡng", "Education and training"),
    entries: &[
        field(
            "19",
            "/education/general",
            "Trình độ giáo dục phổ thông",
            "General education",
            Kind::Text,
        )
        .required()
        .hint(
            "Đã tốt nghiệp lớp mấy/thuộc hệ nào, ví dụ 12/12",
            "Such as 12/12",
        )
        .entry(),
        field(
            "20",
            "/education/highest_qualification",
            "Trình độ chuyên môn cao nhất",
            "Highest professional qualification",
            Kind::Choice("qualifications"),
        )
        .required()
        .entry(),
        field(
            "21",
            "/education/academic_title",
            "Học hàm",
            "Academic title",
            Kind::Choice("academic-titles"),
        )
        .entry(),
        field(
            "22",
            "/education/state_title",
            "Danh hiệu nhà nước phong tặng",
            "Title conferred by the State",
            Kind::Text,
        )
        .entry(),
        table(
            "32.1",
            "/education/professional",
            "Chuyên môn (từ trung cấp trở lên cả trong nước và nước ngoài)",
            "Professional training (intermediate level upwards, at home and abroad)",
            &[
                FROM,
                TO,
                INSTITUTION,
                column(
                    "major",
                    "Chuyên ngành đào tạo",
                    "Field of study",
                    Kind::Text,
                )
                .required(),
                MODE,
                column(
                    "qualification",
                    "Văn bằng, trình độ",
                    "Degree or level",
                    Kind::Choice("qualifications"),
                )
                .required(),
            ],
        ),
        table(
            "32.2",
            "/education/political_theory",
            "Lý luận chính trị",
            "Political theory",
            &[
                FROM,
                TO,
                INSTITUTION,
                MODE,
                column(
                    "qualification",
                    "Văn bằng được cấp",
                    "Degree received",
                    Kind::Choice("political-theory"),
                )
                .required(),
            ],
        ),
        table(
            "32.3",
            "/education/state_management",
            "Bồi dưỡng quản lý nhà nước/chức danh nghề nghiệp/nghiệp vụ chuyên ngành",
            "State management, professional title, specialised skills",
            &[FROM, TO, INSTITUTION, CERTIFICATE],
        ),
        table(
            "32.4",
            "/education/defence",
            "Bồi dưỡng kiến thức an ninh, quốc phòng",
            "Security and defence knowledge",
            &[FROM, TO, INSTITUTION, CERTIFICATE],
        ),
        table(
            "32.5",
            "/education/informatics",
            "Tin học",
            "Informatics",
            &[FROM, TO, INSTITUTION, CERTIFICATE],
        ),
        table(
            "32.6",
            "/education/languages",
            "Ngoại ngữ/tiếng dân tộc",
            "Foreign and ethnic-minority languages",
            &[
                FROM,
                TO,
                INSTITUTION,
                column(
                    "language",
                    "Tên ngoại ngữ/tiếng dân tộc",
                    "Language",
                    Kind::Text,
                )
                .required(),
                CERTIFICATE,
                column("score", "Điểm số", "Score", Kind::Decimal),
            ],
        ),
    ],
};
