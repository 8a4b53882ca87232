//! Numbers as they are written in Vietnam (`2,34`, `2.530.000`) and as the document keeps them
//! (`2.34`, `2530000`). Nothing passes through floating point.

/// Why a text is not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// It has not the shape of a number.
    Shape,
    /// More than four decimals.
    TooFine,
    /// Money has no decimals.
    NotWhole,
}

/// Decimals that the document keeps.
const DECIMALS: usize = 4;

/// Reads a decimal number; an empty text stays empty.
///
/// A comma separates decimals. A single point does so too, because number pads have no comma,
/// unless exactly three digits follow it, which in Vietnam are thousands.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_decimal(text: &str) -> Result<String, NumberError> {
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Ok(text);
    }
    let (whole, fraction) = match text.split_once(',') {
        Some((whole, fraction)) => (ungrouped(whole)?, fraction.to_owned()),
        None => match text.split_once('.') {
            Some((whole, fraction)) if fraction.len() != 3 && digits(fraction) => {
                (whole.to_owned(), fraction.to_owned())
            }
            _ => (ungrouped(&text)?, String::new()),
        },
    };
    if !digits(&whole) || !(fraction.is_empty() || digits(&fraction)) {
        return Err(NumberError::Shape);
    }
    if fraction.len() > DECIMALS {
        return Err(NumberError::TooFine);
    }
    let whole = match whole.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    };
    Ok(if fraction.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{fraction}")
    })
}

/// A decimal of the document with a comma; anything else as it is.
#[must_use]
pub fn show_decimal(kept: &str) -> String {
    let (whole, fraction) = kept.split_once('.').unwrap_or((kept, ""));
    if digits(whole) && digits(fraction) {
        format!("{whole},{fraction}")
    } else {
        kept.to_owned()
    }
}

/// Reads an amount in whole đồng; an empty text stays empty.
///
/// # Errors
/// Says what is wrong with the text.
pub fn parse_money(text: &str) -> Result<String, NumberError> {
    let lower = text.to_lowercase();
    let mut text = lower.trim();
    for unit in ["đồng", "vnđ", "vnd", "đ", "₫"] {
        text = text.strip_suffix(unit).unwrap_or(text).trim_end();
    }
    if text.is_empty() {
        return Ok(String::new());
    }
    let separated: String = text
        .chars()
        .map(|c| {
            if c == ',' || c.is_whitespace() {
                '.'
            } else {
                c
            }
        })
        .collect();
    let whole = ungrouped(&separated).map_err(|error| match text.rsplit_once(',') {
        Some((_, end)) if digits(end) && end.len() != 3 => NumberError::NotWhole,
        _ => error,
    })?;
    Ok(match whole.trim_start_matches('0') {
        "" => "0".to_owned(),
        rest => rest.to_owned(),
    })
}

/// An amount of the document with a point between thousands; anything else as it is.
#[must_use]
pub fn show_money(kept: &str) -> String {
    if !digits(kept) {
        return kept.to_owned();
    }
    let mut shown = String::with_capacity(kept.len() + kept.len() / 3);
    for (place, digit) in kept.chars().enumerate() {
        if place > 0 && (kept.len() - place).is_multiple_of(3) {
            shown.push('.');
        }
        shown.push(digit);
    }
    shown
}

/// The digits without the points between thousands.
fn ungrouped(text: &str) -> Result<String, NumberError> {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let mut whole = first.to_owned();
    let mut grouped = false;
    for group in groups {
        if group.len() != 3 {
            return Err(NumberError::Shape);
        }
        grouped = true;
        whole.push_str(group);
    }
    if !digits(&whole) || first.is_empty() || (grouped && first.len() > 3) {
        return Err(NumberError::Shape);
    }
    Ok(whole)
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_read_with_comma_or_point() {
        for (typed, kept) in [
            ("", ""),
            ("2,34", "2.34"),
            ("2.34", "2.34"),
            ("4,98", "4.98"),
            ("165", "165"),
            ("0,5", "0.5"),
            ("00,50", "0.50"),
            ("1.234,5", "1234.5"),
            ("1.234", "1234"),
            (" 3 , 33 ", "3.33"),
        ] {
            assert_eq!(parse_decimal(typed).as_deref(), Ok(kept), "{typed}");
        }
        for typed in ["2,3,4", "hai", "-1", "2.3.4", "1.23.456", "3,"] {
            let result = parse_decimal(typed);
            if typed == "3," {
                assert_eq!(result.as_deref(), Ok("3"), "still being typed");
            } else {
                assert_eq!(result, Err(NumberError::Shape), "{typed}");
            }
        }
        assert_eq!(parse_decimal("1,23456"), Err(NumberError::TooFine));
    }

    #[test]
    fn money_is_read_with_any_grouping() {
        for (typed, kept) in [
            ("", ""),
            ("2530000", "2530000"),
            ("2.530.000", "2530000"),
            ("2,530,000", "2530000"),
            ("2 530 000 đồng", "2530000"),
            ("2.530.000 VNĐ", "2530000"),
            ("2.530.000đ", "2530000"),
            ("0", "0"),
        ] {
            assert_eq!(parse_money(typed).as_deref(), Ok(kept), "{typed}");
        }
        assert_eq!(parse_money("2.530.000,5"), Err(NumberError::NotWhole));
        assert_eq!(parse_money("2.5"), Err(NumberError::Shape));
        assert_eq!(parse_money("hai triệu"), Err(NumberError::Shape));
    }

    #[test]
    fn what_is_shown_is_read_back_the_same() {
        for (kept, shown) in [
            ("2.34", "2,34"),
            ("165", "165"),
            ("0.5", "0,5"),
            ("x.y", "x.y"),
        ] {
            assert_eq!(show_decimal(kept), shown);
        }
        for (kept, shown) in [
            ("2530000", "2.530.000"),
            ("100", "100"),
            ("1000", "1.000"),
            ("", ""),
            ("khoảng 2 triệu", "khoảng 2 triệu"),
        ] {
            assert_eq!(show_money(kept), shown);
        }
        assert_eq!(
            parse_decimal(&show_decimal("12345.6")).as_deref(),
            Ok("12345.6")
        );
        assert_eq!(
            parse_money(&show_money("123456789")).as_deref(),
            Ok("123456789")
        );
    }
}
