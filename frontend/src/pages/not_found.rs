//! An address that no page has.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::PageHeader;
use crate::i18n::{common, shell, t, tr};

/// Says so and leads back.
#[component]
pub fn NotFoundPage() -> impl IntoView {
    view! {
        <main class="shell__main stack" id="main">
            <PageHeader title=tr(common::NOT_FOUND_TITLE)/>
            <p>{move || t(common::NOT_FOUND_TEXT)}</p>
            <p>
                <A href="/" attr:class="button">
                    {move || t(shell::NOT_FOUND_BACK)}
                </A>
            </p>
        </main>
    }
}
