//! The accounts to try the system with, in demonstration mode only.

use congvu_openapi::deployment::DemoAccount;
use leptos::prelude::*;

use crate::i18n::{pick, sign_in, t};
use crate::state::deployment::use_deployment;

/// The accounts by what they are for; pressing one fills the form in.
#[component]
pub(super) fn DemoAccounts(
    username: RwSignal<String>,
    password: RwSignal<String>,
) -> impl IntoView {
    let accounts = move || {
        use_deployment().with(|d| {
            d.as_ref()
                .map(|d| d.demonstration.clone())
                .unwrap_or_default()
        })
    };
    move || {
        let accounts = accounts();
        (!accounts.is_empty()).then(|| {
            view! {
                <section class="door__demo" aria-labelledby="demo-title">
                    <h2 id="demo-title">{t(sign_in::DEMO_TITLE)}</h2>
                    <p class="muted">{t(sign_in::DEMO_TEXT)}</p>
                    {by_role(accounts)
                        .into_iter()
                        .map(|(role, accounts)| view! { <Group role=role accounts=accounts username=username password=password/> })
                        .collect_view()}
                </section>
            }
        })
    }
}

#[component]
fn Group(
    role: String,
    accounts: Vec<DemoAccount>,
    username: RwSignal<String>,
    password: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="demo-group">
            <h3 class="demo-group__role">{role}</h3>
            <ul>
                {accounts
                    .into_iter()
                    .map(|account| {
                        let (name, unit) = (account.name.clone(), account.unit.clone());
                        view! {
                            <li>
                                <button
                                    type="button"
                                    class="demo-account"
                                    on:click=move |_| {
                                        username.set(account.username.clone());
                                        password.set(account.password.clone());
                                    }
                                >
                                    <span class="demo-account__name">{name}</span>
                                    <span class="demo-account__unit">{unit}</span>
                                </button>
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </div>
    }
}

/// The accounts under what they are for, in the order given.
fn by_role(accounts: Vec<DemoAccount>) -> Vec<(String, Vec<DemoAccount>)> {
    let mut groups: Vec<(String, Vec<DemoAccount>)> = Vec::new();
    for account in accounts {
        let role = pick(&account.role, &account.role_en);
        match groups.iter_mut().find(|(known, _)| *known == role) {
            Some((_, members)) => members.push(account),
            None => groups.push((role, vec![account])),
        }
    }
    groups
}
