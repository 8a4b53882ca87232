//! Where the focus goes after something that was asked for could not be done.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to the first field that is marked wrong, once the marks are on the page.
pub fn focus_first_error() {
    request_animation_frame(|| {
        let field = document()
            .query_selector("[aria-invalid=\"true\"]")
            .ok()
            .flatten()
            .and_then(|field| field.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(field) = field {
            // A field that cannot take the focus leaves it where it was.
            let _ = field.focus();
        }
    });
}
