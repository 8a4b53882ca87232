use super::Fault;

/// Checks a decimal number: digits, a point, at most four decimals, no sign.
///
/// # Errors
///
/// [`Fault::Decimal`].
pub fn check_decimal(number: &str) -> Result<(), Fault> {
    let (whole, decimals) = match number.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (number, None),
    };
    let right = (1..=15).contains(&whole.len())
        && all_digits(whole)
        && decimals.is_none_or(|d| (1..=4).contains(&d.len()) && all_digits(d));
    right.then_some(()).ok_or(Fault::Decimal)
}

/// Checks an amount of money: whole đồng, digits only.
///
/// # Errors
///
/// [`Fault::Money`].
pub fn check_money(amount: &str) -> Result<(), Fault> {
    let right = (1..=18).contains(&amount.len()) && all_digits(amount);
    right.then_some(()).ok_or(Fault::Money)
}

/// Checks a SHA-256 in lower-case hexadecimal.
///
/// # Errors
///
/// [`Fault::Digest`].
pub fn check_sha256(digest: &str) -> Result<(), Fault> {
    let right = digest.len() == 64
        && digest
            .chars()
            .all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c));
    right.then_some(()).ok_or(Fault::Digest)
}

fn all_digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals() {
        for (number, right) in [
            ("4.98", true),
            ("0", true),
            ("100", true),
            ("1.2345", true),
            ("1.23456", false),
            ("4,98", false),
            ("1.", false),
            (".5", false),
            ("-1", false),
            ("1e3", false),
            ("", false),
            ("1.2.3", false),
        ] {
            assert_eq!(check_decimal(number).is_ok(), right, "{number}");
        }
    }

    #[test]
    fn money() {
        for (amount, right) in [
            ("2530000", true),
            ("0", true),
            ("2.530.000", false),
            ("2530000đ", false),
            ("-5", false),
            ("", false),
        ] {
            assert_eq!(check_money(amount).is_ok(), right, "{amount}");
        }
    }

    #[test]
    fn digests() {
        assert!(check_sha256(&"0a".repeat(32)).is_ok());
        assert!(check_sha256(&"0A".repeat(32)).is_err());
        assert!(check_sha256("0a").is_err());
    }
}
