//! The list of accounts.

use congvu_openapi::accounts::{Account, AccountPage, AccountStatus};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};

use super::awaiting::Awaiting;
use super::issue::IssueDialog;
use super::manage::ManageDialog;
use crate::api;
use crate::api::client::query;
use crate::components::{
    AlertKind, Badge, Button, EmptyState, IconName, PageHeader, Remote, RemoteView, TextField,
};
use crate::format;
use crate::i18n::{accounts, common, pick, t, tf, tr};

/// `/accounts`, with `q` and `cursor`; with `person` to issue that person's account.
#[component]
pub fn AccountsPage() -> impl IntoView {
    let params = use_query_map();
    let get = move |name: &str| params.with(|p| p.get(name)).unwrap_or_default();
    let q = Memo::new(move |_| get("q"));
    let cursor = Memo::new(move |_| get("cursor"));
    let person = Memo::new(move |_| get("person"));
    let page = Remote::new(move || {
        let (q, cursor) = (q.get(), cursor.get());
        async move {
            if q.is_empty() {
                api::accounts::list(&cursor).await
            } else {
                api::accounts::search(&q).await
            }
        }
    });
    let managed = RwSignal::new(None::<Account>);
    view! {
        <div class="stack">
            <PageHeader title=tr(accounts::TITLE)/>
            <Awaiting/>
            <Search q=q/>
            <RemoteView
                remote=page
                lines=8
                view=move |page| view! { <Accounts page=page cursor=cursor managed=managed/> }
            />
            <ManageDialog managed=managed on_changed=move || page.reload()/>
            <IssueDialog person=person on_done=move || page.reload()/>
        </div>
    }
}

#[component]
fn Search(q: Memo<String>) -> impl IntoView {
    let words = RwSignal::new(String::new());
    Effect::new(move |_| words.set(q.get()));
    let navigate = use_navigate();
    view! {
        <form
            class="filters filters--short"
            role="search"
            aria-label=move || t(accounts::SEARCH_LABEL)
            on:submit=move |ev| {
                ev.prevent_default();
                let path = format!("/accounts{}", query(&[("q", words.get_untracked().trim())]));
                navigate(&path, NavigateOptions::default());
            }
        >
            <TextField
                id="accounts-q"
                label=tr(accounts::SEARCH_LABEL)
                value=words
                r#type="search"
            />
            <Button r#type="submit" icon=IconName::Search>
                {move || t(common::SEARCH)}
            </Button>
        </form>
    }
}

#[component]
fn Accounts(
    page: AccountPage,
    cursor: Memo<String>,
    managed: RwSignal<Option<Account>>,
) -> impl IntoView {
    if page.items.is_empty() {
        return view! {
            <EmptyState
                title=tr(accounts::EMPTY_TITLE)
                text=tr(accounts::EMPTY_TEXT)
                icon=IconName::Account
            />
        }
        .into_any();
    }
    let address = |cursor: &str| format!("/accounts{}", query(&[("cursor", cursor)]));
    let next = page.next.as_deref().map(address);
    let first = (!cursor.get_untracked().is_empty()).then(|| address(""));
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table table--names">
                <caption class="visually-hidden">{t(accounts::TABLE)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(accounts::COLUMN_NAME)}</th>
                        <th scope="col">{t(accounts::COLUMN_USERNAME)}</th>
                        <th scope="col">{t(common::UNIT)}</th>
                        <th scope="col">{t(accounts::COLUMN_ROLES)}</th>
                        <th scope="col">{t(common::STATUS)}</th>
                        <th scope="col">
                            <span class="visually-hidden">{t(accounts::MANAGE)}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    {page
                        .items
                        .into_iter()
                        .map(|account| view! { <Row account=account managed=managed/> })
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
fn Row(account: Account, managed: RwSignal<Option<Account>>) -> impl IntoView {
    let roles: Vec<String> = account
        .roles
        .iter()
        .map(|role| pick(&role.title, &role.title_en))
        .collect();
    let manage = tf(accounts::MANAGE_ONE, &[&account.name]);
    let shown = account.clone();
    view! {
        <tr>
            <th scope="row">{shown.name}</th>
            <td data-label=t(accounts::COLUMN_USERNAME)>{shown.username}</td>
            <td data-label=t(common::UNIT)>{shown.unit_name}</td>
            <td data-label=t(accounts::COLUMN_ROLES)>{format::or_dash(&roles.join(", "))}</td>
            <td>
                <StatusBadge status=account.status/>
            </td>
            <td class="table__actions">
                <Button
                    label=Signal::stored(manage)
                    on_click=move || managed.set(Some(account.clone()))
                >
                    {t(accounts::MANAGE)}
                </Button>
            </td>
        </tr>
    }
}

#[component]
pub(super) fn StatusBadge(status: AccountStatus) -> impl IntoView {
    match status {
        AccountStatus::Active => view! {
            <Badge kind=AlertKind::Success icon=IconName::Success>
                {t(accounts::ACTIVE)}
            </Badge>
        },
        AccountStatus::Suspended => view! {
            <Badge kind=AlertKind::Warning icon=IconName::Lock>
                {t(accounts::SUSPENDED)}
            </Badge>
        },
    }
}
