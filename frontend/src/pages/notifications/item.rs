//! A notification.

use congvu_openapi::notifications::Notification;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kind;
use crate::api;
use crate::components::{AlertKind, Badge, Button, ButtonKind};
use crate::format;
use crate::i18n::{notifications, pick, t, tf};
use crate::state::notifications::set_unread;
use crate::state::toasts::toast;

/// Its words lead to what it is about; following them marks it as read.
#[component]
pub(super) fn Item(item: Notification) -> impl IntoView {
    let (tone, icon, word) = kind::shown(&item.kind);
    let text = pick(&item.text, &item.text_en);
    let at = format::date_time(&item.at);
    let time = at.split(' ').nth(1).unwrap_or_default().to_owned();
    let unread = RwSignal::new(item.read_at.is_none());
    let link = NodeRef::<leptos::html::A>::new();
    let id = StoredValue::new(item.id);
    let mark = move |failed: fn(String)| {
        if !unread.get_untracked() {
            return;
        }
        let id = id.get_value();
        spawn_local(async move {
            match api::notifications::read(&id).await {
                Ok(left) => {
                    unread.try_set(false);
                    set_unread(left);
                }
                Err(error) => failed(error.message()),
            }
        });
    };
    let mark_here = move || {
        // The button goes away, and the focus with it.
        if let Some(link) = link.get_untracked() {
            let _ = link.focus();
        }
        mark(|message| toast(AlertKind::Error, message));
    };
    let label = tf(notifications::READ_ONE_LABEL, &[&text]);
    let label = StoredValue::new(label);
    view! {
        <li class="notice" class:notice--unread=move || unread.get()>
            <div class="notice__head">
                <Badge kind=tone icon=icon>{t(word)}</Badge>
                <Show when=move || unread.get()>
                    <span class="notice__new">{t(notifications::NEW)}</span>
                </Show>
                <time class="muted" datetime=item.at>{time}</time>
            </div>
            <a
                class="notice__text"
                href=item.link
                node_ref=link
                // It is read by being followed; where that cannot be kept it stays unread, no more.
                on:click=move |_| mark(|_| ())
            >
                {text}
            </a>
            <Show when=move || unread.get()>
                <Button
                    kind=ButtonKind::Quiet
                    label=Signal::stored(label.get_value())
                    on_click=mark_here
                >
                    {t(notifications::READ_ONE)}
                </Button>
            </Show>
        </li>
    }
}
