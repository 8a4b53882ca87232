//! Says that the network is gone while it is.

use leptos::prelude::*;

use crate::components::{Icon, IconName};
use crate::i18n::{shell, t};

#[component]
pub(super) fn OfflineBar() -> impl IntoView {
    let offline = RwSignal::new(!window().navigator().on_line());
    let gone = window_event_listener_untyped("offline", move |_| offline.set(true));
    let back = window_event_listener_untyped("online", move |_| offline.set(false));
    on_cleanup(move || {
        gone.remove();
        back.remove();
    });
    view! {
        <div role="status">
            <Show when=move || offline.get()>
                <p class="offline-bar">
                    <Icon name=IconName::Warning/>
                    {move || t(shell::OFFLINE_BAR)}
                </p>
            </Show>
        </div>
    }
}
