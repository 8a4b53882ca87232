//! A dialog: the browser's own, so that focus, Escape and what lies behind are right.

use leptos::prelude::*;

use super::icon::{Icon, IconName};
use crate::i18n::{common, t};

/// A modal dialog that shows while `open`; its content is made anew each time it opens.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// It cannot be closed with Escape or the cross: work is under way, or an answer is needed.
    #[prop(optional, into)]
    locked: Signal<bool>,
    /// Wider, for lists and evidence.
    #[prop(optional)]
    wide: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Dialog>::new();
    let title_id = format!("dialog-{}", crate::api::client::random_uuid());
    let labelled_by = title_id.clone();
    Effect::new(move |_| {
        let Some(dialog) = node.get() else { return };
        if open.get() {
            if !dialog.open() {
                // It fails only where the dialog left the page meanwhile.
                let _ = dialog.show_modal();
            }
        } else if dialog.open() {
            dialog.close();
        }
    });
    let children = StoredValue::new(children);
    view! {
        <dialog
            class=if wide { "dialog dialog--wide" } else { "dialog" }
            node_ref=node
            aria-labelledby=labelled_by
            on:close=move |_| {
                // A second Escape closes it whatever was said to the first.
                if locked.get_untracked() && open.get_untracked() {
                    if let Some(dialog) = node.get_untracked() {
                        let _ = dialog.show_modal();
                    }
                } else {
                    open.set(false);
                }
            }
            on:cancel=move |ev: web_sys::Event| {
                if locked.get_untracked() {
                    ev.prevent_default();
                }
            }
        >
            <Show when=move || open.get()>
                <header class="dialog__header">
                    <h2 class="dialog__title" id=title_id.clone()>
                        {move || title.get()}
                    </h2>
                    <Show when=move || !locked.get()>
                        <button
                            type="button"
                            class="button button--quiet button--icon"
                            aria-label=move || t(common::CLOSE)
                            on:click=move |_| open.set(false)
                        >
                            <Icon name=IconName::Close/>
                        </button>
                    </Show>
                </header>
                <div class="dialog__body">{children.with_value(|children| children())}</div>
            </Show>
        </dialog>
    }
}
