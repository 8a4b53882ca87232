//! The things to be signed, each with where it stands.

use congvu_openapi::signing::SigningRequest;
use leptos::prelude::*;

use super::run::{JobState, Run, is_given_up};
use crate::api::ApiError;
use crate::components::alert::{Alert, AlertKind};
use crate::components::icon::{Icon, IconName};
use crate::format;
use crate::i18n::{keys, pick, signing, t, tf};

#[component]
pub(super) fn JobList(
    run: Run,
    /// Those that failed stand first, to be seen among many.
    #[prop(optional)]
    failed_first: bool,
) -> impl IntoView {
    let mut labels: Vec<(usize, String)> = run.jobs.with_untracked(|jobs| {
        let labels = jobs.iter().map(|job| job.label.clone());
        labels.enumerate().collect()
    });
    if failed_first {
        run.states.with_untracked(|all| {
            labels.sort_by_key(|(at, _)| !matches!(all.get(*at), Some(JobState::Failed(_))));
        });
    }
    view! {
        <ol class="signing__jobs" tabindex="0" aria-label=t(keys::SIGN_TITLE)>
            {labels
                .into_iter()
                .map(|(at, label)| {
                    let state = Memo::new(move |_| {
                        run.states.with(|all| all.get(at).cloned().unwrap_or(JobState::Waiting))
                    });
                    view! {
                        <li class=move || state.with(|s| look(s).0)>
                            {move || view! { <Icon name=state.with(|s| look(s).1)/> }}
                            <span>{label}</span>
                            <span class="signing__note">{move || state.with(note)}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ol>
    }
}

fn look(state: &JobState) -> (&'static str, IconName) {
    match state {
        JobState::Waiting => ("signing__job", IconName::File),
        JobState::Preparing => ("signing__job signing__job--active", IconName::Refresh),
        JobState::Ready(_) => ("signing__job", IconName::File),
        JobState::Active(_) => ("signing__job signing__job--active", IconName::Refresh),
        JobState::Signed(_) => ("signing__job signing__job--signed", IconName::Success),
        JobState::Failed(error) if is_given_up(error) => ("signing__job", IconName::File),
        JobState::Failed(_) => ("signing__job signing__job--failed", IconName::Error),
    }
}

fn note(state: &JobState) -> String {
    match state {
        JobState::Waiting | JobState::Preparing => t(signing::PREPARING).to_owned(),
        JobState::Ready(request) => format!("{} · {}", t(signing::PREPARED), what(request)),
        JobState::Active(request) => format!("{} · {}", t(keys::SIGNING), what(request)),
        JobState::Signed(result) => format!(
            "{} · {} · SHA-256 {}",
            t(keys::SIGNED),
            format::date_time(&result.signature.signed_at),
            format::digest_short(&result.signature.payload_sha256)
        ),
        JobState::Failed(error) => failure(error),
    }
}

/// As the server calls it, with the digest that the signature covers.
fn what(request: &SigningRequest) -> String {
    let digest = format::digest_short(&request.payload_sha256);
    let digest = tf(signing::DIGEST, &[&digest]);
    match pick(&request.title, &request.title_en) {
        title if title.is_empty() => digest,
        title => format!("{title} · {digest}"),
    }
}

fn failure(error: &ApiError) -> String {
    if error.code() == "waiting_for_time_stamp" {
        return t(signing::WAITING_STAMP).to_owned();
    }
    match error.title() {
        title if title.is_empty() => error.message(),
        title => format!("{title}: {}", error.message()),
    }
}

/// How many were signed and how many were not, announced.
#[component]
pub(super) fn Summary(run: Run) -> impl IntoView {
    if untrack(|| run.all_given_up()) {
        return view! { <Alert live=true>{t(signing::GIVEN_UP)}</Alert> }.into_any();
    }
    let (signed, failed) = untrack(|| (run.signed_count(), run.failed_count()));
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
    .into_any()
}
