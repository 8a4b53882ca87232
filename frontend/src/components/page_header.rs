//! The heading of a page.

use leptos::prelude::*;

use crate::state::use_deployment_title;

/// The `h1`, which takes the focus on each page change, sets the document's title, and has the page's actions beside it.
#[component]
pub fn PageHeader(
    #[prop(into)] title: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H1>::new();
    Effect::new(move |_| {
        let system = use_deployment_title();
        document().set_title(&format!("{} – {system}", title.get()));
    });
    Effect::new(move |focused: Option<bool>| {
        let Some(heading) = heading.get() else {
            return false;
        };
        if focused != Some(true) {
            request_animation_frame(move || {
                // A heading that cannot take the focus leaves it where it was.
                let _ = heading.focus();
            });
        }
        true
    });
    view! {
        <header class="page-header">
            <h1 tabindex="-1" node_ref=heading>{move || title.get()}</h1>
            {children.map(|children| view! { <div class="page-header__actions">{children()}</div> })}
        </header>
    }
}
