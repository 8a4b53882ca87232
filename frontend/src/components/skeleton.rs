//! What stands in for content that is on its way.

use leptos::prelude::*;

use crate::i18n::{common, t};

/// Grey lines that appear after 300 ms, so that a quick answer does not flicker.
#[component]
pub fn Skeleton(#[prop(default = 4)] lines: usize) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="visually-hidden">{move || t(common::LOADING)}</span>
            {(0..lines).map(|_| view! { <span class="skeleton__line" aria-hidden="true"></span> }).collect_view()}
        </div>
    }
}
