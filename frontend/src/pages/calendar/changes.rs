//! Deadlines that were counted anew; shorter ones wait here.

use congvu_openapi::calendar::{DueChange, DueChangePage};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::confirm::ConfirmDialog;
use super::{days, words};
use crate::api;
use crate::api::client::query;
use crate::components::{
    Badge, Breadcrumbs, Button, EmptyState, IconName, PageHeader, Remote, RemoteView, focus_heading,
};
use crate::format;
use crate::i18n::{calendar as w, common, pick, t, tf, tr};
use crate::pages::tasks::kind;

/// `/calendar/changes`, with `all` and `cursor` in the address.
#[component]
pub fn DueChangesPage() -> impl IntoView {
    let asked = use_query_map();
    let every = Memo::new(move |_| {
        asked
            .with(|q| q.get("all"))
            .is_some_and(|all| all == "true")
    });
    let cursor = Memo::new(move |_| asked.with(|q| q.get("cursor")).unwrap_or_default());
    let page = Remote::new(move || {
        let (every, cursor) = (every.get(), cursor.get());
        async move { api::calendar::due_changes(!every, &cursor).await }
    });
    let confirming = RwSignal::new(Vec::<DueChange>::new());
    let trail = Signal::derive(|| vec![("/calendar".to_owned(), t(w::TITLE).to_owned())]);
    view! {
        <div class="stack">
            <Breadcrumbs trail=trail here=tr(w::CHANGES_TITLE)/>
            <PageHeader title=tr(w::CHANGES_TITLE)>
                <Which every=every/>
            </PageHeader>
            <p class="muted">{move || t(w::CHANGES_INTRO)}</p>
            <RemoteView
                remote=page
                lines=8
                view=move |page| {
                    view! { <Changes page=page every=every cursor=cursor confirming=confirming/> }
                }
            />
            <ConfirmDialog
                confirming=confirming
                on_done=move || {
                    page.reload();
                    focus_heading();
                }
            />
        </div>
    }
}

fn address(every: bool, cursor: &str) -> String {
    let every = if every { "true" } else { "" };
    format!(
        "/calendar/changes{}",
        query(&[("all", every), ("cursor", cursor)])
    )
}

#[component]
fn Which(every: Memo<bool>) -> impl IntoView {
    let link = move |all: bool| {
        let text = if all { w::EVERY } else { w::WAITING };
        view! {
            <a
                href=address(all, "")
                class="segment"
                aria-current=move || (every.get() == all).then_some("true")
            >
                {move || t(text)}
            </a>
        }
    };
    view! {
        <nav class="segments" aria-label=move || t(w::WHICH)>
            {link(false)}
            {link(true)}
        </nav>
    }
}

#[component]
fn Changes(
    page: DueChangePage,
    every: Memo<bool>,
    cursor: Memo<String>,
    confirming: RwSignal<Vec<DueChange>>,
) -> impl IntoView {
    let all = every.get_untracked();
    if page.items.is_empty() {
        let (title, text) = if all {
            (w::NO_CHANGES_TITLE, w::NO_CHANGES_TEXT)
        } else {
            (w::NONE_WAIT_TITLE, w::NONE_WAIT_TEXT)
        };
        return view! { <EmptyState title=tr(title) text=tr(text) icon=IconName::Success/> }
            .into_any();
    }
    let next = page.next.as_deref().map(|next| address(all, next));
    let first = (!cursor.get_untracked().is_empty()).then(|| address(all, ""));
    let waiting: Vec<DueChange> = page
        .items
        .iter()
        .filter(|c| c.may_confirm)
        .cloned()
        .collect();
    let several = (waiting.len() > 1).then(|| {
        let label = tf(w::CONFIRM_PAGE, &[&waiting.len().to_string()]);
        view! {
            <div class="actions">
                <Button on_click=move || confirming.set(waiting.clone())>{label}</Button>
            </div>
        }
    });
    view! {
        {several}
        <div class="table-frame table-frame--cards">
            <table class="table due-changes">
                <caption class="visually-hidden">{t(w::CHANGES_TABLE)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::WORK)}</th>
                        <th scope="col">{t(w::OLD_DUE)}</th>
                        <th scope="col">{t(w::NEW_DUE)}</th>
                        <th scope="col">{t(w::REASON)}</th>
                        <th scope="col">{t(w::OUTCOME)}</th>
                    </tr>
                </thead>
                <tbody>
                    {page
                        .items
                        .into_iter()
                        .map(|change| view! { <Row change=change confirming=confirming/> })
                        .collect_view()}
                </tbody>
            </table>
        </div>
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

#[component]
fn Row(change: DueChange, confirming: RwSignal<Vec<DueChange>>) -> impl IntoView {
    let (tone, icon, word) = words::outcome(change.outcome);
    let work = t(kind::text(change.kind));
    let role = words::role(&change.role, &change.role_en);
    let chosen = change.clone();
    let label = tf(
        w::CONFIRM_ONE,
        &[&format::date(&change.new_due), work, &change.unit_name],
    );
    let by = tf(w::BY_AT, &[&change.by_name, &format::date_time(&change.at)]);
    view! {
        <tr>
            <th scope="row">
                {work}
                <span class="tasks__unit">{role}</span>
                <span class="tasks__unit">{change.unit_name}</span>
            </th>
            <td data-label=t(w::OLD_DUE)>{days::full(&change.old_due)}</td>
            <td data-label=t(w::NEW_DUE)>
                <strong>{days::full(&change.new_due)}</strong>
            </td>
            <td>
                {pick(&change.reason, &change.reason_en)} <span class="tasks__unit">{by}</span>
            </td>
            <td>
                <div class="calendar__state">
                    <Badge kind=tone icon=icon>{t(word)}</Badge>
                    {change
                        .may_confirm
                        .then(|| {
                            view! {
                                <Button
                                    label=Signal::stored(label)
                                    on_click=move || confirming.set(vec![chosen.clone()])
                                >
                                    {t(w::CONFIRM)}
                                </Button>
                            }
                        })}
                </div>
            </td>
        </tr>
    }
}
