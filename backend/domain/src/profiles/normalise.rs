use congvu_openapi::profile::Profile;
use serde_json::Value;

use super::walk::document;
use crate::identifiers::normalise_phone;
use crate::names::nfc;

/// The document in the form in which it is kept: NFC, no blanks at the ends, the telephone number
/// as 10 digits from 0. Everything else stays as it was entered.
#[must_use]
pub fn normalise(profile: Profile) -> Profile {
    let mut value = document(&profile);
    texts(&mut value);
    let Ok(mut normal) = serde_json::from_value::<Profile>(value) else {
        return profile;
    };
    // A wrong number stays for the check to name.
    if let Ok(phone) = normalise_phone(normal.papers.phone.as_str()) {
        normal.papers.phone = phone.into();
    }
    normal
}

fn texts(value: &mut Value) {
    match value {
        Value::String(text) => *text = nfc(text.trim()),
        Value::Array(rows) => rows.iter_mut().for_each(texts),
        Value::Object(members) => members.values_mut().for_each(texts),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use congvu_openapi::profile::CareerRow;

    use super::*;

    #[test]
    fn text_is_composed_and_trimmed_and_the_phone_has_one_form() {
        let mut profile = Profile::default();
        profile.personal.full_name = "  Nguye\u{302}\u{303}n Văn An ".into();
        profile.personal.home_town.commune = "Phường Ba Đi\u{300}nh".into();
        profile.papers.phone = "+84 912 345 678".into();
        profile.assessment = "Dòng một\n\nDòng hai\n".into();
        profile.history.career = vec![CareerRow {
            post: " Chuyên  viên".into(),
            ..CareerRow::default()
        }];
        let normal = normalise(profile.clone());
        assert_eq!(normal.personal.full_name.as_str(), "Nguyễn Văn An");
        assert_eq!(normal.personal.home_town.commune.as_str(), "Phường Ba Đình");
        assert_eq!(normal.papers.phone.as_str(), "0912345678");
        assert_eq!(normal.assessment.as_str(), "Dòng một\n\nDòng hai");
        assert_eq!(normal.history.career[0].post.as_str(), "Chuyên  viên");
        assert_eq!(normalise(normal.clone()), normal);
    }

    #[test]
    fn a_wrong_phone_number_is_kept() {
        let mut profile = Profile::default();
        profile.papers.phone = " 12345 ".into();
        assert_eq!(normalise(profile).papers.phone.as_str(), "12345");
    }
}
