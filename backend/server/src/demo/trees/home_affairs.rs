use congvu_openapi::units::UnitManagement::{self, Top, Unit};

use super::super::places::{HA_NOI, NORTH};
use super::super::trades::{ADMINISTRATION, ARCHIVES, COMPUTING, LEGAL, TEACHING, Trade};
use super::{Node, Tree, section};

const ROOT: &str = "bo";

const fn agency(
    code: &'static str,
    name: &'static str,
    head: &'static str,
    login: &'static str,
    trade: &'static Trade,
    management: UnitManagement,
) -> Node {
    Node {
        login,
        ..section(code, ROOT, name, head, trade, management)
    }
}

/// A ministry: departments "thuộc Bộ" managed at the top, bodies "trực thuộc Bộ" that manage their own people.
pub(super) static TREE: Tree = Tree {
    root: ROOT,
    nodes: &[
        agency("tccb", "Vụ Tổ chức cán bộ", "Vụ trưởng", "vutruong", &ADMINISTRATION, Top),
        section("tccb-cb", "tccb", "Phòng Công tác cán bộ", "Trưởng phòng", &ADMINISTRATION, Top),
        agency("ccvc", "Vụ Công chức - Viên chức", "Vụ trưởng", "vutruong", &ADMINISTRATION, Top),
        section("ccvc-th", "ccvc", "Phòng Tổng hợp", "Trưởng phòng", &ADMINISTRATION, Top),
        agency("pc", "Vụ Pháp chế", "Vụ trưởng", "vutruong", &LEGAL, Top),
        section("pc-vb", "pc", "Phòng Văn bản", "Trưởng phòng", &LEGAL, Top),
        agency("cvtlt", "Cục Văn thư và Lưu trữ nhà nước", "Cục trưởng", "cuctruong", &ADMINISTRATION, Unit),
        section("cvtlt-vp", "cvtlt", "Văn phòng Cục", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("cvtlt-nv", "cvtlt", "Phòng Nghiệp vụ Văn thư - Lưu trữ", "Trưởng phòng", &ADMINISTRATION, Unit),
        section("cvtlt-tt1", "cvtlt", "Trung tâm Lưu trữ quốc gia I", "Giám đốc Trung tâm", &ARCHIVES, Unit),
        section("cvtlt-tt1-bq", "cvtlt-tt1", "Phòng Bảo quản tài liệu", "Trưởng phòng", &ARCHIVES, Unit),
        agency("hvhcqg", "Học viện Hành chính Quốc gia", "Giám đốc Học viện", "giamdoc", &TEACHING, Unit),
        section("hvhcqg-vp", "hvhcqg", "Văn phòng Học viện", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("hvhcqg-qlc", "hvhcqg", "Khoa Quản lý công", "Trưởng khoa", &TEACHING, Unit),
        agency("tttt", "Trung tâm Thông tin", "Giám đốc Trung tâm", "giamdoc", &COMPUTING, Unit),
        section("tttt-th", "tttt", "Phòng Tổng hợp Trung tâm Thông tin", "Trưởng phòng", &ADMINISTRATION, Unit),
        section("tttt-cntt", "tttt", "Phòng Công nghệ thông tin", "Trưởng phòng", &COMPUTING, Unit),
    ],
    central: "tccb",
    computing: "tttt",
    main: "cvtlt",
    agencies_issue_accounts: false,
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
