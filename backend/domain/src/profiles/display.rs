use congvu_openapi::form::Kind;
use serde_json::Value;

use super::walk::text_at;
use crate::catalogues::Catalogues;
use crate::identifiers::PartialDate;

/// The list whose codes are themselves printed on the form, in the column “Mã số”.
const PRINTED_BY_CODE: &str = "grades";

/// A value as it is written in Vietnamese: `28/02/1985`, `1.234,5`, `2.530.000`, the name of a code.
///
/// The code of a grade (ngạch) stays a code: the form prints it beside the name. What cannot be read
/// as its kind is given back as it is. A place is written by
/// [`Place::in_words`](congvu_openapi::profile::Place::in_words).
#[must_use]
pub fn display_value(kind: Kind, raw: &str, catalogues: &Catalogues) -> String {
    match kind {
        Kind::Date | Kind::Month | Kind::Year => {
            PartialDate::parse(raw).map_or_else(|_| raw.to_owned(), PartialDate::in_words)
        }
        Kind::Decimal | Kind::Money => number(raw).unwrap_or_else(|| raw.to_owned()),
        Kind::Choice(PRINTED_BY_CODE) => raw.to_owned(),
        Kind::Choice(list) => catalogues
            .find(list, raw)
            .map_or_else(|| raw.to_owned(), |item| item.name.clone()),
        _ => raw.to_owned(),
    }
}

/// A leaf in words, with the name of a grade beside its code; for readers, not for the form.
pub(super) fn in_words(kind: Kind, value: &Value, catalogues: &Catalogues) -> String {
    let raw = value.as_str().unwrap_or_default();
    match kind {
        Kind::Place => place_in_words(value),
        Kind::Choice(PRINTED_BY_CODE) => catalogues
            .find(PRINTED_BY_CODE, raw)
            .map_or_else(|| raw.to_owned(), |item| format!("{raw} ({})", item.name)),
        _ => display_value(kind, raw, catalogues),
    }
}

fn place_in_words(place: &Value) -> String {
    ["detail", "commune", "district", "province"]
        .into_iter()
        .map(|key| text_at(place, key))
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Thousands with points, decimals after a comma.
fn number(raw: &str) -> Option<String> {
    let (whole, decimals) = raw.split_once('.').unwrap_or((raw, ""));
    let all_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || !all_digits(whole) || !all_digits(decimals) {
        return None;
    }
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    if !decimals.is_empty() {
        grouped.push(',');
        grouped.push_str(decimals);
    }
    Some(grouped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_written_the_vietnamese_way() {
        for (kind, raw, written) in [
            (Kind::Date, "1985-02-28", "28/02/1985"),
            (Kind::Month, "1985-02", "02/1985"),
            (Kind::Year, "1985", "1985"),
            (Kind::Date, "khoảng 1985", "khoảng 1985"),
            (Kind::Decimal, "4.98", "4,98"),
            (Kind::Decimal, "1234.5", "1.234,5"),
            (Kind::Decimal, "100", "100"),
            (Kind::Money, "2530000", "2.530.000"),
            (Kind::Money, "999", "999"),
            (Kind::Money, "2tr", "2tr"),
            (Kind::Choice("religions"), "none", "Không"),
            (Kind::Choice("ethnic-groups"), "12", "Ê-đê"),
            (Kind::Choice("grades"), "01.003", "01.003"),
            (Kind::Choice("genders"), "x", "x"),
            (Kind::Choice("nowhere"), "x", "x"),
            (Kind::Text, "1985-02-28", "1985-02-28"),
            (Kind::Money, "", ""),
        ] {
            assert_eq!(
                display_value(kind, raw, Catalogues::built_in()),
                written,
                "{raw}"
            );
        }
    }
}
