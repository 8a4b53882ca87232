//! Vietnamese names and words: normal form, search without accents, the order of a register.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text in Unicode NFC, the form in which everything is stored and signed.
#[must_use]
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// The text for comparing and searching: lower case, no marks, `đ` as `d`, single spaces.
///
/// So `Hòa`, `Hoà` and `hoa` are the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name in capitals, as the form asks in item 1.
#[must_use]
pub fn upper(name: &str) -> String {
    nfc(name).to_uppercase()
}

/// The name with a capital at the start of each word, however it was typed: `NGUYỄN văn an` → `Nguyễn Văn An`.
#[must_use]
pub fn capitalised(name: &str) -> String {
    let mut at_start = true;
    let mut out = String::with_capacity(name.len());
    for c in nfc(name).chars() {
        if at_start {
            out.extend(c.to_uppercase());
        } else {
            out.extend(c.to_lowercase());
        }
        at_start = !c.is_alphanumeric();
    }
    out
}

/// Key that sorts people as a Vietnamese register does: by given name (tên), then middle name
/// (tên đệm), then family name (họ), each syllable by the Vietnamese alphabet and then by its tone
/// (ngang, huyền, hỏi, ngã, sắc, nặng).
///
/// It is hexadecimal, so that plain byte comparison and every collation of a database agree on it.
#[must_use]
pub fn sort_key(full_name: &str) -> String {
    let syllables: Vec<String> = full_name
        .split(|c: char| c.is_whitespace() || c == '-')
        .map(syllable_key)
        .filter(|key| !key.is_empty())
        .collect();
    let Some((given, rest)) = syllables.split_last() else {
        return String::new();
    };
    let (family, middle) = rest
        .split_first()
        .map_or((None, rest), |(f, m)| (Some(f), m));
    // 00 is below every letter and tone, so a shorter name comes first.
    format!(
        "{given}00{}00{}",
        middle.concat(),
        family.map_or("", String::as_str)
    )
}

/// The 29 letters with f, j, w, z in their usual places; the index gives the order.
const ALPHABET: [char; 33] = [
    'a', 'ă', 'â', 'b', 'c', 'd', 'đ', 'e', 'ê', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o',
    'ô', 'ơ', 'p', 'q', 'r', 's', 't', 'u', 'ư', 'v', 'w', 'x', 'y', 'z',
];

/// First code of the digits and of the letters; the tones are 01–06, below both.
const DIGITS_FROM: usize = 0x10;
const LETTERS_FROM: usize = 0x20;

fn syllable_key(syllable: &str) -> String {
    let (letters, tone) = without_tone(syllable);
    let codes: String = letters.chars().filter_map(letter_code).collect();
    if codes.is_empty() {
        return codes;
    }
    format!("{codes}{tone:02x}")
}

/// The syllable in lower case without its tone, and the tone's place in the order from 1.
fn without_tone(syllable: &str) -> (String, u8) {
    let mut tone = 1;
    let kept: String = syllable
        .nfd()
        .flat_map(char::to_lowercase)
        .filter(|c| {
            let place = match c {
                '\u{300}' => 2,
                '\u{309}' => 3,
                '\u{303}' => 4,
                '\u{301}' => 5,
                '\u{323}' => 6,
                _ => return true,
            };
            tone = place;
            false
        })
        .collect();
    (nfc(&kept), tone)
}

fn letter_code(letter: char) -> Option<String> {
    let known = |c: char| ALPHABET.iter().position(|l| *l == c);
    let place = if let Some(digit) = letter.to_digit(10) {
        DIGITS_FROM + usize::try_from(digit).ok()?
    } else {
        // A letter of another language sorts as its base letter; punctuation does not count.
        LETTERS_FROM + known(letter).or_else(|| letter.nfd().next().and_then(known))?
    };
    Some(format!("{place:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_ignores_marks_case_and_the_place_of_the_tone() {
        for (text, folded) in [
            ("Hòa", "hoa"),
            ("Hoà", "hoa"),
            ("Đặng Thị  Thuỷ ", "dang thi thuy"),
            ("Đặng Thị Thủy", "dang thi thuy"),
            ("NGUYỄN ĐÌNH ƯỚC", "nguyen dinh uoc"),
            ("Krông Pắc", "krong pac"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(
                fold(&text.nfd().collect::<String>()),
                folded,
                "{text} in NFD"
            );
        }
    }

    #[test]
    fn composed_and_decomposed_text_are_one() {
        assert_eq!(nfc("Nguye\u{302}\u{303}n"), "Nguyễn");
        assert_eq!(nfc("o\u{31b}\u{323}"), "ợ");
    }

    #[test]
    fn capitals() {
        for (name, upper_case, display) in [
            ("Nguyễn Văn An", "NGUYỄN VĂN AN", "Nguyễn Văn An"),
            ("đặng THỊ ưu", "ĐẶNG THỊ ƯU", "Đặng Thị Ưu"),
            ("y-thông êban", "Y-THÔNG ÊBAN", "Y-Thông Êban"),
        ] {
            assert_eq!(upper(name), upper_case);
            assert_eq!(capitalised(name), display);
        }
    }

    #[test]
    fn a_register_is_in_vietnamese_order() {
        let sorted = [
            "Y Thông 2",
            "Trần Văn An",
            "Nguyễn Thị Ân",
            "Đặng Thị Bình",
            "Đặng Văn Bình",
            "Lê Văn Bình",
            "Nguyễn Văn Bình",
            "Đặng Xuân Bình",
            "Trần Thị Dung",
            "Trần Thị Đào",
            "Lê Hoa",
            "Lê Thị Hoa",
            "Lê Thị Hoà",
            "Lê Thị Hoàn",
            "Phạm Ma",
            "Phạm Mà",
            "Phạm Mả",
            "Phạm Mã",
            "Phạm Má",
            "Phạm Mạ",
            "Phạm Văn Tông",
            "Phạm Văn Tống",
            "Phạm Văn Tơ",
        ];
        let mut got = sorted.to_vec();
        got.reverse();
        got.sort_by_key(|name| sort_key(name));
        assert_eq!(got, sorted);
    }

    #[test]
    fn keys_do_not_depend_on_how_the_name_was_typed() {
        for (one, other) in [
            ("Lê Thị Hoà", "lê thị hòa"),
            ("Nguyễn  Văn An", "NGUYỄN VĂN AN "),
            ("H'Mai Niê", "HMai Niê"),
        ] {
            assert_eq!(sort_key(one), sort_key(other));
        }
        assert_eq!(sort_key("  "), "");
    }
}
