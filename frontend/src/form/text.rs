//! A value of the document and what stands in its field, by the kind of the field.

use congvu_openapi::form::Kind;

use super::date::{self, DateError, Precision};
use super::number::{self, NumberError};

/// What is wrong with a text, seen before the server sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Not a date, and why.
    Date(DateError),
    /// Not a number, and why.
    Number(NumberError),
    /// Not so many digits as the number has.
    Digits,
    /// Not a telephone number.
    Phone,
    /// Longer than so many characters.
    Long(usize),
}

/// Characters of a line of text.
const LINE: usize = 500;
/// Characters of a text of several lines.
const TEXT: usize = 4_000;

/// What stands in the field for a value of the document.
#[must_use]
pub fn show(kind: Kind, kept: &str) -> String {
    match kind {
        Kind::Date | Kind::Month | Kind::Year => date::show(kept),
        Kind::Decimal => number::show_decimal(kept),
        Kind::Money => number::show_money(kept),
        _ => kept.to_owned(),
    }
}

/// The value for the document of what stands in the field.
///
/// # Errors
/// Says what is wrong; the text is kept as it is all the same, see [`keep`].
pub fn read(kind: Kind, typed: &str) -> Result<String, Slip> {
    match kind {
        Kind::Date => date::parse(typed, Precision::Day).map_err(Slip::Date),
        Kind::Month => date::parse(typed, Precision::Month).map_err(Slip::Date),
        Kind::Year => date::parse(typed, Precision::Year).map_err(Slip::Date),
        Kind::Decimal => number::parse_decimal(typed).map_err(Slip::Number),
        Kind::Money => number::parse_money(typed).map_err(Slip::Number),
        Kind::CitizenId => digits(typed, &[12]),
        Kind::SocialInsurance => digits(typed, &[10, 12]),
        Kind::Phone => phone(typed),
        Kind::LongText => short(typed, TEXT),
        _ => short(typed, LINE),
    }
}

/// What the document keeps of a text: its value, or the text itself where it has none yet, because
/// what was typed is never lost to a parser.
#[must_use]
pub fn keep(kind: Kind, typed: &str) -> String {
    read(kind, typed).unwrap_or_else(|_| typed.to_owned())
}

fn digits(typed: &str, lengths: &[usize]) -> Result<String, Slip> {
    let bare: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '.')
        .collect();
    let fits = bare.is_empty()
        || (lengths.contains(&bare.len()) && bare.bytes().all(|byte| byte.is_ascii_digit()));
    if fits { Ok(bare) } else { Err(Slip::Digits) }
}

fn phone(typed: &str) -> Result<String, Slip> {
    let bare: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !['.', '-', '(', ')'].contains(c))
        .collect();
    let number = bare.strip_prefix('+').unwrap_or(&bare);
    let fits = bare.is_empty()
        || ((9..=15).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()));
    if fits { Ok(bare) } else { Err(Slip::Phone) }
}

fn short(typed: &str, most: usize) -> Result<String, Slip> {
    if typed.chars().count() > most {
        Err(Slip::Long(most))
    } else {
        Ok(typed.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read_and_shown_in_its_way() {
        for (kind, typed, kept, shown) in [
            (Kind::Date, "28/2/1985", "1985-02-28", "28/02/1985"),
            (Kind::Month, "3/2010", "2010-03", "03/2010"),
            (Kind::Year, "2010", "2010", "2010"),
            (Kind::Decimal, "2,34", "2.34", "2,34"),
            (Kind::Money, "2530000", "2530000", "2.530.000"),
            (
                Kind::CitizenId,
                "001 085 012 345",
                "001085012345",
                "001085012345",
            ),
            (
                Kind::SocialInsurance,
                "0123456789",
                "0123456789",
                "0123456789",
            ),
            (Kind::Phone, "0901.234.567", "0901234567", "0901234567"),
            (
                Kind::Phone,
                "+84 901 234 567",
                "+84901234567",
                "+84901234567",
            ),
            (
                Kind::Text,
                "Nguyễn Văn An",
                "Nguyễn Văn An",
                "Nguyễn Văn An",
            ),
            (Kind::Choice("genders"), "male", "male", "male"),
        ] {
            assert_eq!(read(kind, typed).as_deref(), Ok(kept));
            assert_eq!(show(kind, kept), shown);
        }
    }

    #[test]
    fn a_slip_is_told_and_its_text_kept() {
        for (kind, typed, slip) in [
            (Kind::Date, "31/02/2020", Slip::Date(DateError::NoSuchDay)),
            (Kind::Month, "01/02/2020", Slip::Date(DateError::OnlyMonth)),
            (Kind::Decimal, "hai", Slip::Number(NumberError::Shape)),
            (Kind::CitizenId, "00108501234", Slip::Digits),
            (Kind::SocialInsurance, "01234567890", Slip::Digits),
            (Kind::Phone, "12", Slip::Phone),
        ] {
            assert_eq!(read(kind, typed), Err(slip));
            assert_eq!(keep(kind, typed), typed);
            assert_eq!(show(kind, &keep(kind, typed)), typed);
        }
        assert_eq!(
            read(Kind::Text, &"ă".repeat(500)).map(|t| t.chars().count()),
            Ok(500)
        );
        assert_eq!(read(Kind::Text, &"ă".repeat(501)), Err(Slip::Long(500)));
        assert!(read(Kind::LongText, &"ă".repeat(4000)).is_ok());
    }
}
