//! Texts of keys and signing.

crate::texts! {
    SIGN_TITLE = "Ký số", "Sign";
}
