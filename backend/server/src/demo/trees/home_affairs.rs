use congvu_openapi::units::UnitManagement::{Top, Unit};

use super::super::places::{HA_NOI, NORTH};
use super::super::trades::{ADMINISTRATION, ARCHIVES, COMPUTING, LEGAL, TEACHING};
use super::{Tree, section};

const ROOT: &str = "bo";

/// A ministry: departments "thuộc Bộ" managed at the top, bodies "trực thuộc Bộ" that manage their own people.
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
        section(
            "ccvc",
            ROOT,
            "Vụ Công chức - Viên chức",
            "Vụ trưởng",
            &ADMINISTRATION,
            Top,
        )
        .led_by("vutruong"),
        section(
            "ccvc-th",
            "ccvc",
            "Phòng Tổng hợp",
            "Trưởng phòng",
            &ADMINISTRATION,
            Top,
        ),
        section("pc", ROOT, "Vụ Pháp chế", "Vụ trưởng", &LEGAL, Top).led_by("vutruong"),
        section("pc-vb", "pc", "Phòng Văn bản", "Trưởng phòng", &LEGAL, Top),
        section(
            "cvtlt",
            ROOT,
            "Cục Văn thư và Lưu trữ nhà nước",
            "Cục trưởng",
            &ADMINISTRATION,
            Unit,
        )
        .led_by("cuctruong"),
        section(
            "cvtlt-vp",
            "cvtlt",
            "Văn phòng Cục",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "cvtlt-nv",
            "cvtlt",
            "Phòng Nghiệp vụ Văn thư - Lưu trữ",
            "Trưởng phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "cvtlt-tt1",
            "cvtlt",
            "Trung tâm Lưu trữ quốc gia I",
            "Giám đốc Trung tâm",
            &ARCHIVES,
            Unit,
        ),
        section(
            "cvtlt-tt1-bq",
            "cvtlt-tt1",
            "Phòng Bảo quản tài liệu",
            "Trưởng phòng",
            &ARCHIVES,
            Unit,
        ),
        section(
            "hvhcqg",
            ROOT,
            "Học viện Hành chính Quốc gia",
            "Giám đốc Học viện",
            &TEACHING,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "hvhcqg-vp",
            "hvhcqg",
            "Văn phòng Học viện",
            "Chánh Văn phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "hvhcqg-qlc",
            "hvhcqg",
            "Khoa Quản lý công",
            "Trưởng khoa",
            &TEACHING,
            Unit,
        ),
        section(
            "tttt",
            ROOT,
            "Trung tâm Thông tin",
            "Giám đốc Trung tâm",
            &COMPUTING,
            Unit,
        )
        .led_by("giamdoc"),
        section(
            "tttt-th",
            "tttt",
            "Phòng Tổng hợp Trung tâm Thông tin",
            "Trưởng phòng",
            &ADMINISTRATION,
            Unit,
        ),
        section(
            "tttt-cntt",
            "tttt",
            "Phòng Công nghệ thông tin",
            "Trưởng phòng",
            &COMPUTING,
            Unit,
        ),
    ],
    central: "tccb",
    computing: "tttt",
    main: "cvtlt",
    accounts: Some("tttt"),
    homes: HA_NOI,
    origins: NORTH,
    former: &[
        "Sở Nội vụ tỉnh Hưng Yên",
        "Ủy ban nhân dân quận Đống Đa, thành phố Hà Nội",
        "Ủy ban nhân dân huyện Đông Anh, thành phố Hà Nội",
        "Sở Tư pháp tỉnh Nam Định",
    ],
    universities: &[
        "Học viện Hành chính Quốc gia",
        "Trường Đại học Luật Hà Nội",
        "Trường Đại học Nội vụ Hà Nội",
        "Trường Đại học Khoa học Xã hội và Nhân văn, Đại học Quốc gia Hà Nội",
    ],
    school: "Học viện Chính trị khu vực I",
};
