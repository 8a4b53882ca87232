//! Texts of the area `people`.

crate::texts! {}
