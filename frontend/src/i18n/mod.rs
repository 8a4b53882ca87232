//! The words of the app, Vietnamese and English side by side, so that a text without its
//! translation does not compile.
//!
//! A table of texts is declared with [`texts!`](crate::texts); each area of the app has its own.

pub mod accounts;
pub mod calendar;
pub mod common;
pub mod delegations;
pub mod deployment;
pub mod keys;
pub mod notifications;
pub mod overview;
pub mod people;
pub mod places;
pub mod review;
pub mod shell;
pub mod sign_in;
pub mod signing;
pub mod tasks;
pub mod verify;
pub mod why;

use leptos::prelude::{Get, Signal};

use crate::state::language;

/// A language of the app.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Tiếng Việt.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The code for `lang` attributes and `Accept-Language`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// A text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Vietnamese.
    pub vi: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in a language.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }
}

/// Declares texts as constants, and `ALL` with every one of them for the tests:
/// `texts! { SAVE = "Lưu", "Save"; }`.
#[macro_export]
macro_rules! texts {
    ($($name:ident = $vi:literal, $en:literal;)*) => {
        $(
            #[doc = $vi]
            pub const $name: $crate::i18n::Text = $crate::i18n::Text { vi: $vi, en: $en };
        )*
        /// Every text of this table with its name.
        #[cfg(test)]
        pub const ALL: &[(&str, $crate::i18n::Text)] = &[$((stringify!($name), $name)),*];
    };
}

/// The text in the language chosen; follows a change of it where called reactively.
#[must_use]
pub fn t(text: Text) -> &'static str {
    text.in_lang(language::use_language().get())
}

/// The text as a signal, for the properties of components.
#[must_use]
pub fn tr(text: Text) -> Signal<String> {
    Signal::derive(move || t(text).to_owned())
}

/// The text with `{}` replaced in order by the values.
#[must_use]
pub fn tf(text: Text, values: &[&str]) -> String {
    fill(t(text), values)
}

/// `pattern` with each `{}` replaced in order.
#[must_use]
pub fn fill(pattern: &str, values: &[&str]) -> String {
    let mut parts = pattern.split("{}");
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut values = values.iter();
    for part in parts {
        out.push_str(values.next().copied().unwrap_or_default());
        out.push_str(part);
    }
    out
}

/// One of two texts that came from the server, by the language chosen; Vietnamese where English is missing.
#[must_use]
pub fn pick(vi: &str, en: &str) -> String {
    match language::use_language().get() {
        Lang::En if !en.is_empty() => en.to_owned(),
        _ => vi.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_has_both_languages_and_the_same_blanks() {
        let tables = [
            accounts::ALL,
            calendar::ALL,
            common::ALL,
            delegations::ALL,
            deployment::ALL,
            keys::ALL,
            notifications::ALL,
            overview::ALL,
            people::ALL,
            places::ALL,
            review::ALL,
            shell::ALL,
            sign_in::ALL,
            signing::ALL,
            tasks::ALL,
            verify::ALL,
            why::ALL,
        ];
        for (name, text) in tables.into_iter().flatten() {
            assert!(!text.vi.trim().is_empty(), "{name} has no Vietnamese");
            assert!(!text.en.trim().is_empty(), "{name} has no English");
            assert_eq!(
                text.vi.matches("{}").count(),
                text.en.matches("{}").count(),
                "{name} has different blanks"
            );
        }
    }

    #[test]
    fn blanks_are_filled_in_order() {
        assert_eq!(fill("{} của {}", &["a", "b"]), "a của b");
        assert_eq!(fill("không có", &["a"]), "không có");
    }
}
