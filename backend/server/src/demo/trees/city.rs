use congvu_openapi::units::UnitManagement::Unit;

use super::super::places::{HO_CHI_MINH, SOUTH};
use super::super::trades::{ADMINISTRATION, COMPUTING, FINANCE, MEDICINE, Trade};
use super::{Node, Tree, section};

const ROOT: &str = "ubnd";

const fn agency(
    code: &'static str,
    name: &'static str,
    head: &'static str,
    login: &'static str,
    trade: &'static Trade,
) -> Node {
    Node {
        login,
        ..section(code, ROOT, name, head, trade, Unit)
    }
}

/// A city with departments and wards.
pub(super) static TREE: Tree = Tree {
    root: ROOT,
    nodes: &[
        agency("snv", "Sở Nội vụ", "Giám đốc Sở", "giamdoc", &ADMINISTRATION),
        section("snv-vp", "snv", "Văn phòng Sở Nội vụ", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("snv-ccvc", "snv", "Phòng Công chức, viên chức", "Trưởng phòng", &ADMINISTRATION, Unit),
        agency("so-tc", "Sở Tài chính", "Giám đốc Sở", "giamdoc", &FINANCE),
        section("so-tc-vp", "so-tc", "Văn phòng Sở Tài chính", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("so-tc-ns", "so-tc", "Phòng Ngân sách", "Trưởng phòng", &FINANCE, Unit),
        section("so-tc-gcs", "so-tc", "Phòng Giá và Công sản", "Trưởng phòng", &FINANCE, Unit),
        agency("so-yt", "Sở Y tế", "Giám đốc Sở", "giamdoc", &ADMINISTRATION),
        section("so-yt-vp", "so-yt", "Văn phòng Sở Y tế", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        section("so-yt-ksbt", "so-yt", "Trung tâm Kiểm soát bệnh tật", "Giám đốc Trung tâm", &MEDICINE, Unit),
        section("so-yt-ksbt-dt", "so-yt-ksbt", "Khoa Dịch tễ", "Trưởng khoa", &MEDICINE, Unit),
        agency("so-khcn", "Sở Khoa học và Công nghệ", "Giám đốc Sở", "giamdoc", &ADMINISTRATION),
        section("so-khcn-cds", "so-khcn", "Trung tâm Chuyển đổi số", "Giám đốc Trung tâm", &COMPUTING, Unit),
        section("so-khcn-vp", "so-khcn", "Văn phòng Sở Khoa học và Công nghệ", "Chánh Văn phòng", &ADMINISTRATION, Unit),
        agency("p-benthanh", "Ủy ban nhân dân phường Bến Thành", "Chủ tịch Ủy ban nhân dân phường", "chutich", &ADMINISTRATION),
        section("p-benthanh-vhxh", "p-benthanh", "Phòng Văn hóa - Xã hội", "Trưởng phòng", &ADMINISTRATION, Unit),
        section("p-benthanh-kt", "p-benthanh", "Phòng Kinh tế, Hạ tầng và Đô thị", "Trưởng phòng", &FINANCE, Unit),
    ],
    central: "snv",
    computing: "so-khcn",
    main: "so-tc",
    agencies_issue_accounts: true,
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
