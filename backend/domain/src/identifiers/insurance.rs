use super::{Fault, digits};

/// Checks a social insurance number (số BHXH): 10 digits, or the personal number of 12 that replaces it.
///
/// # Errors
///
/// Other characters than digits, or another number of them.
pub fn check_social_insurance(number: &str) -> Result<(), Fault> {
    match digits(number)? {
        10 | 12 => Ok(()),
        found => Err(Fault::DigitCount {
            expected: &[10, 12],
            found,
        }),
    }
}

/// Checks a health insurance card number (số thẻ BHYT): 15 characters (2 letters, then 13 digits),
/// 10 digits on newer cards, or the personal number of 12.
///
/// # Errors
///
/// Any other form.
pub fn check_health_insurance(number: &str) -> Result<(), Fault> {
    let found = number.chars().count();
    let letters = number.chars().take_while(char::is_ascii_alphabetic).count();
    let rest_is_digits = number.chars().skip(letters).all(|c| c.is_ascii_digit());
    match (found, letters) {
        (15, 2) | (10 | 12, 0) if rest_is_digits => Ok(()),
        _ => Err(Fault::HealthInsurance { found }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn social_insurance() {
        for (number, right) in [
            ("0110123456", true),
            ("001085012345", true),
            ("011012345", false),
            ("01101234567", false),
            ("01-10123456", false),
        ] {
            assert_eq!(check_social_insurance(number).is_ok(), right, "{number}");
        }
        assert_eq!(
            check_social_insurance("123").unwrap_err().in_vietnamese(),
            "phải có 10 hoặc 12 chữ số, hiện có 3"
        );
    }

    #[test]
    fn health_insurance() {
        for (number, right) in [
            ("HC4010110123456", true),
            ("hc4010110123456", true),
            ("0110123456", true),
            ("001085012345", true),
            ("HC401011012345", false),
            ("HCX010110123456", false),
            ("4010110123456HC", false),
            ("HC 401011012345", false),
            ("ĐC4010110123456", false),
            ("01101234567", false),
        ] {
            assert_eq!(check_health_insurance(number).is_ok(), right, "{number}");
        }
    }
}
