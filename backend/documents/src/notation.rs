//! How values are written on Vietnamese paper.

/// `2023-05-04` as 04/05/2023, `2023-05` as 05/2023, `2023` as it is.
///
/// What is none of these is left as it was typed.
pub(crate) fn date(text: &str) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    if parts.iter().all(|part| is_digits(part)) {
        parts.into_iter().rev().collect::<Vec<_>>().join("/")
    } else {
        text.to_owned()
    }
}

/// As [`date`], for the narrow columns "Tháng/năm": a whole date may go on two lines.
pub(crate) fn month(text: &str) -> String {
    let date = date(text);
    match date.rsplit_once('/') {
        Some((day_and_month, year)) if day_and_month.contains('/') => {
            format!("{day_and_month}/\u{200b}{year}")
        }
        _ => date,
    }
}

/// `1234.5` as 1.234,5; `-` stays. What is no number is left as it was typed.
pub(crate) fn number(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text),
    };
    let (whole, fraction) = match digits.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    if !is_digits(whole) || !fraction.is_none_or(is_digits) {
        return text.to_owned();
    }
    let grouped = grouped(whole);
    match fraction {
        Some(fraction) => format!("{sign}{grouped},{fraction}"),
        None => format!("{sign}{grouped}"),
    }
}

fn grouped(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 4 / 3);
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_precise_as_they_were_declared() {
        for (stored, printed) in [
            ("1985-02-28", "28/02/1985"),
            ("1985-02", "02/1985"),
            ("1985", "1985"),
            ("", ""),
            ("khoảng 1950", "khoảng 1950"),
            ("-", "-"),
        ] {
            assert_eq!(date(stored), printed);
        }
        assert_eq!(month("2010-09"), "09/2010");
        assert_eq!(month("2010-09-05"), "05/09/\u{200b}2010");
    }

    #[test]
    fn numbers_have_a_decimal_comma_and_groups_of_three() {
        for (stored, printed) in [
            ("4.98", "4,98"),
            ("0.2", "0,2"),
            ("1234.5", "1.234,5"),
            ("2530000", "2.530.000"),
            ("530000", "530.000"),
            ("-1000.25", "-1.000,25"),
            ("12", "12"),
            ("", ""),
            ("6.0 IELTS", "6.0 IELTS"),
            ("1.2.3", "1.2.3"),
        ] {
            assert_eq!(number(stored), printed);
        }
    }
}
