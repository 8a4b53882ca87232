//! Moving the focus to an element that is only now being made.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus once the page has been drawn; an element that is not there leaves it where it is.
pub fn later(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        request_animation_frame(move || now(&id));
    });
}

/// Moves the focus to the element, or to the first control in it, and scrolls it into sight.
pub fn now(id: &str) {
    let Some(element) = document().get_element_by_id(id) else {
        return;
    };
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    if let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() {
        // What cannot take the focus has at least been scrolled to.
        let _ = element.focus();
    }
}
