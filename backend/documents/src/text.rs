use std::collections::HashSet;

use serde_json::Value;
use typst::text::Font;

/// Stands for a character that the fonts do not have, such as an emoji.
const MISSING: char = '□';

/// A word longer than any Vietnamese one, which a narrow column may have to break.
const LONG_WORD: usize = 24;
const PIECE: usize = 12;

/// The characters that every font here can show. PDF/A forbids a character without a glyph, and
/// one such character must not keep a whole CV from being printed.
pub(crate) struct Coverage(HashSet<char>);

impl Coverage {
    pub(crate) fn of(fonts: &[Font]) -> Self {
        let sets = fonts
            .iter()
            .map(|font| font.info().coverage.iter().filter_map(char::from_u32));
        let common: Option<HashSet<char>> = sets
            .map(HashSet::from_iter)
            .reduce(|all, one| all.intersection(&one).copied().collect());
        Self(common.unwrap_or_default())
    }

    /// Makes every text in `value` one that can be printed.
    pub(crate) fn make_printable(&self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.printable(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.make_printable(item)),
            Value::Object(members) => members
                .values_mut()
                .for_each(|member| self.make_printable(member)),
            _ => {}
        }
    }

    fn printable(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in text.split_inclusive(char::is_whitespace) {
            let long = word.chars().count() > LONG_WORD;
            for (n, c) in word.chars().enumerate() {
                if long && n > 0 && n.is_multiple_of(PIECE) {
                    out.push('\u{200b}');
                }
                out.extend(self.shown(c));
            }
        }
        out
    }

    /// What to show for a character; `None` for one that only steers the text.
    fn shown(&self, c: char) -> Option<char> {
        match c {
            '\n' | '\u{200b}' => Some(c),
            '\t' => Some(' '),
            c if c.is_control() || steers(c) => None,
            c if self.covers(c) => Some(c),
            _ => Some(MISSING),
        }
    }

    /// Also in capitals, as names are printed.
    fn covers(&self, c: char) -> bool {
        self.0.contains(&c) && c.to_uppercase().all(|upper| self.0.contains(&upper))
    }
}

/// Joiners, variation selectors, and the marks that reverse the direction of the text around them.
fn steers(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use typst::foundations::Bytes;

    fn coverage() -> Coverage {
        let font = include_bytes!("../fonts/Tinos-Regular.ttf");
        Coverage::of(&Font::iter(Bytes::new(font)).collect::<Vec<_>>())
    }

    #[test]
    fn vietnamese_text_stays_as_it_is() {
        let text =
            "Nguyễn Thị Ưng Hoè, phường Kỳ Sơn – “Đắk Lắk”, số 12/QĐ-BNV; 100 m², ữ\nỵ ỡ Ẵ Ỗ";
        assert_eq!(coverage().printable(text), text);
        assert!(coverage().covers(MISSING));
    }

    #[test]
    fn what_the_fonts_lack_is_replaced_and_what_steers_the_text_is_dropped() {
        let coverage = coverage();
        for (typed, printed) in [
            ("vui 😀 lắm", "vui □ lắm"),
            ("漢字", "□□"),
            ("a\tb\r\nc\u{0}", "a b\nc"),
            ("\u{202e}gnas", "gnas"),
            ("❤\u{fe0f}", "□"),
        ] {
            assert_eq!(coverage.printable(typed), printed);
        }
    }

    #[test]
    fn only_endless_words_may_break_anywhere() {
        let coverage = coverage();
        assert_eq!(coverage.printable(&"a".repeat(24)), "a".repeat(24));
        let piece = "a".repeat(12);
        let broken = [piece.as_str(), &piece, "a"].join("\u{200b}");
        assert_eq!(coverage.printable(&"a".repeat(25)), broken);
    }
}
