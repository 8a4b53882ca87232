use congvu_openapi::units::UnitManagement::{Top, Unit};

use super::super::places::{HA_NOI, NORTH};
use super::super::trades::{ADMINISTRATION, COMPUTING, ENVIRONMENT, LEGAL, RESEARCH};
use super::{Tree, section};

const ROOT: &str = "bo";

/// A ministry with a general department, departments, an institute and an IT department.
pub(super) static TREE: Tree = Tree {
    root: ROOT,
    nodes: &[
        section(
            "tccb",
            ROOT,
            "Vụ Tổ chức cán bộ",
            "Vụ trưởng",
            &ADMINISTRATION,
            Top,
        )
        .led_by("vutruong"),
        section(
            "tccb-cb",
            "tccb",
            "Phòng Công tác cán bộ",
            "Trưởng phòng",
            &ADMINISTRATION,
            Top,
        ),
        section("pc", ROOT, "Vụ Pháp chế", "Vụ trưởng", &LEGAL, Top).led_by("vutruong"),
        section("pc-vb", "pc", "Phòng Văn bản", "Trưởng phòng", &LEGAL, Top),
        section(
            "kttv",
            ROOT,
            "Tổng cục Khí tượng Thủy văn",
            "Tổng cục trưởng",
            &ENVIRONMENT,
            Unit,
        )
        .led_by("tongcuctruong"),
        section(
            "kttv-vp",
            "kttv",
            "Văn phòng Tổng cục",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "kttv-mlqt",
            "kttv",
            "Vụ Quản lý mạng lưới",
            "Vụ trưởng",
            &ENVIRONMENT,
            Unit,
        ),
        section(
            "kttv-mlqt-qt",
            "kttv-mlqt",
            "Phòng Quan trắc",
            "Trưởng phòng",
            &ENVIRONMENT,
            Unit,
        ),
        section(
            "bdkh",
            ROOT,
            "Cục Biến đổi khí hậu",
            "Cục trưởng",
            &ENVIRONMENT,
            Unit,
        )
        .led_by("cuctruong"),
        section(
            "bdkh-vp",
            "bdkh",
            "Văn phòng Cục",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "bdkh-gn",
            "bdkh",
            "Phòng Giảm nhẹ phát thải",
            "Trưởng phòng",
            &ENVIRONMENT,
            Unit,
        ),
        section(
            "vcl",
            ROOT,
            "Viện Chiến lược, Chính sách tài nguyên và môi trường",
            "Viện trưởng",
            &RESEARCH,
            Unit,
        )
        .led_by("vientruong"),
        section(
            "vcl-vp",
            "vcl",
            "Văn phòng Viện",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "vcl-mt",
            "vcl",
            "Ban Môi trường và Phát triển bền vững",
            "Trưởng ban",
            &RESEARCH,
            Unit,
        ),
        section(
            "cntt",
            ROOT,
            "Cục Công nghệ thông tin và Dữ liệu tài nguyên môi trường",
            "Cục trưởng",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("cuctruong"),
        section(
            "cntt-vp",
            "cntt",
            "Văn phòng Cục Công nghệ thông tin",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "cntt-dl",
            "cntt",
            "Trung tâm Cơ sở dữ liệu và Hệ thống thông tin",
            "Giám đốc Trung tâm",
            &COMPUTING,
            Unit,
        ),
    ],
    central: "tccb",
    computing: "cntt",
    main: "kttv",
    accounts: Some("tccb"),
    homes: HA_NOI,
    origins: NORTH,
    former: &[
        "Sở Tài nguyên và Môi trường tỉnh Hưng Yên",
        "Sở Tài nguyên và Môi trường tỉnh Thanh Hóa",
        "Ủy ban nhân dân huyện Gia Lâm, thành phố Hà Nội",
        "Sở Tài nguyên và Môi trường thành phố Hải Phòng",
    ],
    universities: &[
        "Trường Đại học Tài nguyên và Môi trường Hà Nội",
        "Trường Đại học Mỏ - Địa chất",
        "Trường Đại học Luật Hà Nội",
        "Trường Đại học Khoa học Tự nhiên, Đại học Quốc gia Hà Nội",
    ],
    school: "Học viện Chính trị khu vực I",
};
