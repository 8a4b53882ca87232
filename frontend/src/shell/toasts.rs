//! The messages in the corner.

use leptos::prelude::*;

use crate::components::{AlertKind, Icon, IconName};
use crate::i18n::{common, shell, t};
use crate::state::toasts::{dismiss, use_toasts};

/// The messages; each is announced when it appears.
#[component]
pub fn Toasts() -> impl IntoView {
    let toasts = use_toasts();
    view! {
        <section class="toasts" aria-label=move || t(shell::MESSAGES) aria-live="polite">
            <For each=move || toasts.get() key=|toast| toast.id let:toast>
                <div
                    class=format!("toast toast--{}", toast.kind.name())
                    role=(toast.kind == AlertKind::Error).then_some("alert")
                >
                    <Icon name=toast.kind.icon()/>
                    <p class="toast__text">{toast.text}</p>
                    <button
                        type="button"
                        class="toast__close"
                        aria-label=move || t(common::CLOSE)
                        on:click=move |_| dismiss(toast.id)
                    >
                        <Icon name=IconName::Close/>
                    </button>
                </div>
            </For>
        </section>
    }
}
