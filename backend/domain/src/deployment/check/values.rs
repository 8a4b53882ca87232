//! Single values: texts, clauses, requirement ids, colours, dates.

use chrono::Datelike;

use super::super::draft::Draft;
use super::super::model::{Branding, LegalBasis};
use super::Checker;

/// The contrast that text needs on white (WCAG 2.2, 1.4.3).
const LEAST_CONTRAST: f64 = 4.5;

pub(super) fn check(draft: &Draft, checker: &mut Checker<'_, '_, '_>) {
    if let Some(key) = draft.key.as_deref().filter(|key| !is_key(key)) {
        checker.fail(
            "key",
            format!("\"{key}\" không hợp lệ; cần chữ thường không dấu, số, gạch nối"),
            format!("\"{key}\" is not valid, expected lower-case letters, digits, dashes"),
        );
    }
    for (path, text) in [
        ("name", &draft.name),
        ("name_en", &draft.name_en),
        ("place", &draft.place),
    ] {
        if let Some(text) = text {
            checker.text(path, text);
        }
    }
    if let Some(basis) = &draft.legal_basis {
        legal_basis(basis, checker);
    }
    if let Some(brand) = &draft.branding {
        branding(brand, checker);
    }
    if let Some(management) = &draft.management {
        checker.text("management.top", &management.top);
        checker.text("management.unit", &management.unit);
        checker.cited(
            "management",
            &management.clause,
            management.quote.as_deref(),
            management.confirm,
        );
    }
}

fn legal_basis(basis: &LegalBasis, checker: &mut Checker<'_, '_, '_>) {
    checker.text("legal_basis.number", &basis.number);
    checker.text("legal_basis.short", &basis.short);
    checker.text("legal_basis.title", &basis.title);
    if !(1945..=2100).contains(&basis.in_force_from.year()) {
        checker.fail(
            "legal_basis.in_force_from",
            format!(
                "{} không phải năm của một văn bản; cần từ 1945 đến 2100",
                basis.in_force_from
            ),
            format!(
                "{} is no date of a regulation, expected 1945 to 2100",
                basis.in_force_from
            ),
        );
    }
}

fn branding(brand: &Branding, checker: &mut Checker<'_, '_, '_>) {
    checker.text("branding.title", &brand.title);
    checker.text("branding.title_en", &brand.title_en);
    let letters = brand.monogram.chars();
    if !(2..=3).contains(&letters.clone().count()) || !letters.clone().all(char::is_alphabetic) {
        checker.fail(
            "branding.monogram",
            format!(
                "\"{}\" không hợp lệ; cần hai hoặc ba chữ cái",
                brand.monogram
            ),
            format!(
                "\"{}\" is not valid, expected two or three letters",
                brand.monogram
            ),
        );
    }
    match contrast_on_white(&brand.accent) {
        None => checker.fail(
            "branding.accent",
            format!("\"{}\" không phải màu; cần dạng #rrggbb", brand.accent),
            format!("\"{}\" is no colour, expected #rrggbb", brand.accent),
        ),
        Some(contrast) if contrast < LEAST_CONTRAST => checker.fail(
            "branding.accent",
            format!(
                "{} quá nhạt trên nền trắng ({contrast:.1}:1); cần ít nhất 4.5:1",
                brand.accent
            ),
            format!(
                "{} is too light on white ({contrast:.1}:1), expected at least 4.5:1",
                brand.accent
            ),
        ),
        Some(_) => {}
    }
}

impl Checker<'_, '_, '_> {
    pub(super) fn text(&mut self, path: &str, text: &str) {
        if text.trim().is_empty() {
            self.fail(path, "không được để trống", "must not be empty");
        }
    }

    /// A clause names its article: `điểm b khoản 2 Điều 7`.
    pub(super) fn clause(&mut self, path: &str, clause: &str) {
        let number = clause.rsplit_once("Điều ").map(|(_, number)| number);
        if !number.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
            self.fail(
                path,
                format!("\"{clause}\" không nêu điều; cần dạng \"điểm b khoản 2 Điều 7\""),
                format!("\"{clause}\" names no article, expected \"điểm b khoản 2 Điều 7\""),
            );
        }
    }

    /// A clause with its words. Where the text is still to be confirmed, naming the law will do.
    pub(super) fn cited(&mut self, path: &str, clause: &str, quote: Option<&str>, confirm: bool) {
        if !(confirm && names_law(clause)) {
            self.clause(&format!("{path}.clause"), clause);
        }
        if let Some(quote) = quote {
            self.text(&format!("{path}.quote"), quote);
        }
    }

    /// A requirement id is a letter of the table and a number: `C3`.
    pub(super) fn requirement(&mut self, path: &str, id: &str) {
        let mut characters = id.chars();
        let letter = characters.next();
        let number: Option<u8> = characters.as_str().parse().ok();
        let letter_known = letter.is_some_and(|letter| matches!(letter, 'A'..='H' | 'S'));
        if !letter_known || !number.is_some_and(|number| (1..=20).contains(&number)) {
            self.fail(
                path,
                format!("mã yêu cầu \"{id}\" không hợp lệ; cần một chữ A–H hoặc S và một số, như \"C3\""),
                format!("requirement id \"{id}\" is not valid, expected a letter A–H or S and a number, like \"C3\""),
            );
        }
    }
}

/// The clause names the law that it is of, by its symbol: `Điều 13 NĐ 30/2020/NĐ-CP`.
pub(in super::super) fn names_law(clause: &str) -> bool {
    clause.contains('/')
}

pub(super) fn is_key(key: &str) -> bool {
    key.starts_with(|c: char| c.is_ascii_lowercase())
        && key
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-'))
}

/// Contrast ratio of a colour `#rrggbb` against white, as WCAG defines it.
fn contrast_on_white(colour: &str) -> Option<f64> {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    let [red, green, blue] = <[u8; 3]>::try_from(hex::decode(digits).ok()?).ok()?;
    let linear = |channel: u8| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    };
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    Some(1.05 / (luminance + 0.05))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_the_one_of_wcag() {
        for (colour, expected) in [
            ("#000000", Some(21.0)),
            ("#ffffff", Some(1.0)),
            ("#767676", Some(4.54)),
            ("#777777", Some(4.48)),
            ("#00695C", Some(6.61)),
            ("767676", None),
            ("#7676", None),
            ("#zzzzzz", None),
        ] {
            let found = contrast_on_white(colour);
            let near = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 0.01,
                (found, expected) => found.is_none() && expected.is_none(),
            };
            assert!(near, "{colour}: {found:?} instead of {expected:?}");
        }
    }
}
