use congvu_openapi::units::UnitManagement::Unit;

use super::super::places::{SOUTH, TIEN_GIANG};
use super::super::trades::{ADMINISTRATION, COMPUTING, FINANCE, MEDICINE};
use super::{Tree, section};

const ROOT: &str = "ubnd";

/// A province with departments, a district and its communes.
pub(super) static TREE: Tree = Tree {
    root: ROOT,
    nodes: &[
        section(
            "snv",
            ROOT,
            "Sở Nội vụ",
            "Giám đốc Sở",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "snv-vp",
            "snv",
            "Văn phòng Sở Nội vụ",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "snv-ccvc",
            "snv",
            "Phòng Công chức, viên chức",
            "Trưởng phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section("so-tc", ROOT, "Sở Tài chính", "Giám đốc Sở", &FINANCE, Unit).led_by("giamdoc"),
        section(
            "so-tc-vp",
            "so-tc",
            "Văn phòng Sở Tài chính",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "so-tc-ns",
            "so-tc",
            "Phòng Quản lý ngân sách",
            "Trưởng phòng",
            &FINANCE,
            Unit,
        ),
        section(
            "so-yt",
            ROOT,
            "Sở Y tế",
            "Giám đốc Sở",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "so-yt-vp",
            "so-yt",
            "Văn phòng Sở Y tế",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "so-yt-ksbt",
            "so-yt",
            "Trung tâm Kiểm soát bệnh tật",
            "Giám đốc Trung tâm",
            &MEDICINE,
            Unit,
        ),
        section(
            "so-tttt",
            ROOT,
            "Sở Thông tin và Truyền thông",
            "Giám đốc Sở",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "so-tttt-cntt",
            "so-tttt",
            "Trung tâm Công nghệ thông tin và Truyền thông",
            "Giám đốc Trung tâm",
            &COMPUTING,
            Unit,
        ),
        section(
            "h-chogao",
            ROOT,
            "Ủy ban nhân dân huyện Chợ Gạo",
            "Chủ tịch Ủy ban nhân dân huyện",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("chutich"),
        section(
            "h-chogao-nv",
            "h-chogao",
            "Phòng Nội vụ huyện Chợ Gạo",
            "Trưởng phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "h-chogao-tckh",
            "h-chogao",
            "Phòng Tài chính - Kế hoạch huyện Chợ Gạo",
            "Trưởng phòng",
            &FINANCE,
            Unit,
        ),
        section(
            "x-quonlong",
            "h-chogao",
            "Ủy ban nhân dân xã Quơn Long",
            "Chủ tịch Ủy ban nhân dân xã",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "x-quonlong-vp",
            "x-quonlong",
            "Văn phòng - Thống kê xã Quơn Long",
            "Phụ trách Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
    ],
    central: "snv",
    computing: "so-tttt",
    main: "so-tc",
    accounts: Some("snv"),
    homes: TIEN_GIANG,
    origins: SOUTH,
    former: &[
        "Ủy ban nhân dân huyện Gò Công Tây, tỉnh Tiền Giang",
        "Ủy ban nhân dân thị xã Cai Lậy, tỉnh Tiền Giang",
        "Sở Kế hoạch và Đầu tư tỉnh Tiền Giang",
        "Sở Nội vụ tỉnh Long An",
    ],
    universities: &[
        "Trường Đại học Tiền Giang",
        "Trường Đại học Cần Thơ",
        "Trường Đại học Luật Thành phố Hồ Chí Minh",
        "Trường Đại học Kinh tế Thành phố Hồ Chí Minh",
    ],
    school: "Trường Chính trị tỉnh Tiền Giang",
};
