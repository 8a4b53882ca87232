use super::{Fault, digits};

/// What the century digit of a personal number tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    Male,
    Female,
}

impl Gender {
    /// The gender of a code of the catalogue `genders`.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        match code {
            "male" => Some(Self::Male),
            "female" => Some(Self::Female),
            _ => None,
        }
    }
}

/// Codes of the 63 provinces of before July 2025; the numbers given by them stay.
const PROVINCES: [&str; 63] = [
    "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020",
    "022", "024", "025", "026", "027", "030", "031", "033", "034", "035", "036", "037", "038",
    "040", "042", "044", "045", "046", "048", "049", "051", "052", "054", "056", "058", "060",
    "062", "064", "066", "067", "068", "070", "072", "074", "075", "077", "079", "080", "082",
    "083", "084", "086", "087", "089", "091", "092", "093", "094", "095", "096",
];

/// Checks a personal identification number (số định danh cá nhân, số CCCD): 12 digits, of which
/// 1–3 are the province of birth registration, 4 the century and gender, 5–6 the year of birth.
///
/// There is no check digit, so gender and year of birth, where known, find the typing mistakes.
#[must_use]
pub fn check_personal_id(
    number: &str,
    gender: Option<Gender>,
    birth_year: Option<i32>,
) -> Vec<Fault> {
    match digits(number) {
        Err(fault) => return vec![fault],
        Ok(12) => {}
        Ok(found) => {
            return vec![Fault::DigitCount {
                expected: &[12],
                found,
            }];
        }
    }
    let mut faults = Vec::new();
    let century = number.chars().nth(3).unwrap_or_default();
    let place = century.to_digit(10).unwrap_or_default();
    let stated = if place.is_multiple_of(2) {
        Gender::Male
    } else {
        Gender::Female
    };
    if gender.is_some_and(|declared| declared != stated) {
        faults.push(Fault::Gender { digit: century });
    }
    if let Some(year) = year_of(number, place)
        && birth_year.is_some_and(|declared| declared != year)
    {
        faults.push(Fault::BirthYear { year });
    }
    let code: String = number.chars().take(3).collect();
    if !PROVINCES.contains(&code.as_str()) {
        faults.push(Fault::UnknownProvince { code });
    }
    faults
}

/// 0 and 1 stand for 19xx, 2 and 3 for 20xx, and so on.
fn year_of(number: &str, century: u32) -> Option<i32> {
    let in_century: i32 = number.get(4..6)?.parse().ok()?;
    Some(1900 + 100 * i32::try_from(century / 2).ok()? + in_century)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_digits_that_agree_with_gender_and_year() {
        let male = Some(Gender::Male);
        let female = Some(Gender::Female);
        for (number, gender, year, codes) in [
            ("001085012345", male, Some(1985), vec![]),
            ("001185012345", female, Some(1985), vec![]),
            ("079202000001", male, Some(2002), vec![]),
            ("079302000001", female, Some(2002), vec![]),
            ("001085012345", None, None, vec![]),
            ("00108501234", male, Some(1985), vec!["digit_count"]),
            ("0010850123456", male, None, vec!["digit_count"]),
            ("", None, None, vec!["digit_count"]),
            ("001 085012345", male, None, vec!["not_digits"]),
            ("00108501234O", male, None, vec!["not_digits"]),
            ("001085012345", female, Some(1985), vec!["gender_mismatch"]),
            (
                "001085012345",
                male,
                Some(1958),
                vec!["birth_year_mismatch"],
            ),
            (
                "001285012345",
                male,
                Some(1985),
                vec!["birth_year_mismatch"],
            ),
            (
                "001385012345",
                male,
                Some(1985),
                vec!["gender_mismatch", "birth_year_mismatch"],
            ),
            ("101085012345", male, Some(1985), vec!["unknown_province"]),
        ] {
            let faults = check_personal_id(number, gender, year);
            let found: Vec<_> = faults.iter().map(Fault::code).collect();
            assert_eq!(found, codes, "{number}");
        }
    }

    #[test]
    fn a_birth_registered_abroad_is_only_a_warning() {
        let faults = check_personal_id("101085012345", None, None);
        assert!(faults.iter().all(Fault::is_warning));
        assert!(
            !check_personal_id("1", None, None)
                .iter()
                .all(Fault::is_warning)
        );
    }

    #[test]
    fn the_message_says_how_many_digits_there_are() {
        let fault = check_personal_id("00108501234", None, None).remove(0);
        assert_eq!(fault.in_vietnamese(), "phải có 12 chữ số, hiện có 11");
        assert_eq!(fault.to_string(), "must have 12 digits, has 11");
    }

    #[test]
    fn sixty_three_provinces_without_repetition() {
        let mut codes = PROVINCES.to_vec();
        codes.dedup();
        assert!(codes.is_sorted());
        assert_eq!(codes.len(), 63);
    }
}
