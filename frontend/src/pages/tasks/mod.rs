//! What is to be done, by when, and why: the first screen.

mod batch;
mod filter;
mod holder;
pub(crate) mod kind;
pub(crate) mod last;
mod narrow;
mod row;
mod selection;
mod table;

use congvu_openapi::tasks::{TaskKind, TaskPage};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::batch::BatchBar;
use self::filter::Filter;
use self::narrow::Narrow;
use self::table::TaskTable;
use crate::api;
use crate::api::tasks::Asked;
use crate::components::{
    EmptyState, IconName, PageHeader, Remote, RemoteView, Tab, Tabs, WhyDialog,
};
use crate::format;
use crate::i18n::{common, t, tasks, tf, tr};
use crate::state::session::may;

const PAGE: u16 = 20;
/// The most tasks that one call gives.
const MOST: u16 = 100;
const PANEL: &str = "task-panel";

/// `/`, with `scope`, `kind`, `overdue`, `assigned` and `cursor` in the address.
#[component]
pub fn TasksPage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(Filter::from_query));
    let page = Remote::new(move || {
        let f = filter.get();
        last::remember(&f);
        async move { api::tasks::list(f.asked()).await }
    });
    let why = RwSignal::new(None::<String>);
    // Counts what was signed here, after which the figures are others.
    let done = RwSignal::new(0_u32);
    let selected = RwSignal::new(Vec::<String>::new());
    Effect::new(move |_| {
        filter.track();
        selected.set(Vec::new());
    });
    let title = Signal::derive(move || {
        let text = if filter.with(|f| f.unit) {
            tasks::URGE_TITLE
        } else {
            tasks::TITLE
        };
        t(text).to_owned()
    });
    view! {
        <div class="stack">
            <PageHeader title=title>
                <Show when=move || may("read_people")>
                    <ScopeSwitch filter=filter/>
                </Show>
            </PageHeader>
            <Show when=move || filter.with(|f| f.unit)>
                <p class="muted">{move || t(tasks::URGE_TEXT)}</p>
            </Show>
            <KindTabs filter=filter done=done/>
            <div id=PANEL role="tabpanel" aria-label=move || t(tasks::KINDS) class="stack">
                <Narrow filter=filter/>
                <RemoteView
                    remote=page
                    lines=8
                    view=move |page| view! { <Tasks page=page filter=filter selected=selected why=why/> }
                />
            </div>
            <WhyDialog task=why/>
            <BatchBar
                selected=selected
                tasks=Signal::derive(move || page.get().map(|p| p.items).unwrap_or_default())
                on_done=move || {
                    page.reload();
                    done.update(|n| *n = n.wrapping_add(1));
                }
            />
        </div>
    }
}

#[component]
fn ScopeSwitch(filter: Memo<Filter>) -> impl IntoView {
    let link = move |unit: bool| {
        let current = move || filter.with(|f| f.unit == unit);
        let text = if unit {
            tasks::URGE_TITLE
        } else {
            tasks::TITLE
        };
        view! {
            <a
                href=Filter { unit, ..Filter::default() }.href()
                class="segment"
                aria-current=move || current().then_some("true")
            >
                {move || t(text)}
            </a>
        }
    };
    view! {
        <nav class="segments" aria-label=move || t(tasks::SCOPE)>
            {link(false)}
            {link(true)}
        </nav>
    }
}

/// A tab for each kind that there is something of.
#[component]
fn KindTabs(filter: Memo<Filter>, done: RwSignal<u32>) -> impl IntoView {
    let navigate = use_navigate();
    let scope = Memo::new(move |_| filter.with(|f| f.unit));
    let all = Remote::new(move || {
        done.track();
        let scope = Filter {
            unit: scope.get(),
            ..Filter::default()
        };
        async move {
            let asked = Asked {
                scope: scope.scope(),
                limit: MOST,
                ..Asked::default()
            };
            api::tasks::list(asked).await
        }
    });
    let tabs = Signal::derive(move || {
        let page = all.get();
        let chosen = filter.with(|f| f.kind.clone());
        let count = |kind: TaskKind| {
            page.as_ref().map_or(0, |page| {
                page.items.iter().filter(|task| task.kind == kind).count()
            })
        };
        let mut tabs = vec![Tab {
            key: String::new(),
            title: t(tasks::ALL_KINDS).to_owned(),
            count: page.as_ref().map(|page| page.total),
        }];
        // Beyond one page the numbers of each kind would be wrong.
        let complete = page.as_ref().is_some_and(|page| page.next.is_none());
        tabs.extend(kind::ALL.into_iter().filter_map(|kind| {
            let n = count(kind);
            let key = kind::key(kind);
            (n > 0 || key == chosen).then(|| Tab {
                key: key.to_owned(),
                title: t(kind::text(kind)).to_owned(),
                count: complete.then_some(i64::try_from(n).unwrap_or_default()),
            })
        }));
        tabs
    });
    let selected = Signal::derive(move || filter.with(|f| f.kind.clone()));
    let select = move |kind: String| {
        let next = Filter {
            kind,
            cursor: String::new(),
            ..filter.get_untracked()
        };
        navigate(
            &next.href(),
            leptos_router::NavigateOptions {
                scroll: false,
                ..Default::default()
            },
        );
    };
    view! {
        <Tabs tabs=tabs selected=selected on_select=select label=tr(tasks::KINDS) panel_id=PANEL/>
    }
}

#[component]
fn Tasks(
    page: TaskPage,
    filter: Memo<Filter>,
    selected: RwSignal<Vec<String>>,
    why: RwSignal<Option<String>>,
) -> impl IntoView {
    if page.items.is_empty() {
        let (title, text, icon) = match filter.get_untracked() {
            f if f.overdue => (
                tasks::NOTHING_OVERDUE_TITLE,
                tasks::NOTHING_OVERDUE_TEXT,
                IconName::Success,
            ),
            f if f.narrows() => (
                tasks::EMPTY_FILTER_TITLE,
                tasks::EMPTY_FILTER_TEXT,
                IconName::Search,
            ),
            _ => (tasks::EMPTY_TITLE, tasks::EMPTY_TEXT, IconName::Success),
        };
        return view! { <EmptyState title=tr(title) text=tr(text) icon=icon/> }.into_any();
    }
    let now = filter.get_untracked();
    let next = page.next.clone().map(|cursor| {
        Filter {
            cursor,
            ..now.clone()
        }
        .href()
    });
    let first = (!now.cursor.is_empty()).then(|| now.first_page().href());
    let total = tf(tasks::TOTAL, &[&format::integer(page.total)]);
    view! {
        <TaskTable tasks=page.items unit=now.unit selected=selected why=why/>
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
