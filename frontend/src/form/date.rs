//! Dates as people write them (`28/02/1985`, `02/1985`, `1985`) and as the document keeps them
//! (`1985-02-28`, `1985-02`, `1985`).

/// The earliest year that an official's family may have been born in.
const FIRST_YEAR: u16 = 1850;
/// Beyond this a year is a slip of the finger.
const LAST_YEAR: u16 = 2150;

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It has not the shape of a date.
    Shape,
    /// There is no such day or month, such as 31/02.
    NoSuchDay,
    /// The year is out of range.
    Year,
    /// Day, month and year where only the month and the year belong.
    OnlyMonth,
    /// More than a year where only the year belongs.
    OnlyYear,
}

/// How much of a date a field takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// A day, a month or a year.
    Day,
    /// A month or a year.
    Month,
    /// A year.
    Year,
}

/// Reads what was typed; an empty text stays empty.
///
/// # Errors
/// Says what is wrong with the text, so that the field can say how to mend it.
pub fn parse(text: &str, precision: Precision) -> Result<String, DateError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(String::new());
    }
    let numbers = numbers(text)?;
    let (day, month, year) = match *numbers.as_slice() {
        [year] => (None, None, year),
        [month, year] => (None, Some(month), year),
        [day, month, year] => (Some(day), Some(month), year),
        _ => return Err(DateError::Shape),
    };
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(DateError::Year);
    }
    if let Some(month) = month
        && !(1..=12).contains(&month)
    {
        return Err(DateError::NoSuchDay);
    }
    if let (Some(day), Some(month)) = (day, month)
        && !(1..=days_in(month, year)).contains(&day)
    {
        return Err(DateError::NoSuchDay);
    }
    match (day, month, precision) {
        (Some(day), Some(month), Precision::Day) => Ok(format!("{year:04}-{month:02}-{day:02}")),
        (Some(_), _, Precision::Month) => Err(DateError::OnlyMonth),
        (None, Some(month), Precision::Day | Precision::Month) => {
            Ok(format!("{year:04}-{month:02}"))
        }
        (None, None, _) => Ok(format!("{year:04}")),
        _ => Err(DateError::OnlyYear),
    }
}

/// A date of the document as it is written in Vietnam; anything else as it is.
#[must_use]
pub fn show(kept: &str) -> String {
    let parts: Vec<&str> = kept.split('-').collect();
    let digits = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    match *parts.as_slice() {
        [year, month] if digits(year, 4) && digits(month, 2) => format!("{month}/{year}"),
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => {
            format!("{day}/{month}/{year}")
        }
        _ => kept.to_owned(),
    }
}

/// Day, month and year as far as given, in that order, whichever way they were written.
fn numbers(text: &str) -> Result<Vec<u16>, DateError> {
    // Written without a separator on a phone's number pad: 28021985, 021985.
    let spaced = match (text.bytes().all(|byte| byte.is_ascii_digit()), text.len()) {
        (true, 8) => split(text, &[2, 4]),
        (true, 6) => split(text, &[2]),
        _ => text.to_owned(),
    };
    let mut numbers = Vec::new();
    for part in spaced
        .split(['/', '-', '.', ' '])
        .filter(|part| !part.is_empty())
    {
        numbers.push(part.parse::<u16>().or(Err(DateError::Shape))?);
    }
    // Year first, as in ISO 8601.
    if numbers.len() > 1 && numbers.first().is_some_and(|first| *first > 31) {
        numbers.reverse();
    }
    Ok(numbers)
}

/// The text with a slash before each of the places.
fn split(text: &str, places: &[usize]) -> String {
    let mut spaced = String::with_capacity(text.len() + places.len());
    for (place, character) in text.chars().enumerate() {
        if places.contains(&place) {
            spaced.push('/');
        }
        spaced.push(character);
    }
    spaced
}

const fn days_in(month: u16, year: u16) -> u16 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (typed, kept) in [
            ("", ""),
            ("28/02/1985", "1985-02-28"),
            ("8/2/1985", "1985-02-08"),
            (" 28-2-1985 ", "1985-02-28"),
            ("28.02.1985", "1985-02-28"),
            ("28021985", "1985-02-28"),
            ("1985-02-28", "1985-02-28"),
            ("29/02/2024", "2024-02-29"),
            ("02/1985", "1985-02"),
            ("021985", "1985-02"),
            ("1985-02", "1985-02"),
            ("1985", "1985"),
        ] {
            assert_eq!(parse(typed, Precision::Day).as_deref(), Ok(kept), "{typed}");
        }
    }

    #[test]
    fn what_is_no_date_says_why() {
        for (typed, why) in [
            ("29/02/2023", DateError::NoSuchDay),
            ("31/04/2020", DateError::NoSuchDay),
            ("13/2020", DateError::NoSuchDay),
            ("0/5/2020", DateError::NoSuchDay),
            ("hôm qua", DateError::Shape),
            ("1/2/3/2020", DateError::Shape),
            ("12/05/20", DateError::Year),
            ("85", DateError::Year),
        ] {
            assert_eq!(parse(typed, Precision::Day), Err(why), "{typed}");
        }
        assert_eq!(
            parse("15/03/2010", Precision::Month),
            Err(DateError::OnlyMonth)
        );
        assert_eq!(parse("03/2010", Precision::Month).as_deref(), Ok("2010-03"));
        assert_eq!(parse("03/2010", Precision::Year), Err(DateError::OnlyYear));
        assert_eq!(
            parse("15/03/2010", Precision::Year),
            Err(DateError::OnlyYear)
        );
        assert_eq!(parse("2010", Precision::Year).as_deref(), Ok("2010"));
    }

    #[test]
    fn what_is_shown_is_read_back_the_same() {
        for (kept, shown) in [
            ("1985-02-28", "28/02/1985"),
            ("1985-02", "02/1985"),
            ("1985", "1985"),
            ("", ""),
            ("không rõ", "không rõ"),
        ] {
            assert_eq!(show(kept), shown);
            if kept.starts_with('1') {
                assert_eq!(parse(shown, Precision::Day).as_deref(), Ok(kept));
            }
        }
    }
}
