//! Where the page stands.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::i18n::{shell, t};

/// The way to this page: address and name of each page above it, then the name of this one.
#[component]
pub fn Breadcrumbs(
    #[prop(into)] trail: Signal<Vec<(String, String)>>,
    #[prop(into)] here: Signal<String>,
) -> impl IntoView {
    view! {
        <nav class="breadcrumbs" aria-label=move || t(shell::BREADCRUMBS)>
            <ol>
                {move || {
                    trail
                        .get()
                        .into_iter()
                        .map(|(href, name)| view! { <li><A href=href>{name}</A></li> })
                        .collect_view()
                }}
                <li aria-current="page">{move || here.get()}</li>
            </ol>
        </nav>
    }
}
