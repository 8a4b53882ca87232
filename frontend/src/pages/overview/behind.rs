//! What stands behind a figure: tasks by deadline, or people by given name.

use congvu_openapi::overview::OverviewPage as Page;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::address::{Filter, behind, behind_href};
use super::entries::{PeopleTable, TaskTable};
use super::narrowed::{Narrow, Narrowed};
use super::words;
use crate::api;
use crate::api::overview::Behind;
use crate::components::{Breadcrumbs, EmptyState, IconName, PageHeader, Remote, RemoteView};
use crate::format;
use crate::i18n::{common, overview as w, t, tf, tr};
use crate::state::session::may;

/// `/overview/tasks`, with what is asked for in the address.
#[component]
pub fn OverviewTasksPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(behind));
    let cursor = Memo::new(move |_| query.with(|q| q.get("cursor")).unwrap_or_default());
    let page = Remote::new(move || {
        let (asked, cursor) = (asked.get(), cursor.get());
        async move { api::overview::behind(&asked, &cursor).await }
    });
    let title = Signal::derive(move || {
        let title = asked.with(|asked| words::state_title(&asked.state));
        t(title).to_owned()
    });
    let trail = Signal::derive(move || {
        let up = Filter {
            unit: asked.with(|asked| asked.unit.clone()),
            ..Filter::default()
        };
        vec![(up.href(), t(w::TITLE).to_owned())]
    });
    view! {
        <div class="stack">
            <Breadcrumbs trail=trail here=title/>
            <PageHeader title=title/>
            <Show when=move || may("read_people")>
                <Narrow asked=asked/>
            </Show>
            <Narrowed asked=asked page=page/>
            <RemoteView
                remote=page
                lines=8
                view=move |page| view! { <Found page=page asked=asked cursor=cursor/> }
            />
        </div>
    }
}

#[component]
fn Found(page: Page, asked: Memo<Behind>, cursor: Memo<String>) -> impl IntoView {
    let asked = asked.get_untracked();
    let tasks = words::is_tasks(&asked.state);
    if page.items.is_empty() {
        let (title, text, icon) = if asked.state == "late" {
            (
                w::BEHIND_NONE_LATE_TITLE,
                w::BEHIND_NONE_LATE_TEXT,
                IconName::Success,
            )
        } else {
            (
                w::BEHIND_EMPTY_TITLE,
                w::BEHIND_EMPTY_TEXT,
                IconName::Search,
            )
        };
        return view! { <EmptyState title=tr(title) text=tr(text) icon=icon/> }.into_any();
    }
    let total = format::integer(page.total);
    let total = if tasks {
        tf(w::TASKS_TOTAL, &[&total])
    } else {
        tf(w::PEOPLE_TOTAL, &[&total])
    };
    let next = page.next.as_deref().map(|next| behind_href(&asked, next));
    let first = (!cursor.get_untracked().is_empty()).then(|| behind_href(&asked, ""));
    let caption = words::state_title(&asked.state);
    view! {
        {if tasks {
            view! { <TaskTable items=page.items caption=caption/> }.into_any()
        } else {
            view! { <PeopleTable items=page.items caption=caption/> }.into_any()
        }}
        <nav class="pager" aria-label=t(common::NEXT_PAGE)>
            <span class="muted">{total}</span>
            <span class="row">
                {first
                    .map(|href| {
                        view! { <A href=href attr:class="button button--quiet">{t(common::FIRST_PAGE)}</A> }
                    })}
                {next.map(|href| view! { <A href=href attr:class="button">{t(common::NEXT_PAGE)}</A> })}
            </span>
        </nav>
    }
    .into_any()
}
