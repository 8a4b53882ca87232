//! Texts of the frame around the pages.

crate::texts! {
    BREADCRUMBS = "Đường dẫn", "Breadcrumbs";
}
