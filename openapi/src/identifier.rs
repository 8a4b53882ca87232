//! Identifiers that come back in an answer: what is none is refused before anything is done.

use validator::ValidationError;

/// Whether the text is a UUID in its usual form, as in `0198c5a4-….`
///
/// # Errors
/// It is none.
pub fn check(text: &str) -> Result<(), ValidationError> {
    let digits = text.split('-').map(|part| {
        part.bytes()
            .all(|byte| byte.is_ascii_hexdigit())
            .then_some(part.len())
    });
    if digits.eq([8, 4, 4, 4, 12].map(Some)) {
        Ok(())
    } else {
        Err(ValidationError::new("uuid"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_usual_form_passes() {
        for (text, passes) in [
            ("0198c5a4-91b2-7c3e-8f00-0123456789ab", true),
            ("0198C5A4-91B2-7C3E-8F00-0123456789AB", true),
            ("", false),
            ("0198c5a4", false),
            ("0198c5a491b27c3e8f000123456789ab", false),
            ("0198c5a4-91b2-7c3e-8f00-0123456789ag", false),
            ("0198c5a4-91b2-7c3e-8f00-0123456789ab-", false),
        ] {
            assert_eq!(check(text).is_ok(), passes, "{text:?}");
        }
    }
}
