use congvu_openapi::profile::Profile;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

/// The value has no canonical JSON: a number that is not finite, or a key that is no text.
#[derive(Debug, thiserror::Error)]
#[error("no canonical form: {0}")]
pub struct CanonicalError(#[from] serde_json::Error);

/// The canonical JSON (RFC 8785) of a value, in UTF-8.
///
/// Text is taken as it is; it has to be in NFC before, see [`crate::names::nfc`].
///
/// # Errors
///
/// The value cannot be written as JSON.
pub fn canonical(value: &impl Serialize) -> Result<Vec<u8>, CanonicalError> {
    Ok(serde_json_canonicalizer::to_vec(value)?)
}

/// SHA-256 in lower-case hexadecimal.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// SHA-256 of the canonical document: what signatures and versions refer to.
#[must_use]
pub fn document_digest(document: &Profile) -> String {
    digest_of_texts(document)
}

/// SHA-256 of the canonical JSON of a value whose leaves are all texts.
#[expect(
    clippy::expect_used,
    reason = "only a number or a key that is no text can fail, and there are none; an empty digest would be worse"
)]
pub(super) fn digest_of_texts(value: &impl Serialize) -> String {
    sha256_hex(&canonical(value).expect("texts have a canonical form"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_nothing_is_escaped_that_need_not_be() {
        for (value, bytes) in [
            (
                serde_json::json!({"b": "Đ", "a": [1, true, null]}),
                r#"{"a":[1,true,null],"b":"Đ"}"#,
            ),
            (
                serde_json::json!({"a": "\u{0}\n\"/"}),
                "{\"a\":\"\\u0000\\n\\\"/\"}",
            ),
            (serde_json::json!({}), "{}"),
        ] {
            assert_eq!(canonical(&value).unwrap(), bytes.as_bytes());
        }
    }

    #[test]
    fn a_known_digest() {
        assert_eq!(
            sha256_hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn the_digest_of_a_document_depends_on_every_letter() {
        let mut profile = Profile::default();
        let empty = document_digest(&profile);
        profile.personal.full_name = "Lê Thị Hoà".into();
        let one = document_digest(&profile);
        profile.personal.full_name = "Lê Thị Hòa".into();
        assert_ne!(empty, one);
        assert_ne!(one, document_digest(&profile));
        assert_eq!(one.len(), 64);
        let read: Profile = serde_json::from_slice(&canonical(&profile).unwrap()).unwrap();
        assert_eq!(document_digest(&read), document_digest(&profile));
    }
}
