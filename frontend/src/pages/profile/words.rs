//! Texts of profiles: reading, filling in, signing, reviewing, exporting.

mod changing;
mod editing;
mod reading;
mod reviewing;

pub use changing::*;
pub use editing::*;
pub use reading::*;
pub use reviewing::*;

#[cfg(test)]
mod tests {
    #[test]
    fn every_text_has_both_languages_and_the_same_blanks() {
        let tables = [
            super::changing::ALL,
            super::editing::ALL,
            super::reading::ALL,
            super::reviewing::ALL,
        ];
        for (name, text) in tables.into_iter().flatten() {
            assert!(
                !text.vi.trim().is_empty() && !text.en.trim().is_empty(),
                "{name}"
            );
            assert_eq!(
                text.vi.matches("{}").count(),
                text.en.matches("{}").count(),
                "{name}"
            );
        }
    }
}
