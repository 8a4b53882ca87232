//! The things to be signed, each with where it stands.

use leptos::prelude::*;

use super::run::{JobState, Run};
use crate::components::alert::{Alert, AlertKind};
use crate::components::icon::{Icon, IconName};
use crate::format;
use crate::i18n::{keys, t, tf};

#[component]
pub(super) fn JobList(run: Run) -> impl IntoView {
    view! {
        <ol class="signing__jobs">
            {move || {
                let states = run.states.get();
                run.jobs
                    .get()
                    .into_iter()
                    .zip(states)
                    .map(|(job, state)| {
                        let (class, icon) = look(&state);
                        view! {
                            <li class=class>
                                <Icon name=icon/>
                                <span>{job.label}</span>
                                <span class="signing__note">{note(&state)}</span>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ol>
    }
}

const fn look(state: &JobState) -> (&'static str, IconName) {
    match state {
        JobState::Waiting => ("signing__job", IconName::File),
        JobState::Active => ("signing__job signing__job--active", IconName::Refresh),
        JobState::Signed(_) => ("signing__job signing__job--signed", IconName::Success),
        JobState::Failed(_) => ("signing__job signing__job--failed", IconName::Error),
    }
}

fn note(state: &JobState) -> String {
    match state {
        JobState::Waiting => t(keys::WAITING).to_owned(),
        JobState::Active => t(keys::SIGNING).to_owned(),
        JobState::Signed(result) => format!(
            "{} · {} · SHA-256 {}",
            t(keys::SIGNED),
            format::date_time(&result.signature.signed_at),
            format::digest_short(&result.signature.payload_sha256)
        ),
        JobState::Failed(error) => format!("{}: {}", error.title(), error.message()),
    }
}

/// How many were signed and how many were not, announced.
#[component]
pub(super) fn Summary(run: Run) -> impl IntoView {
    let (signed, failed) = run.states.with(|all| {
        let signed = all
            .iter()
            .filter(|s| matches!(s, JobState::Signed(_)))
            .count();
        let failed = all
            .iter()
            .filter(|s| matches!(s, JobState::Failed(_)))
            .count();
        (signed, failed)
    });
    let done = match (signed, failed) {
        (0, _) => None,
        (1, 0) => Some(t(keys::SIGN_DONE_ONE).to_owned()),
        (signed, _) => Some(tf(keys::SIGN_DONE, &[&signed.to_string()])),
    };
    view! {
        {done.map(|done| view! { <Alert kind=AlertKind::Success live=true>{done}</Alert> })}
        {(failed > 0)
            .then(|| {
                view! {
                    <Alert kind=AlertKind::Error>
                        {tf(keys::SIGN_SOME_FAILED, &[&failed.to_string()])}
                    </Alert>
                }
            })}
    }
}
