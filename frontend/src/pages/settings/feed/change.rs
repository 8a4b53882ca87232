//! A new address, or none: what the old one did is over.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog};
use crate::i18n::{common, notifications as w, t};

/// What is to become of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Renew,
    End,
}

/// Open while a change is chosen; `on_done` gets the new address, or none where it was ended.
#[component]
pub(super) fn ChangeDialog(
    changing: RwSignal<Option<Change>>,
    #[prop(into)] on_done: Callback<Option<String>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(changing.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            changing.set(None);
        }
        is_open
    });
    let title = Signal::derive(move || {
        t(match changing.get() {
            Some(Change::End) => w::FEED_END,
            _ => w::FEED_RENEW,
        })
        .to_owned()
    });
    view! {
        <Dialog open=open title=title>
            {move || {
                changing.get().map(|change| view! { <Confirm change=change open=open on_done=on_done/> })
            }}
        </Dialog>
    }
}

#[component]
fn Confirm(
    change: Change,
    open: RwSignal<bool>,
    on_done: Callback<Option<String>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let (text, action, tone) = match change {
        Change::Renew => (w::FEED_RENEW_TEXT, w::FEED_RENEW, ButtonKind::Primary),
        Change::End => (w::FEED_END_TEXT, w::FEED_END, ButtonKind::Danger),
    };
    let go = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = match change {
                Change::Renew => api::notifications::make_feed()
                    .await
                    .map(|feed| feed.address),
                Change::End => api::notifications::end_feed().await.map(|()| None),
            };
            match answer {
                Ok(address) => {
                    open.try_set(false);
                    on_done.try_run(address);
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    view! {
        <p>{t(text)}</p>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button kind=tone busy=busy on_click=go>{t(action)}</Button>
        </div>
    }
}
