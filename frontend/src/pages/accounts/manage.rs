//! One account: its state, its password, its roles.

use congvu_openapi::accounts::{Account, AccountStatus, IssuedAccount};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::grant::Roles;
use super::list::StatusBadge;
use super::slip::Slip;
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, IconName, TextField};
use crate::i18n::{accounts, common, t, tf, tr};
use crate::state::toasts::toast;

/// Open while an account is chosen.
#[component]
pub(super) fn ManageDialog(
    managed: RwSignal<Option<Account>>,
    #[prop(into)] on_changed: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(managed.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            managed.set(None);
            on_changed.run(());
        }
        is_open
    });
    let title = Signal::derive(move || {
        let name = managed
            .with(|a| a.as_ref().map(|a| a.name.clone()))
            .unwrap_or_default();
        tf(accounts::MANAGE_ONE, &[&name])
    });
    view! {
        <Dialog open=open title=title wide=true>
            {move || {
                managed
                    .get()
                    .map(|account| {
                        view! {
                            <Status account=account.clone() managed=managed/>
                            <Password id=account.id.clone()/>
                            <Roles account=account managed=managed/>
                        }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn Status(account: Account, managed: RwSignal<Option<Account>>) -> impl IntoView {
    let basis = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let status = account.status;
    let (next, action, kind) = match status {
        AccountStatus::Active => (
            AccountStatus::Suspended,
            accounts::SUSPEND,
            ButtonKind::Danger,
        ),
        AccountStatus::Suspended => (
            AccountStatus::Active,
            accounts::REACTIVATE,
            ButtonKind::Secondary,
        ),
    };
    let error = Signal::derive(move || {
        problem.with(|p| {
            p.as_ref()
                .map(|p| p.field("basis").unwrap_or_else(|| p.message()))
        })
    });
    let change = move || {
        let account = account.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let basis = basis.get_untracked();
            match api::accounts::set_status(&account, next, basis).await {
                Ok(account) => {
                    toast(AlertKind::Success, t(accounts::STATUS_CHANGED));
                    managed.set(Some(account));
                }
                Err(error) => {
                    problem.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    view! {
        <section class="stack">
            <div class="row">
                <h3>{t(accounts::STATUS_TITLE)}</h3>
                <StatusBadge status=status/>
            </div>
            <TextField
                id="status-basis"
                label=tr(common::BASIS)
                hint=tr(common::BASIS_HINT)
                value=basis
                error=error
                max_length=500
            />
            <div class="actions">
                <Button kind=kind busy=busy on_click=change>{t(action)}</Button>
            </div>
        </section>
    }
}

#[component]
fn Password(id: String) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let issued = RwSignal::new(None::<IssuedAccount>);
    let reset = Callback::new(move |()| {
        let id = id.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::accounts::reset_password(&id).await {
                Ok(account) => issued.set(Some(account)),
                Err(error) => problem.set(Some(error)),
            }
            busy.set(false);
        });
    });
    view! {
        <section class="stack">
            <h3>{t(accounts::PASSWORD_TITLE)}</h3>
            {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
            {move || match issued.get() {
                Some(issued) => view! { <Slip issued=issued/> }.into_any(),
                None => {
                    view! {
                        <p class="muted">{t(accounts::RESET_TEXT)}</p>
                        <div class="actions">
                            <Button icon=IconName::Key busy=busy on_click=reset>
                                {t(accounts::RESET)}
                            </Button>
                        </div>
                    }
                        .into_any()
                }
            }}
        </section>
    }
}
