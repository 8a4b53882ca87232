use qrcode::{Color, EcLevel, QrCode};
use serde_json::{Value, json};

use crate::DocumentError;

/// Modules a side (version 10): at 23 mm each is 0.4 mm, what a telephone still reads on office paper.
const MODULES: usize = 57;

/// Where anybody can check a print, for the QR code on its last page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// What the QR code opens, such as `https://hoso.example.vn/kiem-tra/K7QF9M2TX4WD`. The address
    /// is also printed, without the code where it ends in `/code` or `#code`. At most 213 bytes.
    pub url: String,
    /// The code to type by hand; printed in groups of four, so that separators in it do not count.
    pub code: String,
}

impl Verification {
    /// The symbol as horizontal runs of dark modules, and the two lines beside it.
    pub(crate) fn printed(&self) -> Result<Value, DocumentError> {
        let (modules, runs) = self.symbol()?;
        Ok(json!({
            "address": self.address(),
            "code": self.grouped(),
            "modules": modules,
            "runs": runs,
        }))
    }

    /// Modules a side, and `[x, y, length]` of each run.
    fn symbol(&self) -> Result<(usize, Vec<[usize; 3]>), DocumentError> {
        let symbol = QrCode::with_error_correction_level(&self.url, EcLevel::M)
            .ok()
            .filter(|symbol| symbol.width() <= MODULES)
            .ok_or(DocumentError::LongAddress)?;
        let modules = symbol.width();
        let mut runs = Vec::new();
        for (y, row) in symbol.to_colors().chunks(modules).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run.first() == Some(&Color::Dark) {
                    runs.push([x, y, run.len()]);
                }
                x += run.len();
            }
        }
        Ok((modules, runs))
    }

    fn address(&self) -> &str {
        let page = self.url.strip_suffix(self.code.as_str());
        page.filter(|_| !self.code.is_empty())
            .and_then(|page| page.strip_suffix(['/', '#']))
            .unwrap_or(&self.url)
    }

    fn grouped(&self) -> String {
        let signs: Vec<char> = self.code.chars().filter(|c| c.is_alphanumeric()).collect();
        let groups: Vec<String> = signs.chunks(4).map(String::from_iter).collect();
        groups.join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verification(url: &str, code: &str) -> Verification {
        Verification {
            url: url.to_owned(),
            code: code.to_owned(),
        }
    }

    #[test]
    fn the_page_is_printed_without_the_code() {
        for (url, printed) in [
            ("https://x.vn/kiem-tra/AB12", "https://x.vn/kiem-tra"),
            ("https://x.vn/kiem-tra#AB12", "https://x.vn/kiem-tra"),
            ("https://x.vn/?ma=AB12", "https://x.vn/?ma=AB12"),
            ("https://x.vn/kiem-tra", "https://x.vn/kiem-tra"),
        ] {
            assert_eq!(verification(url, "AB12").address(), printed);
        }
        assert_eq!(verification("https://x.vn/", "").address(), "https://x.vn/");
    }

    #[test]
    fn the_code_is_in_groups_of_four() {
        for (code, printed) in [
            ("K7QF9M2TX4WD", "K7QF-9M2T-X4WD"),
            ("K7-QF9 M2TX", "K7QF-9M2T-X"),
            ("", ""),
        ] {
            assert_eq!(verification("", code).grouped(), printed);
        }
    }

    #[test]
    fn the_runs_are_the_dark_modules_of_the_symbol() {
        let verification = verification("https://x.vn/kiem-tra/AB12", "AB12");
        let (modules, runs) = verification.symbol().unwrap();
        let symbol = QrCode::with_error_correction_level(&verification.url, EcLevel::M).unwrap();
        let mut drawn = vec![Color::Light; modules * modules];
        for [x, y, length] in runs {
            drawn[y * modules + x..][..length].fill(Color::Dark);
        }
        assert_eq!(drawn, symbol.into_colors());
    }

    #[test]
    fn an_address_too_long_to_be_read_from_paper_is_refused() {
        assert!(verification(&"a".repeat(213), "").printed().is_ok());
        for long in [214, 10_000] {
            let refused = verification(&"a".repeat(long), "").printed();
            assert!(matches!(refused, Err(DocumentError::LongAddress)), "{long}");
        }
    }
}
