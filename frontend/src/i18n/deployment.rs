//! Texts of the area `deployment`.

crate::texts! {}
