//! Texts of the area `accounts`.

crate::texts! {}
