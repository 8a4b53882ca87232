//! Texts of the area `sign_in`.

crate::texts! {}
