use crate::error::{ApiError, Said, said};

/// Shortest password where no second factor is used (TCVN 14423:2026, as quoted for level 3).
const SHORTEST: usize = 14;
/// bcrypt looks at no more bytes than these.
const LONGEST_BYTES: usize = 72;

/// # Errors
/// The password is longer than bcrypt can look at, or bcrypt fails.
pub fn hash(password: &str, cost: u32) -> Result<String, ApiError> {
    bcrypt::non_truncating_hash(password, cost).map_err(ApiError::internal)
}

/// Whether the password is the one that was hashed.
pub fn matches(password: &str, hash: &str) -> bool {
    bcrypt::non_truncating_verify(password, hash).unwrap_or(false)
}

/// # Errors
/// 422 saying what is missing: 14 characters of four kinds, at most 72 bytes (A5).
pub fn check_strength(pointer: &str, password: &str) -> Result<(), ApiError> {
    let kinds = [
        password.chars().any(char::is_lowercase),
        password.chars().any(char::is_uppercase),
        password.chars().any(|c| c.is_ascii_digit()),
        password.chars().any(|c| !c.is_alphanumeric()),
    ];
    let wrong: Option<(&str, Said)> = if password.len() > LONGEST_BYTES {
        Some((
            "too_long",
            said(
                "Mật khẩu dài quá 72 byte; chữ có dấu tính nhiều hơn một byte.",
                "The password is longer than 72 bytes; letters with marks count as several.",
            ),
        ))
    } else if password.chars().count() < SHORTEST || kinds.contains(&false) {
        Some((
            "too_weak",
            said(
                "Mật khẩu cần ít nhất 14 ký tự, gồm chữ thường, chữ hoa, chữ số và ký hiệu khác.",
                "The password needs at least 14 characters: small and capital letters, digits and others.",
            ),
        ))
    } else {
        None
    };
    match wrong {
        Some((code, message)) => Err(ApiError::invalid_at(pointer, code, message)),
        None => Ok(()),
    }
}

/// A password to be handed over and changed at the first sign-in, made from random bytes.
pub fn new_initial_password(random: [u8; 16]) -> String {
    // Without 0/O and 1/l/I, which are misread on paper.
    const LETTERS: &[u8] = b"abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let body: String = random
        .iter()
        .filter_map(|byte| LETTERS.get(usize::from(*byte) % LETTERS.len()))
        .map(|letter| char::from(*letter))
        .collect();
    format!("{body}-aA7")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_password_is_refused_with_what_is_missing() {
        for (password, fine) in [
            ("ngắn", false),
            ("chỉ có chữ thường thôi", false),
            ("Mật khẩu dài nhưng thiếu số", false),
            ("Mật khẩu đủ 4 loại!", true),
            (new_initial_password([7; 16]).as_str(), true),
        ] {
            assert_eq!(check_strength("/new", password).is_ok(), fine, "{password}");
        }
        assert!(
            check_strength("/new", &"Aa1!ệ".repeat(12)).is_err(),
            "more than 72 bytes"
        );
    }
}
