use congvu_openapi::units::UnitManagement::Unit;

use super::super::places::{HO_CHI_MINH, SOUTH};
use super::super::trades::{ADMINISTRATION, COMPUTING, FINANCE, MEDICINE};
use super::{Tree, section};

const ROOT: &str = "ubnd";

/// A city with departments and wards.
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
            "Phòng Ngân sách",
            "Trưởng phòng",
            &FINANCE,
            Unit,
        ),
        section(
            "so-tc-gcs",
            "so-tc",
            "Phòng Giá và Công sản",
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
            "so-yt-ksbt-dt",
            "so-yt-ksbt",
            "Khoa Dịch tễ",
            "Trưởng khoa",
            &MEDICINE,
            Unit,
        ),
        section(
            "so-khcn",
            ROOT,
            "Sở Khoa học và Công nghệ",
            "Giám đốc Sở",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "so-khcn-cds",
            "so-khcn",
            "Trung tâm Chuyển đổi số",
            "Giám đốc Trung tâm",
            &COMPUTING,
            Unit,
        ),
        section(
            "so-khcn-vp",
            "so-khcn",
            "Văn phòng Sở Khoa học và Công nghệ",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "p-benthanh",
            ROOT,
            "Ủy ban nhân dân phường Bến Thành",
            "Chủ tịch Ủy ban nhân dân phường",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("chutich"),
        section(
            "p-benthanh-vhxh",
            "p-benthanh",
            "Phòng Văn hóa - Xã hội",
            "Trưởng phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "p-benthanh-kt",
            "p-benthanh",
            "Phòng Kinh tế, Hạ tầng và Đô thị",
            "Trưởng phòng",
            &FINANCE,
            Unit,
        ),
    ],
    central: "snv",
    computing: "so-khcn",
    main: "so-tc",
    accounts: None,
    homes: HO_CHI_MINH,
    origins: SOUTH,
    former: &[
        "Sở Kế hoạch và Đầu tư Thành phố Hồ Chí Minh",
        "Ủy ban nhân dân Quận 3, Thành phố Hồ Chí Minh",
        "Ủy ban nhân dân huyện Nhà Bè, Thành phố Hồ Chí Minh",
        "Sở Nội vụ tỉnh Bình Dương",
    ],
    universities: &[
        "Trường Đại học Luật Thành phố Hồ Chí Minh",
        "Trường Đại học Kinh tế Thành phố Hồ Chí Minh",
        "Trường Đại học Cần Thơ",
        "Trường Đại học Sài Gòn",
    ],
    school: "Học viện Cán bộ Thành phố Hồ Chí Minh",
};
