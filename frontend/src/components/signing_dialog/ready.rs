//! Before signing: what, for whom, with which certificate, and what has to be given for it.

use leptos::prelude::*;

use super::choice::Choice;
use super::job_list::JobList;
use super::run::Run;
use super::secret::SecretFields;
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName};
use crate::i18n::{common, keys, signing, t, tf};
use crate::state::session::use_session;

#[component]
pub(super) fn Ready(run: Run, open: RwSignal<bool>) -> impl IntoView {
    let count = run.jobs.with_untracked(Vec::len);
    let what = if count == 1 {
        t(keys::SIGN_ONE).to_owned()
    } else {
        tf(keys::SIGN_WHAT, &[&count.to_string()])
    };
    let able = move || {
        run.unprepared() == 0
            && run.ready_count() > 0
            && run
                .chosen
                .with(|c| c.as_ref().is_some_and(|c| run.secret.is_given(c)))
    };
    let action = move || match run.ready_count() {
        0 | 1 => t(keys::SIGN_ACTION).to_owned(),
        ready => tf(keys::SIGN_ACTION_ALL, &[&ready.to_string()]),
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                if able() && !run.secret.busy.get_untracked() {
                    run.sign();
                }
            }
        >
            <OnBehalf run=run/>
            <p>{what}</p>
            <JobList run=run/>
            <NotReady run=run/>
            <Choice run=run/>
            {move || {
                run.chosen
                    .get()
                    .map(|certificate| view! { <SecretFields run=run certificate=certificate/> })
            }}
            {move || {
                run.secret
                    .problem
                    .get()
                    .map(|error| {
                        view! {
                            <Alert kind=AlertKind::Error>
                                <strong>{error.title()}</strong>
                                <p>{error.message()}</p>
                            </Alert>
                        }
                    })
            }}
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button
                    kind=ButtonKind::Primary
                    r#type="submit"
                    icon=IconName::Pen
                    busy=run.secret.busy
                    disabled=Signal::derive(move || !able())
                >
                    {action}
                </Button>
            </div>
        </form>
    }
}

/// In whose stead, before anything else.
#[component]
fn OnBehalf(run: Run) -> impl IntoView {
    move || {
        let names = run.on_behalf_of();
        (!names.is_empty()).then(|| {
            let me = use_session()
                .with_untracked(|s| s.as_ref().map(|s| s.me.name.clone()))
                .unwrap_or_default();
            view! {
                <Alert kind=AlertKind::Warning>
                    <strong>{tf(signing::ON_BEHALF, &[&names.join("; ")])}</strong>
                    <p>{tf(signing::ON_BEHALF_BY, &[&me])}" "{t(signing::ON_BEHALF_TEXT)}</p>
                </Alert>
            }
        })
    }
}

/// How far the preparation is, and what could not be prepared.
#[component]
fn NotReady(run: Run) -> impl IntoView {
    let preparing = move || {
        let open = run.unprepared();
        let of = run.jobs.with(Vec::len);
        (open > 0 && of > 1).then(|| {
            let now = (of - open).to_string();
            tf(signing::PREPARING_COUNT, &[&now, &of.to_string()])
        })
    };
    let failed = move || {
        let failed = run.failed_count();
        (run.unprepared() == 0 && failed > 0).then(|| {
            let words = match run.ready_count() {
                0 => t(signing::NONE_READY).to_owned(),
                _ => tf(signing::SOME_NOT_READY, &[&failed.to_string()]),
            };
            view! {
                <Alert kind=AlertKind::Error>
                    <p>{words}</p>
                    <div class="row">
                        <Button icon=IconName::Refresh on_click=move || run.retry()>
                            {t(signing::PREPARE_AGAIN)}
                        </Button>
                    </div>
                </Alert>
            }
        })
    };
    view! {
        <p class="muted" role="status">{preparing}</p>
        {failed}
    }
}
