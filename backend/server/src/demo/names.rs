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
    let words: Vec<String> = full_name
        .split_whitespace()
        .map(|word| word.to_lowercase().chars().map(ascii).collect())
        .collect();
    match words.split_last() {
        Some((given, others)) => format!("{given}.{}", others.concat()),
        None => String::new(),
    }
}

/// The letter without its marks.
const fn ascii(letter: char) -> char {
    match letter {
        'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ' | 'ắ' | 'ẳ' | 'ẵ' | 'ặ' | 'â' | 'ầ' | 'ấ' | 'ẩ'
        | 'ẫ' | 'ậ' => 'a',
        'đ' => 'd',
        'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ề' | 'ế' | 'ể' | 'ễ' | 'ệ' => 'e',
        'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
        'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ồ' | 'ố' | 'ổ' | 'ỗ' | 'ộ' | 'ơ' | 'ờ' | 'ớ' | 'ở'
        | 'ỡ' | 'ợ' => 'o',
        'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ừ' | 'ứ' | 'ử' | 'ữ' | 'ự' => 'u',
        'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
        other => other,
    }
}
