use super::Fault;

/// The number in the form in which it is kept: 10 digits from 0, without `+84`, spaces, dots or hyphens.
///
/// Prefixes of operators are not checked: new ones are given out from time to time.
///
/// # Errors
///
/// [`Fault::Phone`] where it is no Vietnamese number.
pub fn normalise_phone(number: &str) -> Result<String, Fault> {
    let plain: String = number
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-' | '(' | ')'))
        .collect();
    let national = match plain.strip_prefix("+84") {
        Some(rest) => rest,
        None if plain.len() > 10 => plain.strip_prefix("84").ok_or(Fault::Phone)?,
        None => &plain,
    };
    // Both `+84 912…` and `+84 0912…` are written.
    let significant = national.strip_prefix('0').unwrap_or(national);
    let has_prefix = national.len() != plain.len() || plain.starts_with('0');
    let right = has_prefix
        && significant.len() == 9
        && !significant.starts_with('0')
        && significant.chars().all(|c| c.is_ascii_digit());
    if right {
        Ok(format!("0{significant}"))
    } else {
        Err(Fault::Phone)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_form_for_every_way_of_writing() {
        for number in [
            "0912345678",
            "+84912345678",
            "84912345678",
            "+840912345678",
            "0912 345 678",
            "0912.345.678",
            "(091) 234-5678",
        ] {
            assert_eq!(
                normalise_phone(number).as_deref(),
                Ok("0912345678"),
                "{number}"
            );
        }
    }

    #[test]
    fn others_are_refused() {
        for number in [
            "912345678",
            "091234567",
            "09123456789",
            "+1 2125550123",
            "0012345678",
            "091234567a",
            "8412345678",
            "",
        ] {
            assert_eq!(normalise_phone(number), Err(Fault::Phone), "{number}");
        }
    }
}
