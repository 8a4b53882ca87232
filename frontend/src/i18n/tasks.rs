//! Texts of the area `tasks`.

crate::texts! {}
