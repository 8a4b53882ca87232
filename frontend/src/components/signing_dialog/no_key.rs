//! No key can be used here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::run::Run;
use crate::api::ApiError;
use crate::components::{Alert, AlertKind, Button, ButtonKind, Icon, IconName};
use crate::i18n::{keys, shell, signing, t, tf};

#[component]
pub(super) fn NoKey(
    run: Run,
    elsewhere: Vec<String>,
    may_create: bool,
    problem: Option<ApiError>,
    busy: bool,
) -> impl IntoView {
    let create = move || spawn_local(run.create_key());
    view! {
        <Alert kind=AlertKind::Info>
            <strong>
                {t(if may_create { keys::NO_KEY_TITLE } else { signing::NO_KEY_ANYWHERE })}
            </strong>
            {may_create.then(|| view! { <p>{t(keys::NO_KEY_TEXT)}</p> })}
            {(!elsewhere.is_empty())
                .then(|| view! { <p>{tf(keys::NO_KEY_ELSEWHERE, &[&elsewhere.join(", ")])}</p> })}
        </Alert>
        {problem
            .map(|problem| {
                view! {
                    <Alert kind=AlertKind::Error>
                        <strong>{problem.title()}</strong>
                        <p>{problem.message()}</p>
                    </Alert>
                }
            })}
        <div class="actions">
            <Button
                kind=ButtonKind::Quiet
                icon=IconName::Refresh
                on_click=move || run.look_for_keys(None)
            >
                {t(signing::LOOK_AGAIN)}
            </Button>
            // In a tab of its own, so that what is open here stays.
            <a class="button" href="/keys" target="_blank" rel="noopener" title=t(shell::KEYS)>
                <Icon name=IconName::Key/>
                {t(signing::TO_KEYS)}
            </a>
            {may_create
                .then(|| {
                    view! {
                        <Button
                            kind=ButtonKind::Primary
                            icon=IconName::Browser
                            busy=busy
                            on_click=create
                        >
                            {t(keys::CREATE_HERE)}
                        </Button>
                    }
                })}
        </div>
    }
}
