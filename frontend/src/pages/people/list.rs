//! The list of people.

use congvu_openapi::people::{PersonPage, PersonSummary};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use super::filters::Filters;
use super::state::StateBadge;
use crate::api;
use crate::api::people::Search;
use crate::components::{EmptyState, Icon, IconName, PageHeader, Remote, RemoteView};
use crate::format;
use crate::i18n::{common, people, t, tf, tr};
use crate::state::deployment::kind_title;
use crate::state::session::may;

const PAGE: u16 = 30;

/// `/people`, with the filters and the cursor in the address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let query = use_query_map();
    let get = move |name: &str| query.with(|q| q.get(name)).unwrap_or_default();
    let search = Memo::new(move |_| Search {
        q: get("q"),
        unit: get("unit"),
        kind: get("kind"),
        state: get("state"),
    });
    let cursor = Memo::new(move |_| get("cursor"));
    let page = Remote::new(move || {
        let (search, cursor) = (search.get(), cursor.get());
        async move { api::people::list(&search, &cursor, PAGE).await }
    });
    let count = Remote::new(move || {
        let search = search.get();
        async move { api::people::count(&search).await }
    });
    view! {
        <div class="stack">
            <PageHeader title=tr(people::TITLE)>
                <Show when=move || may("enter_profiles")>
                    <A href="/people/new" attr:class="button button--primary">
                        <Icon name=IconName::Plus/>
                        {move || t(people::REGISTER)}
                    </A>
                </Show>
            </PageHeader>
            <Filters search=search/>
            <p class="muted" role="status">
                {move || count.get().map(|n| tf(people::COUNT, &[&format::integer(n)]))}
            </p>
            <RemoteView
                remote=page
                lines=10
                view=move |page| view! { <People page=page search=search cursor=cursor/> }
            />
        </div>
    }
}

#[component]
fn People(page: PersonPage, search: Memo<Search>, cursor: Memo<String>) -> impl IntoView {
    if page.items.is_empty() {
        return view! {
            <EmptyState title=tr(people::EMPTY_TITLE) text=tr(people::EMPTY_TEXT) icon=IconName::Search>
                <A href="/people" attr:class="button">
                    {t(people::CLEAR_FILTERS)}
                </A>
            </EmptyState>
        }
        .into_any();
    }
    let address =
        move |cursor: &str| search.with_untracked(|s| format!("/people{}", s.query(cursor, "")));
    let next = page.next.as_deref().map(address);
    let first = (!cursor.get_untracked().is_empty()).then(|| address(""));
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table table--names">
                <caption class="visually-hidden">{t(people::TABLE)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(people::COLUMN_NAME)}</th>
                        <th scope="col">{t(people::COLUMN_BIRTH)}</th>
                        <th scope="col">{t(people::COLUMN_POST)}</th>
                        <th scope="col">{t(common::UNIT)}</th>
                        <th scope="col">{t(people::KIND)}</th>
                        <th scope="col">{t(people::STATE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {page.items.into_iter().map(|person| view! { <Row person=person/> }).collect_view()}
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
fn Row(person: PersonSummary) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">
                <A href=format!("/people/{}", person.id)>{person.full_name}</A>
            </th>
            <td data-label=t(people::COLUMN_BIRTH)>{format::or_dash(&format::date(&person.birth_date))}</td>
            <td data-label=t(people::COLUMN_POST)>{format::or_dash(&person.post)}</td>
            <td data-label=t(common::UNIT)>{person.unit_name}</td>
            <td data-label=t(people::KIND)>{kind_title(&person.kind)}</td>
            <td>
                <StateBadge state=person.state/>
            </td>
        </tr>
    }
}
