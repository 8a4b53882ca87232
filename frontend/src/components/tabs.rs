//! Tabs, after the ARIA pattern: arrow keys move, one tab stop.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A tab.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tab {
    /// Key of the tab, the value of `selected`.
    pub key: String,
    /// Its name.
    pub title: String,
    /// A number beside the name.
    pub count: Option<i64>,
}

impl Tab {
    /// A tab without a number.
    #[must_use]
    pub fn new(key: impl Into<String>, title: impl Into<String>) -> Self {
        Self {
            key: key.into(),
            title: title.into(),
            count: None,
        }
    }
}

/// The row of tabs; the panel below has the id `panel_id` and `role="tabpanel"`.
#[component]
pub fn Tabs(
    #[prop(into)] tabs: Signal<Vec<Tab>>,
    #[prop(into)] selected: Signal<String>,
    #[prop(into)] on_select: Callback<String>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] panel_id: String,
) -> impl IntoView {
    let list = NodeRef::<leptos::html::Div>::new();
    let step = move |by: isize| {
        let all = tabs.get_untracked();
        let now = selected.get_untracked();
        let here = all.iter().position(|tab| tab.key == now).unwrap_or(0);
        let Some(next) = here
            .checked_add_signed(by)
            .filter(|n| *n < all.len())
            .or(Some(if by > 0 {
                0
            } else {
                all.len().saturating_sub(1)
            }))
        else {
            return;
        };
        if let Some(tab) = all.get(next) {
            on_select.run(tab.key.clone());
            focus_child(list, next);
        }
    };
    view! {
        <div
            class="tabs"
            role="tablist"
            aria-label=move || label.get()
            node_ref=list
            on:keydown=move |ev| match ev.key().as_str() {
                "ArrowRight" => step(1),
                "ArrowLeft" => step(-1),
                _ => {}
            }
        >
            {move || {
                let panel_id = panel_id.clone();
                tabs.get()
                    .into_iter()
                    .map(|tab| {
                        let key = tab.key.clone();
                        let chosen = Signal::derive(move || selected.get() == tab.key);
                        view! {
                            <button
                                type="button"
                                role="tab"
                                class="tabs__tab"
                                aria-controls=panel_id.clone()
                                aria-selected=move || if chosen.get() { "true" } else { "false" }
                                tabindex=move || if chosen.get() { "0" } else { "-1" }
                                on:click=move |_| on_select.run(key.clone())
                            >
                                {tab.title}
                                {tab.count.map(|n| view! { <span class="tabs__count">{n}</span> })}
                            </button>
                        }
                    })
                    .collect_view()
            }}
        </div>
    }
}

fn focus_child(list: NodeRef<leptos::html::Div>, index: usize) {
    let child = list
        .get_untracked()
        .and_then(|list| list.children().item(u32::try_from(index).unwrap_or(0)))
        .and_then(|child| child.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(child) = child {
        // A tab that is gone cannot take the focus.
        let _ = child.focus();
    }
}
