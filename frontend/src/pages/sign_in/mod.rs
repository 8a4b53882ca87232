//! Signing in, and the first password of one's own.

mod demo;
mod first_password;
mod password_form;

pub use first_password::FirstPassword;
pub use password_form::PasswordForm;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::demo::DemoAccounts;
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, PageHeader, TextField};
use crate::i18n::{pick, sign_in, t, tf, tr, verify};
use crate::shell::{Emblem, LanguageSwitch};
use crate::state::deployment::use_deployment;
use crate::state::session::use_session;

/// `/sign-in`, with `next` where somebody was on the way somewhere.
#[component]
pub fn SignInPage() -> impl IntoView {
    let username = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    view! {
        <div class="door">
            <div class="door__language"><LanguageSwitch/></div>
            <main class="door__main" id="main">
                <Body/>
                <section class="card door__card">
                    <PageHeader title=tr(sign_in::TITLE)/>
                    <SignInForm username=username password=password/>
                </section>
                <DemoAccounts username=username password=password/>
            </main>
        </div>
    }
}

#[component]
fn Body() -> impl IntoView {
    let deployment = use_deployment();
    move || {
        deployment.get().map(|d| {
            view! {
                <div class="door__body">
                    <Emblem/>
                    <p class="door__name">{pick(&d.name, &d.name_en)}</p>
                    <p class="door__title">{pick(&d.title, &d.title_en)}</p>
                    <p class="muted">{tf(sign_in::LEGAL_BASIS, &[&d.legal_basis])}</p>
                </div>
            }
        })
    }
}

#[component]
fn SignInForm(username: RwSignal<String>, password: RwSignal<String>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let query = use_query_map();
    let navigate = use_navigate();
    let submit = move || {
        let navigate = navigate.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer =
                api::session::sign_in(&username.get_untracked(), &password.get_untracked()).await;
            match answer {
                Ok(session) => {
                    let next = query.with_untracked(|q| q.get("next"));
                    use_session().set(Some(session));
                    let options = NavigateOptions {
                        replace: true,
                        ..NavigateOptions::default()
                    };
                    navigate(&inside(next), options);
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
            class="stack"
            on:submit=move |ev| {
                ev.prevent_default();
                submit();
            }
        >
            {move || {
                problem
                    .get()
                    .map(|error| {
                        view! {
                            <Alert kind=AlertKind::Error>
                                <strong>{t(sign_in::FAILED)}</strong>
                                <p>{error.message()}</p>
                            </Alert>
                        }
                    })
            }}
            <TextField
                id="username"
                label=tr(sign_in::USERNAME)
                value=username
                autocomplete="username"
            />
            <TextField
                id="password"
                label=tr(sign_in::PASSWORD)
                value=password
                r#type="password"
                autocomplete="current-password"
            />
            <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                {move || t(sign_in::ACTION)}
            </Button>
            <p class="muted door__forgotten">{move || t(sign_in::FORGOTTEN)}</p>
            <p class="door__forgotten">
                <A href="/verify">{move || t(verify::LINK)}</A>
            </p>
        </form>
    }
}

/// Only an address of this app; anything else leads to the first page.
fn inside(next: Option<String>) -> String {
    next.filter(|next| next.starts_with('/') && !next.starts_with("//") && !next.contains('\\'))
        .unwrap_or_else(|| "/".to_owned())
}

#[cfg(test)]
mod tests {
    use super::inside;

    #[test]
    fn nobody_is_led_out_of_the_app() {
        assert_eq!(inside(Some("/people?q=an".into())), "/people?q=an");
        for outside in ["https://example.com", "//example.com", "/\\example.com", ""] {
            assert_eq!(inside(Some(outside.into())), "/", "{outside}");
        }
        assert_eq!(inside(None), "/");
    }
}
