//! The bell: how many notifications have not been read.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::components::{Icon, IconName};
use crate::i18n::{notifications, tf};
use crate::state::notifications::{reload_unread, use_unread};

/// Between two questions while the page is in sight: reminders come once a day, so this is soon enough.
const EVERY: Duration = Duration::from_secs(120);
/// More are not counted in the little space there is.
const MOST: i64 = 99;

/// Leads to the notifications; the number is asked for on each page change, now and then while the
/// page is in sight, and when it comes back into sight.
#[component]
pub(super) fn Bell() -> impl IntoView {
    let unread = use_unread();
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        reload_unread();
    });
    let timer = set_interval_with_handle(reload_in_sight, EVERY).ok();
    let seen = window_event_listener_untyped("visibilitychange", |_| reload_in_sight());
    on_cleanup(move || {
        if let Some(timer) = timer {
            timer.clear();
        }
        seen.remove();
    });
    let number = move || unread.get().unwrap_or_default();
    let name = move || tf(notifications::BELL, &[&number().to_string()]);
    view! {
        <A
            href="/notifications"
            attr:class="button button--quiet bell"
            attr:aria-label=name
            attr:title=name
        >
            <Icon name=IconName::Bell/>
            <Show when=move || { number() > 0 }>
                <span class="bell__count" aria-hidden="true">
                    {move || {
                        let n = number();
                        if n > MOST { format!("{MOST}+") } else { n.to_string() }
                    }}
                </span>
            </Show>
        </A>
    }
}

fn reload_in_sight() {
    if !document().hidden() {
        reload_unread();
    }
}
