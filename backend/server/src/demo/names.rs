use congvu_domain::names::fold;

use super::random::Random;

const FAMILIES: &[&str] = &[
    "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Lê", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ",
    "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Trịnh", "Mai",
];
const MALE_MIDDLES: &[&str] = &[
    "Văn", "Hữu", "Minh", "Quốc", "Thanh", "Gia", "Đình", "Nhật", "Trung", "Bảo",
];
const FEMALE_MIDDLES: &[&str] = &[
    "Thị", "Thị", "Ngọc", "Thùy", "Bích", "Kim", "Mỹ", "Diệu", "Khánh", "Phương",
];
const MALE_GIVEN: &[&str] = &[
    "An", "Dũng", "Đạt", "Hải", "Hậu", "Hiếu", "Huy", "Khôi", "Lâm", "Lộc", "Nam", "Nghĩa", "Nhân",
    "Phú", "Sơn", "Tài", "Tâm", "Thái", "Thịnh", "Tiến", "Toàn", "Trí", "Tùng", "Việt",
];
const FEMALE_GIVEN: &[&str] = &[
    "Ánh", "Châu", "Chi", "Dung", "Duyên", "Giang", "Hạnh", "Hằng", "Hiền", "Hoa", "Huệ", "Hương",
    "Lan", "Liên", "Loan", "Mai", "Nga", "Ngân", "Nhung", "Oanh", "Quyên", "Thảo", "Thu", "Trang",
    "Tuyết", "Vân", "Yến",
];

/// A family name of the majority.
pub(super) fn family(random: &mut Random) -> &'static str {
    random.pick(FAMILIES)
}

/// Middle and given name: `Văn An`.
pub(super) fn given(random: &mut Random, female: bool) -> String {
    let (middles, given) = if female {
        (FEMALE_MIDDLES, FEMALE_GIVEN)
    } else {
        (MALE_MIDDLES, MALE_GIVEN)
    };
    format!("{} {}", random.pick(middles), random.pick(given))
}

/// `Nguyễn Văn An` as a user name, `an.nguyenvan`.
pub(super) fn username(full_name: &str) -> String {
    let folded = fold(full_name);
    match folded.rsplit_once(' ') {
        Some((others, given)) => format!("{given}.{}", others.replace(' ', "")),
        None => folded,
    }
}
