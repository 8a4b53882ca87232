//! The document edited by JSON pointer. All its leaves are text.

use serde_json::Value;

/// The text at a place of the document; empty where there is none.
#[must_use]
pub fn text(document: &Value, pointer: &str) -> String {
    document
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

/// Puts a text at a place that exists; tells whether that changed the document.
pub fn set(document: &mut Value, pointer: &str, text: &str) -> bool {
    match document.pointer_mut(pointer) {
        Some(Value::String(kept)) if kept != text => {
            text.clone_into(kept);
            true
        }
        _ => false,
    }
}

/// Whether a place is the other one or lies within it.
#[must_use]
pub fn within(pointer: &str, outer: &str) -> bool {
    pointer
        .strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Nothing is filled in at the place or within it.
#[must_use]
pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::String(text) => text.trim().is_empty(),
        Value::Array(rows) => rows.iter().all(is_blank),
        Value::Object(members) => members.values().all(is_blank),
        _ => true,
    }
}

/// A stable identifier in the page for a place of the document.
#[must_use]
pub fn element_id(pointer: &str) -> String {
    format!("f{}", pointer.replace('/', "-"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use congvu_openapi::profile::Profile;

    fn blank() -> Value {
        serde_json::to_value(Profile::default()).unwrap()
    }

    #[test]
    fn a_leaf_is_read_and_written() {
        let mut document = blank();
        assert_eq!(text(&document, "/papers/citizen_id"), "");
        assert!(set(&mut document, "/papers/citizen_id", "001085012345"));
        assert!(
            !set(&mut document, "/papers/citizen_id", "001085012345"),
            "no change"
        );
        assert_eq!(text(&document, "/papers/citizen_id"), "001085012345");
        let typed: Profile = serde_json::from_value(document).unwrap();
        assert_eq!(typed.papers.citizen_id.as_str(), "001085012345");
    }

    #[test]
    fn a_place_that_does_not_exist_is_never_made_up() {
        let mut document = blank();
        assert!(!set(&mut document, "/papers/passport", "B1"));
        assert!(!set(&mut document, "/papers", "B1"), "a branch is no leaf");
        assert!(!set(&mut document, "/history/career/0/post", "Chuyên viên"));
        assert_eq!(document, blank());
    }

    #[test]
    fn within_goes_by_whole_parts() {
        assert!(within(
            "/personal/birth_place/commune",
            "/personal/birth_place"
        ));
        assert!(within("/assessment", "/assessment"));
        assert!(!within("/pay/pay_history_2", "/pay/pay_history"));
        assert!(!within("/pay", "/pay/pay_history"));
        assert_eq!(
            element_id("/pay/pay_history/2/code"),
            "f-pay-pay_history-2-code"
        );
    }

    #[test]
    fn a_blank_document_is_blank() {
        let mut document = blank();
        assert!(is_blank(&document));
        set(&mut document, "/personal/home_town/province", "Hà Nội");
        assert!(!is_blank(&document));
    }
}
