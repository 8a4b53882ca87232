//! The roles of an account: granted and revoked, each on a written basis.

use congvu_openapi::accounts::{Account, NewRoleGrant, RoleGrant};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, ComboBox, Remote, SelectField, TextField,
};
use crate::i18n::{accounts, common, pick, t, tf, tr};
use crate::state::deployment::use_deployment;
use crate::state::toasts::toast;

#[component]
pub(super) fn Roles(account: Account, managed: RwSignal<Option<Account>>) -> impl IntoView {
    let problem = RwSignal::new(None::<ApiError>);
    let roles = account.roles.clone();
    let for_revoking = account.clone();
    view! {
        <section class="stack">
            <h3>{t(accounts::ROLES_TITLE)}</h3>
            {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
            {if roles.is_empty() {
                view! { <p class="muted">{t(accounts::NO_ROLES)}</p> }.into_any()
            } else {
                view! {
                    <ul class="rows">
                        {roles
                            .into_iter()
                            .map(|role| {
                                view! {
                                    <Held
                                        account=for_revoking.clone()
                                        role=role
                                        managed=managed
                                        problem=problem
                                    />
                                }
                            })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
            <Grant account=account managed=managed/>
        </section>
    }
}

#[component]
fn Held(
    account: Account,
    role: RoleGrant,
    managed: RwSignal<Option<Account>>,
    problem: RwSignal<Option<ApiError>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let title = pick(&role.title, &role.title_en);
    let name = tf(accounts::REVOKE_ONE, &[&title]);
    let id = role.id.clone();
    let revoke = move || {
        let (account, id) = (account.clone(), id.clone());
        busy.set(true);
        spawn_local(async move {
            match api::accounts::revoke(&account.id, &id).await {
                Ok(()) => {
                    toast(AlertKind::Success, t(accounts::REVOKED));
                    managed.set(as_it_is_now(&account).await);
                }
                Err(error) => {
                    problem.set(Some(error));
                    busy.set(false);
                }
            }
        });
    };
    view! {
        <li class="rows__row">
            <div>
                <strong>{title}</strong>
                <p class="muted">{format!("{} · {}", role.unit_name, role.basis)}</p>
            </div>
            <Button kind=ButtonKind::Quiet label=Signal::stored(name) busy=busy on_click=revoke>
                {t(accounts::REVOKE)}
            </Button>
        </li>
    }
}

#[component]
fn Grant(account: Account, managed: RwSignal<Option<Account>>) -> impl IntoView {
    let role = RwSignal::new(String::new());
    let unit = RwSignal::new(account.unit_id.clone());
    let basis = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let units = Remote::new(api::units::list);
    let units = Signal::derive(move || {
        units
            .get()
            .map(|units| api::units::options(&units))
            .unwrap_or_default()
    });
    let roles = Signal::derive(|| {
        use_deployment()
            .get()
            .map(|d| {
                d.roles
                    .into_iter()
                    .map(|r| (r.key, pick(&r.title, &r.title_en)))
                    .collect()
            })
            .unwrap_or_default()
    });
    let field = move |name: &'static str| {
        Signal::derive(move || problem.with(|p| p.as_ref().and_then(|p| p.field(name))))
    };
    let grant = move || {
        let id = account.id.clone();
        let wanted = NewRoleGrant {
            role: role.get_untracked(),
            unit_id: unit.get_untracked(),
            basis: basis.get_untracked().trim().to_owned(),
        };
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::accounts::grant(&id, &wanted).await {
                Ok(account) => {
                    toast(AlertKind::Success, t(accounts::GRANTED));
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
        <form
            class="card stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                grant();
            }
        >
            <h4 class="legend">{t(accounts::GRANT_TITLE)}</h4>
            {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
            <SelectField
                id="grant-role"
                label=tr(accounts::ROLE)
                value=role
                options=roles
                required=true
                error=field("role")
            />
            <ComboBox
                id="grant-unit"
                label=tr(accounts::WITHIN)
                hint=tr(accounts::WITHIN_HINT)
                value=unit
                options=units
                required=true
                error=field("unit_id")
            />
            <TextField
                id="grant-basis"
                label=tr(common::BASIS)
                hint=tr(common::BASIS_HINT)
                value=basis
                required=true
                error=field("basis")
                max_length=500
            />
            <div class="actions">
                <Button r#type="submit" busy=busy>
                    {t(accounts::GRANT)}
                </Button>
            </div>
        </form>
    }
}

/// The account with its new revision; the answer to a revocation is empty.
async fn as_it_is_now(account: &Account) -> Option<Account> {
    let found = api::accounts::search(&account.username).await.ok()?;
    found.items.into_iter().find(|found| found.id == account.id)
}
