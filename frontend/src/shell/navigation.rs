//! The ways through the app: a rail on a laptop, a bottom bar on a phone.

use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::components::{Dialog, Icon, IconName};
use crate::i18n::{Text, shell, t, tr};
use crate::state::session::{may, use_session};

/// Entries of the bottom bar before "Thêm".
const IN_BAR: usize = 4;

#[derive(Clone, Copy)]
struct Entry {
    href: &'static str,
    name: Text,
    icon: IconName,
}

/// What this account can use, most used first.
fn entries() -> Vec<Entry> {
    let has_profile = use_session().with(|s| s.as_ref().is_some_and(|s| s.me.person_id.is_some()));
    let all = [
        (true, "/", shell::TASKS, IconName::Inbox),
        (has_profile, "/me", shell::PROFILE, IconName::Person),
        (
            may("read_people"),
            "/people",
            shell::PEOPLE,
            IconName::People,
        ),
        (
            may("issue_accounts"),
            "/accounts",
            shell::ACCOUNTS,
            IconName::Account,
        ),
        (
            may("read_people"),
            "/overview",
            shell::OVERVIEW,
            IconName::Chart,
        ),
        (true, "/keys", shell::KEYS, IconName::Key),
        (true, "/delegations", shell::DELEGATIONS, IconName::Delegate),
        (true, "/calendar", shell::CALENDAR, IconName::Calendar),
        (true, "/deployment", shell::RULES, IconName::Rules),
        (true, "/settings", shell::SETTINGS, IconName::Settings),
    ];
    all.into_iter()
        .filter(|(shown, ..)| *shown)
        .map(|(_, href, name, icon)| Entry { href, name, icon })
        .collect()
}

#[component]
fn NavLink(entry: Entry) -> impl IntoView {
    view! {
        <A href=entry.href exact={entry.href == "/"} attr:class="nav-link" attr:title=move || t(entry.name)>
            <Icon name=entry.icon/>
            <span class="nav-link__text">{move || t(entry.name)}</span>
        </A>
    }
}

/// The rail at the left of a laptop.
#[component]
pub(super) fn Rail(folded: RwSignal<bool>) -> impl IntoView {
    let fold_name = move || {
        t(if folded.get() {
            shell::UNFOLD
        } else {
            shell::FOLD
        })
    };
    view! {
        <nav class="rail" aria-label=move || t(shell::NAVIGATION)>
            <ul class="rail__list">
                {move || {
                    entries().into_iter().map(|entry| view! { <li><NavLink entry=entry/></li> }).collect_view()
                }}
            </ul>
            <button
                type="button"
                class="nav-link rail__fold"
                aria-label=fold_name
                title=fold_name
                on:click=move |_| folded.update(|folded| *folded = !*folded)
            >
                <Show
                    when=move || folded.get()
                    fallback=|| view! { <Icon name=IconName::ChevronLeft/> }
                >
                    <Icon name=IconName::ChevronRight/>
                </Show>
                <span class="nav-link__text">{fold_name}</span>
            </button>
        </nav>
    }
}

/// The bar at the bottom of a phone, with the rest behind "Thêm".
#[component]
pub(super) fn BottomBar() -> impl IntoView {
    let more = RwSignal::new(false);
    let path = use_location().pathname;
    Effect::new(move |_| {
        path.track();
        more.set(false);
    });
    view! {
        <nav class="bottom-bar" aria-label=move || t(shell::NAVIGATION)>
            {move || {
                entries()
                    .into_iter()
                    .take(IN_BAR)
                    .map(|entry| view! { <NavLink entry=entry/> })
                    .collect_view()
            }}
            <button
                type="button"
                class="nav-link"
                aria-haspopup="dialog"
                on:click=move |_| more.set(true)
            >
                <Icon name=IconName::More/>
                <span class="nav-link__text">{move || t(shell::MORE)}</span>
            </button>
        </nav>
        <Dialog open=more title=tr(shell::MORE)>
            <nav class="more-list" aria-label=t(shell::MORE)>
                {entries()
                    .into_iter()
                    .skip(IN_BAR)
                    .map(|entry| view! { <NavLink entry=entry/> })
                    .collect_view()}
            </nav>
        </Dialog>
    }
}
