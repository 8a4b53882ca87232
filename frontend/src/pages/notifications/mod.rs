//! What the app tells somebody by itself, by day.

mod days;
mod item;
mod kind;

use congvu_openapi::notifications::NotificationPage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use self::days::Days;
use crate::api;
use crate::api::client::query;
use crate::components::{
    AlertKind, Button, EmptyState, Icon, IconName, PageHeader, Remote, RemoteView, focus_heading,
};
use crate::format;
use crate::i18n::{common, notifications, t, tf, tr};
use crate::state::notifications::{set_unread, use_unread};
use crate::state::toasts::toast;

/// `/notifications`, with `unread` and `cursor` in the address.
#[component]
pub fn NotificationsPage() -> impl IntoView {
    let asked = use_query_map();
    let unread = Memo::new(move |_| asked.with(|q| q.get("unread")).is_some_and(|u| u == "true"));
    let cursor = Memo::new(move |_| asked.with(|q| q.get("cursor")).unwrap_or_default());
    let page = Remote::new(move || {
        let (unread, cursor) = (unread.get(), cursor.get());
        async move {
            let page = api::notifications::list(unread, &cursor).await?;
            set_unread(page.unread);
            Ok(page)
        }
    });
    // All up to the newest shown, so that what came meanwhile stays unread.
    let newest = move || {
        let on_first = cursor.with(String::is_empty);
        let newest = page
            .get()
            .and_then(|p| p.items.first().map(|n| n.id.clone()));
        newest.filter(|_| on_first && use_unread().get().is_some_and(|n| n > 0))
    };
    let busy = RwSignal::new(false);
    let read_all = move || {
        let Some(id) = newest() else { return };
        busy.set(true);
        spawn_local(async move {
            match api::notifications::read_up_to(&id).await {
                Ok(left) => {
                    set_unread(left);
                    page.reload();
                    focus_heading();
                    toast(AlertKind::Success, t(notifications::ALL_READ));
                }
                Err(error) => toast(AlertKind::Error, error.message()),
            }
            busy.try_set(false);
        });
    };
    let count = move || match use_unread().get() {
        None => String::new(),
        Some(0) => t(notifications::NONE_UNREAD).to_owned(),
        Some(n) => tf(notifications::UNREAD_COUNT, &[&format::integer(n)]),
    };
    view! {
        <div class="stack page--narrow">
            <PageHeader title=tr(notifications::TITLE)>
                <Show when=move || newest().is_some()>
                    <Button icon=IconName::Check busy=busy on_click=read_all>
                        {move || t(notifications::READ_ALL)}
                    </Button>
                </Show>
            </PageHeader>
            <div class="row row--between">
                <Which unread=unread/>
                <p class="muted" role="status">{count}</p>
            </div>
            <RemoteView
                remote=page
                lines=8
                view=move |page| view! { <List page=page unread=unread cursor=cursor/> }
            />
            <p>
                <A href="/settings" attr:class="with-icon">
                    <Icon name=IconName::Settings/>
                    {move || t(notifications::HOW)}
                </A>
            </p>
        </div>
    }
}

fn address(unread: bool, cursor: &str) -> String {
    let unread = if unread { "true" } else { "" };
    let pairs = [("unread", unread), ("cursor", cursor)];
    format!("/notifications{}", query(&pairs))
}

#[component]
fn Which(unread: Memo<bool>) -> impl IntoView {
    let link = move |only: bool| {
        let text = if only {
            notifications::UNREAD
        } else {
            notifications::EVERY
        };
        view! {
            <a
                href=address(only, "")
                class="segment"
                aria-current=move || (unread.get() == only).then_some("true")
            >
                {move || t(text)}
            </a>
        }
    };
    view! {
        <nav class="segments" aria-label=move || t(notifications::WHICH)>
            {link(false)}
            {link(true)}
        </nav>
    }
}

#[component]
fn List(page: NotificationPage, unread: Memo<bool>, cursor: Memo<String>) -> impl IntoView {
    let only = unread.get_untracked();
    if page.items.is_empty() {
        let (title, text, icon) = if only {
            (
                notifications::EMPTY_UNREAD_TITLE,
                notifications::EMPTY_UNREAD_TEXT,
                IconName::Success,
            )
        } else {
            (
                notifications::EMPTY_TITLE,
                notifications::EMPTY_TEXT,
                IconName::Bell,
            )
        };
        return view! { <EmptyState title=tr(title) text=tr(text) icon=icon/> }.into_any();
    }
    let next = page.next.as_deref().map(|cursor| address(only, cursor));
    let first = (!cursor.get_untracked().is_empty()).then(|| address(only, ""));
    view! {
        <Days items=page.items/>
        <nav class="pager pager--end" aria-label=t(common::NEXT_PAGE)>
            {first
                .map(|href| {
                    view! { <A href=href attr:class="button button--quiet">{t(common::FIRST_PAGE)}</A> }
                })}
            {next.map(|href| view! { <A href=href attr:class="button">{t(common::NEXT_PAGE)}</A> })}
        </nav>
    }
    .into_any()
}
