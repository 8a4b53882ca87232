//! Where the focus goes after something changed under it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to the first field that is marked wrong, once the marks are on the page.
pub fn focus_first_error() {
    focus_on("[aria-invalid=\"true\"]");
}

/// Moves the focus to the heading of the page: what had it goes away with what was done.
pub fn focus_heading() {
    focus_on("h1");
}

/// Moves the focus to the first element that matches a selector, once it is on the page.
pub fn focus_on(selector: &'static str) {
    request_animation_frame(move || {
        let element = document()
            .query_selector(selector)
            .ok()
            .flatten()
            .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
        if let Some(element) = element {
            // One that cannot take the focus leaves it where it was.
            let _ = element.focus();
        }
    });
}
