/// A line of work: what its people studied, what they do, and their grades.
#[derive(Debug)]
pub(super) struct Trade {
    /// Public employees (viên chức), not civil servants.
    pub(super) service: bool,
    /// What its people are called: `Chuyên viên`.
    pub(super) title: &'static str,
    /// Code and title of the grade of scale A1.
    pub(super) junior: (&'static str, &'static str),
    /// Code and title of the grade of scale A2.1.
    pub(super) principal: (&'static str, &'static str),
    /// Where they studied; the body's own list of universities when this is empty.
    pub(super) universities: &'static [&'static str],
    pub(super) majors: &'static [&'static str],
    pub(super) work: &'static [&'static str],
}

const OFFICIAL: (&str, &str) = ("01.003", "Chuyên viên");
const PRINCIPAL: (&str, &str) = ("01.002", "Chuyên viên chính");

pub(super) static ADMINISTRATION: Trade = Trade {
    service: false,
    title: "Chuyên viên",
    junior: OFFICIAL,
    principal: PRINCIPAL,
    universities: &[],
    majors: &[
        "Quản lý nhà nước",
        "Luật",
        "Hành chính học",
        "Quản trị nhân lực",
    ],
    work: &[
        "Tham mưu công tác tổ chức bộ máy, biên chế",
        "Tham mưu công tác cải cách hành chính",
        "Tham mưu công tác đào tạo, bồi dưỡng cán bộ, công chức",
        "Công tác tổng hợp, hành chính",
    ],
};

pub(super) static FINANCE: Trade = Trade {
    service: false,
    title: "Chuyên viên",
    junior: OFFICIAL,
    principal: PRINCIPAL,
    universities: &[
        "Trường Đại học Kinh tế Thành phố Hồ Chí Minh",
        "Trường Đại học Tài chính - Marketing",
    ],
    majors: &["Tài chính - Ngân hàng", "Kế toán", "Kinh tế phát triển"],
    work: &[
        "Thẩm định dự toán, quyết toán ngân sách",
        "Quản lý giá và công sản",
        "Theo dõi chi ngân sách hành chính, sự nghiệp",
    ],
};

pub(super) static LEGAL: Trade = Trade {
    service: false,
    title: "Chuyên viên",
    junior: OFFICIAL,
    principal: PRINCIPAL,
    universities: &["Trường Đại học Luật Hà Nội"],
    majors: &["Luật Hành chính", "Luật Kinh tế", "Luật"],
    work: &[
        "Xây dựng, thẩm định văn bản quy phạm pháp luật",
        "Kiểm tra, rà soát văn bản",
    ],
};

pub(super) static ENVIRONMENT: Trade = Trade {
    service: false,
    title: "Chuyên viên",
    junior: OFFICIAL,
    principal: PRINCIPAL,
    universities: &[],
    majors: &[
        "Khoa học môi trường",
        "Quản lý đất đai",
        "Khí tượng học",
        "Thủy văn học",
    ],
    work: &[
        "Theo dõi mạng lưới quan trắc",
        "Thẩm định báo cáo đánh giá tác động môi trường",
        "Quản lý dữ liệu khí tượng thủy văn",
    ],
};

pub(super) static MEDICINE: Trade = Trade {
    service: true,
    title: "Bác sĩ",
    junior: ("V.08.01.03", "Bác sĩ (hạng III)"),
    principal: ("V.08.01.02", "Bác sĩ chính (hạng II)"),
    universities: &[
        "Trường Đại học Y Dược Cần Thơ",
        "Đại học Y Dược Thành phố Hồ Chí Minh",
    ],
    majors: &["Y đa khoa", "Y học dự phòng"],
    work: &["Giám sát dịch bệnh truyền nhiễm", "Khám bệnh, chữa bệnh"],
};

pub(super) static ARCHIVES: Trade = Trade {
    service: true,
    title: "Lưu trữ viên",
    junior: ("V.01.02.02", "Lưu trữ viên (hạng III)"),
    principal: ("V.01.02.01", "Lưu trữ viên chính (hạng II)"),
    universities: &[
        "Trường Đại học Nội vụ Hà Nội",
        "Trường Đại học Khoa học Xã hội và Nhân văn, Đại học Quốc gia Hà Nội",
    ],
    majors: &["Lưu trữ học", "Lịch sử", "Thông tin - Thư viện"],
    work: &[
        "Chỉnh lý, số hóa tài liệu lưu trữ",
        "Phục vụ khai thác tài liệu lưu trữ",
    ],
};

pub(super) static TEACHING: Trade = Trade {
    service: true,
    title: "Giảng viên",
    junior: ("V.07.01.03", "Giảng viên (hạng III)"),
    principal: ("V.07.01.02", "Giảng viên chính (hạng II)"),
    universities: &[],
    majors: &["Quản lý công", "Hành chính học", "Chính sách công"],
    work: &[
        "Giảng dạy đại học và bồi dưỡng công chức",
        "Nghiên cứu khoa học hành chính",
    ],
};

pub(super) static RESEARCH: Trade = Trade {
    service: true,
    title: "Nghiên cứu viên",
    junior: ("V.05.01.03", "Nghiên cứu viên (hạng III)"),
    principal: ("V.05.01.02", "Nghiên cứu viên chính (hạng II)"),
    universities: &[],
    majors: &[
        "Kinh tế tài nguyên",
        "Khoa học môi trường",
        "Chính sách công",
    ],
    work: &[
        "Nghiên cứu chính sách tài nguyên",
        "Thực hiện đề tài khoa học cấp bộ",
    ],
};

pub(super) static COMPUTING: Trade = Trade {
    service: true,
    title: "Kỹ sư công nghệ thông tin",
    junior: ("V.11.06.14", "Công nghệ thông tin hạng III"),
    principal: ("V.11.06.13", "Công nghệ thông tin hạng II"),
    universities: &["Học viện Công nghệ Bưu chính Viễn thông"],
    majors: &[
        "Công nghệ thông tin",
        "Hệ thống thông tin",
        "An toàn thông tin",
    ],
    work: &[
        "Vận hành cơ sở dữ liệu",
        "Quản trị hạ tầng và an toàn thông tin",
    ],
};
