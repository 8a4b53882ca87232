use congvu_openapi::units::UnitManagement::{self, Top, Unit};

use super::super::places::{HA_NOI, NORTH};
use super::super::trades::{ADMINISTRATION, COMPUTING, ENVIRONMENT, LEGAL, RESEARCH, Trade};
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

/// A ministry with a general department, departments, an institute and an IT department.
pub(super) static TREE: Tree = Tree {
    root: ROOT,
    nodes: &[
        agency("tccb", "Vụ Tổ chức cán bộ", "Vụ trưởng", "vutruong", &ADMINISTRATION, Top),
        section("tccb-cb", "tccb", "Phòng Công tác cán bộ", "Trưởng phòng", &ADMINISTRATION, Top),
        agency("pc", "Vụ Pháp chế", "Vụ trưởng", "vutruong", &LEGAL, Top),
        section("pc-vb", "pc", "Phòng Văn bản", "Trưởng phòng", &LEGAL, Top),
        agency("kttv", "Tổng cục Khí tượng Thủy văn", "Tổng cục trưởng", "tongcuctruong", &ENVIRONMENT, Unit),
        section("kttv-vp", "kttv", "Văn phòng Tổng cục", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("kttv-mlqt", "kttv", "Vụ Quản lý mạng lưới", "Vụ trưởng", &ENVIRONMENT, Unit),
        section("kttv-mlqt-qt", "kttv-mlqt", "Phòng Quan trắc", "Trưởng phòng", &ENVIRONMENT, Unit),
        agency("bdkh", "Cục Biến đổi khí hậu", "Cục trưởng", "cuctruong", &ENVIRONMENT, Unit),
        section("bdkh-vp", "bdkh", "Văn phòng Cục", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("bdkh-gn", "bdkh", "Phòng Giảm nhẹ phát thải", "Trưởng phòng", &ENVIRONMENT, Unit),
        agency("vcl", "Viện Chiến lược, Chính sách tài nguyên và môi trường", "Viện trưởng", "vientruong", &RESEARCH, Unit),
        section("vcl-vp", "vcl", "Văn phòng Viện", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("vcl-mt", "vcl", "Ban Môi trường và Phát triển bền vững", "Trưởng ban", &RESEARCH, Unit),
        agency("cntt", "Cục Công nghệ thông tin và Dữ liệu tài nguyên môi trường", "Cục trưởng", "cuctruong", &COMPUTING, Unit),
        section("cntt-vp", "cntt", "Văn phòng Cục Công nghệ thông tin", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("cntt-dl", "cntt", "Trung tâm Cơ sở dữ liệu và Hệ thống thông tin", "Giám đốc Trung tâm", &COMPUTING, Unit),
    ],
    central: "tccb",
    computing: "cntt",
    main: "kttv",
    agencies_issue_accounts: false,
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
