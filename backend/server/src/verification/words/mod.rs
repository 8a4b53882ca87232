//! A sentence for every stable code, for people who know nothing of certificates.

mod evidence;
mod modification;
mod pdf;
mod signature;
mod time_stamp;

use crate::http::Language;

/// What a code means.
struct Sentence {
    code: &'static str,
    vi: &'static str,
    en: &'static str,
}

macro_rules! sentences {
    ($($code:literal $vi:literal $en:literal;)*) => {
        pub(super) const ALL: &[super::Sentence] = &[$(super::Sentence { code: $code, vi: $vi, en: $en }),*];
    };
}
use sentences;

const TABLES: [&[Sentence]; 5] = [
    signature::ALL,
    time_stamp::ALL,
    pdf::ALL,
    modification::ALL,
    evidence::ALL,
];

/// The sentence of a code, with its full stop.
pub fn sentence(code: &str, language: Language) -> &'static str {
    let found = TABLES
        .into_iter()
        .flatten()
        .find(|known| known.code == code);
    match (found, language) {
        (Some(found), Language::Vietnamese) => found.vi,
        (Some(found), Language::English) => found.en,
        (None, Language::Vietnamese) => "Không kiểm chứng được.",
        (None, Language::English) => "It cannot be verified.",
    }
}

/// A sentence with what is particular to the case, in brackets before its full stop.
pub fn with(sentence: &str, detail: &str) -> String {
    if detail.is_empty() {
        return sentence.to_owned();
    }
    match sentence.strip_suffix('.') {
        Some(body) => format!("{body} ({detail})."),
        None => format!("{sentence} ({detail})"),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    /// Every word in quotes that is written like a code.
    fn codes(source: &str) -> impl Iterator<Item = &str> {
        source.split('"').skip(1).step_by(2).filter(|text| {
            text.len() > 3
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && text.chars().all(|c| c.is_ascii_lowercase() || c == '_')
        })
    }

    #[test]
    fn every_code_has_a_sentence_in_both_languages() {
        let sources = [
            (include_str!("../../../../signing/src/verify/error.rs"), 25),
            (include_str!("../../../../signing/src/tsp/error.rs"), 20),
            (include_str!("../../../../signing/src/pades/error.rs"), 18),
            (
                include_str!("../../../../signing/src/pades/changes/modification.rs"),
                20,
            ),
            (include_str!("../structure.rs"), 25),
            (include_str!("../archive.rs"), 5),
            (include_str!("../../evidence/error.rs"), 8),
        ];
        for (source, least) in sources {
            let (source, _) = source.split_once("#[cfg(test)]").unwrap_or((source, ""));
            let mut count = 0;
            for code in codes(source) {
                count += 1;
                for language in [Language::Vietnamese, Language::English] {
                    let fallback = sentence("no such code", language);
                    assert_ne!(sentence(code, language), fallback, "{code}: no sentence");
                }
            }
            assert!(
                count >= least,
                "only {count} codes found: is it still written the same way?"
            );
        }
    }

    #[test]
    fn sentences_are_sentences() {
        let mut seen = HashSet::new();
        for known in TABLES.into_iter().flatten() {
            assert!(seen.insert(known.code), "{} twice", known.code);
            for text in [known.vi, known.en] {
                assert!(
                    text.ends_with('.') && text.len() > 20,
                    "{}: {text}",
                    known.code
                );
                assert!(
                    text.chars().next().is_some_and(char::is_uppercase),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn details_stand_before_the_full_stop() {
        assert_eq!(
            with("It expired.", "1 May 2026"),
            "It expired (1 May 2026)."
        );
        assert_eq!(with("It expired.", ""), "It expired.");
    }
}
