//! One's deadlines in one's own calendar program.

mod address;
mod change;

use leptos::prelude::*;
use leptos::task::spawn_local;

use self::address::Address;
use self::change::{Change, ChangeDialog};
use crate::api;
use crate::components::{AlertKind, Button, ButtonKind, Remote, RemoteView, focus_on};
use crate::i18n::{notifications as w, t};
use crate::state::toasts::toast;

#[component]
pub(super) fn Feed() -> impl IntoView {
    let kept = Remote::new(|| async { Ok(api::notifications::feed().await?.value) });
    // The only copy of a new address, until the page is left.
    let fresh = RwSignal::new(None::<String>);
    let changing = RwSignal::new(None::<Change>);
    let busy = RwSignal::new(false);
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            match api::notifications::make_feed().await {
                Ok(feed) => {
                    fresh.try_set(feed.address);
                    kept.reload();
                    focus_on("#feed-address");
                }
                Err(error) => toast(AlertKind::Error, error.message()),
            }
            busy.try_set(false);
        });
    };
    let changed = move |address: Option<String>| {
        if address.is_none() {
            toast(AlertKind::Success, t(w::FEED_ENDED));
            focus_on("#feed-title");
        } else {
            focus_on("#feed-address");
        }
        fresh.set(address);
        kept.reload();
    };
    view! {
        <section class="card stack" aria-labelledby="feed-title">
            <h2 id="feed-title" tabindex="-1">{move || t(w::FEED_TITLE)}</h2>
            <p>{move || t(w::FEED_INTRO)}</p>
            {move || fresh.get().map(|address| view! { <Address address=address/> })}
            <RemoteView
                remote=kept
                lines=2
                view=move |feed| {
                    if feed.active {
                        view! { <Active fresh=fresh changing=changing/> }.into_any()
                    } else {
                        view! {
                            <p class="muted">{t(w::FEED_NONE)}</p>
                            <div class="actions">
                                <Button kind=ButtonKind::Primary busy=busy on_click=make>
                                    {t(w::FEED_MAKE)}
                                </Button>
                            </div>
                        }
                            .into_any()
                    }
                }
            />
            <ChangeDialog changing=changing on_done=changed/>
        </section>
    }
}

#[component]
fn Active(fresh: RwSignal<Option<String>>, changing: RwSignal<Option<Change>>) -> impl IntoView {
    view! {
        <Show when=move || fresh.with(Option::is_none)>
            <p>{t(w::FEED_ACTIVE)}</p>
        </Show>
        <div class="actions">
            <Button kind=ButtonKind::Danger on_click=move || changing.set(Some(Change::End))>
                {t(w::FEED_END)}
            </Button>
            <Button on_click=move || changing.set(Some(Change::Renew))>{t(w::FEED_RENEW)}</Button>
        </div>
    }
}
