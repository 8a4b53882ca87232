//! The menu of the own account.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_location;

use crate::api;
use crate::components::{AlertKind, Icon, IconName};
use crate::i18n::{pick, shell, t};
use crate::state::session::use_session;
use crate::state::toasts::toast;

#[component]
pub(super) fn AccountMenu() -> impl IntoView {
    let session = use_session();
    let menu = NodeRef::<leptos::html::Details>::new();
    let path = use_location().pathname;
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    Effect::new(move |_| {
        path.track();
        close();
    });
    // A click inside the menu does not come this far.
    let outside = window_event_listener(leptos::ev::click, move |_| close());
    on_cleanup(move || outside.remove());
    let name = move || session.with(|s| s.as_ref().map(|s| s.me.name.clone()));
    view! {
        <details
            class="menu"
            node_ref=menu
            on:click=|ev| ev.stop_propagation()
            on:keydown=move |ev| {
                if ev.key() == "Escape" {
                    close();
                }
            }
        >
            <summary class="button button--quiet">
                <Icon name=IconName::Person/>
                <span class="visually-hidden">{move || t(shell::ACCOUNT_MENU)} ": "</span>
                <span class="menu__name">{name}</span>
                <Icon name=IconName::ChevronDown/>
            </summary>
            <div class="menu__panel">
                <div class="menu__who">
                    <strong>{name}</strong>
                    <Roles/>
                </div>
                <ul>
                    <li><A href="/keys" attr:class="menu__item"><Icon name=IconName::Key/>{move || t(shell::KEYS)}</A></li>
                    <li><A href="/delegations" attr:class="menu__item"><Icon name=IconName::Delegate/>{move || t(shell::DELEGATIONS)}</A></li>
                    <li><A href="/settings" attr:class="menu__item"><Icon name=IconName::Settings/>{move || t(shell::SETTINGS)}</A></li>
                    <li>
                        <button type="button" class="menu__item" on:click=|_| leave()>
                            <Icon name=IconName::SignOut/>
                            {move || t(shell::SIGN_OUT)}
                        </button>
                    </li>
                </ul>
            </div>
        </details>
    }
}

#[component]
fn Roles() -> impl IntoView {
    let roles = move || {
        use_session().with(|session| {
            let roles = session.as_ref().map(|s| s.me.roles.clone());
            roles.unwrap_or_default()
        })
    };
    view! {
        <ul class="menu__roles">
            {move || {
                let roles = roles();
                if roles.is_empty() {
                    return view! { <li>{t(shell::NO_ROLE)}</li> }.into_any();
                }
                roles
                    .into_iter()
                    .map(|role| {
                        let title = pick(&role.title, &role.title_en);
                        view! { <li>{format!("{title} – {}", role.unit_name)}</li> }
                    })
                    .collect_view()
                    .into_any()
            }}
        </ul>
    }
}

/// Signs out and starts anew, so that nothing of this account stays in memory.
pub(super) fn leave() {
    spawn_local(async {
        match api::session::sign_out().await {
            Err(error) if error.status() != 401 => toast(AlertKind::Error, error.message()),
            _ => {
                if let Some(storage) = window().session_storage().ok().flatten() {
                    // Emptying a store cannot fail once it is there.
                    let _ = storage.clear();
                }
                // An address of our own is always allowed.
                let _ = window().location().set_href("/sign-in");
            }
        }
    });
}
