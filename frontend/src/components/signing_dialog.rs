//! The one dialog for every signature: what will be signed, with which certificate, how far it
//! is, and what became of each thing.

mod job_list;
mod run;

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

use self::job_list::{JobList, Summary};
pub use self::run::JobState;
use self::run::{Run, Stage};
use super::alert::{Alert, AlertKind};
use super::badge::Badge;
use super::button::{Button, ButtonKind};
use super::dialog::Dialog;
use super::icon::IconName;
use super::problem_view::ProblemView;
use super::signature_card::level_text;
use super::skeleton::Skeleton;
use crate::format;
use crate::i18n::{common, keys, t, tf, tr};
use crate::keys::signing::{SigningJob, SigningOutcome};

/// Signs the jobs one by one, each with a signature and a result of its own. `on_done` runs when
/// the dialog closes after at least one was signed.
#[component]
pub fn SigningDialog(
    open: RwSignal<bool>,
    #[prop(into)] jobs: Signal<Vec<SigningJob>>,
    #[prop(into)] on_done: Callback<Vec<SigningOutcome>>,
) -> impl IntoView {
    let run = Run::new();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if is_open && was_open != Some(true) {
            run.start(jobs.get_untracked());
        } else if !is_open && was_open == Some(true) {
            let outcomes = run.outcomes();
            if outcomes.iter().any(|outcome| outcome.result.is_ok()) {
                on_done.run(outcomes);
            }
        }
        is_open
    });
    let locked = Signal::derive(move || matches!(run.stage.get(), Stage::Working(_)));
    view! {
        <Dialog open=open title=tr(keys::SIGN_TITLE) locked=locked>
            {move || match run.stage.get() {
                Stage::Looking => {
                    view! {
                        <p>{t(keys::SIGN_LOOKING)}</p>
                        <Skeleton lines=2/>
                    }
                        .into_any()
                }
                Stage::NoKey { elsewhere, problem, busy } => {
                    view! { <NoKey run=run elsewhere=elsewhere problem=problem busy=busy/> }.into_any()
                }
                Stage::Unavailable(error) => {
                    view! {
                        <ProblemView error=error retry=Callback::new(move |()| run.look_for_key())/>
                    }
                        .into_any()
                }
                Stage::Ready => view! { <Ready run=run open=open/> }.into_any(),
                Stage::Working(at) => view! { <Working run=run at=at/> }.into_any(),
                Stage::Finished => view! { <Finished run=run open=open/> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn NoKey(
    run: Run,
    elsewhere: Vec<String>,
    problem: Option<crate::api::ApiError>,
    busy: bool,
) -> impl IntoView {
    let create = move || spawn_local(run.create_key());
    view! {
        <Alert kind=AlertKind::Info>
            <strong>{t(keys::NO_KEY_TITLE)}</strong>
            <p>{t(keys::NO_KEY_TEXT)}</p>
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
            <Button kind=ButtonKind::Primary icon=IconName::Key busy=busy on_click=create>
                {t(keys::CREATE_HERE)}
            </Button>
        </div>
    }
}

#[component]
fn Ready(run: Run, open: RwSignal<bool>) -> impl IntoView {
    let count = run.jobs.with(Vec::len);
    let certificate = run
        .own
        .with(|own| own.as_ref().map(|own| own.certificate.clone()));
    let what = if count == 1 {
        t(keys::SIGN_ONE).to_owned()
    } else {
        tf(keys::SIGN_WHAT, &[&count.to_string()])
    };
    let action = if count == 1 {
        t(keys::SIGN_ACTION).to_owned()
    } else {
        tf(keys::SIGN_ACTION_ALL, &[&count.to_string()])
    };
    view! {
        <p>{what}</p>
        <JobList run=run/>
        {certificate.map(|certificate| view! { <CertificateView certificate=certificate/> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Primary
                icon=IconName::Pen
                on_click=move || spawn_local(run.sign_waiting())
            >
                {action}
            </Button>
        </div>
    }
}

#[component]
fn CertificateView(certificate: Certificate) -> impl IntoView {
    view! {
        <section class="signing__certificate" aria-label=t(keys::SIGN_WITH)>
            <dl class="facts">
                <dt>{t(keys::SIGN_WITH)}</dt>
                <dd>{certificate.subject}</dd>
                <dt>{t(common::ISSUER)}</dt>
                <dd>{certificate.issuer}</dd>
                <dt>{t(keys::VALID_UNTIL)}</dt>
                <dd>{format::date(&certificate.not_after)}</dd>
                <dt>{t(keys::KEPT_IN)}</dt>
                <dd>{certificate.label}</dd>
            </dl>
            <Badge kind=AlertKind::Warning icon=IconName::Seal>{t(level_text(certificate.level))}</Badge>
        </section>
    }
}

#[component]
fn Working(run: Run, at: usize) -> impl IntoView {
    let count = run.jobs.with(Vec::len).to_string();
    let now = (at + 1).to_string();
    view! {
        <p role="status">{tf(keys::SIGN_PROGRESS, &[&now, &count])}</p>
        <progress class="progress" max=count value=at.to_string()></progress>
        <JobList run=run/>
        <p class="muted">{t(keys::SIGN_KEEP_OPEN)}</p>
    }
}

#[component]
fn Finished(run: Run, open: RwSignal<bool>) -> impl IntoView {
    let failed = run.states.with(|all| {
        all.iter()
            .filter(|state| matches!(state, JobState::Failed(_)))
            .count()
    });
    view! {
        <Summary run=run/>
        <JobList run=run/>
        <div class="actions">
            {(failed > 0)
                .then(|| {
                    view! {
                        <Button
                            icon=IconName::Refresh
                            on_click=move || spawn_local(run.sign_waiting())
                        >
                            {t(keys::SIGN_RETRY_FAILED)}
                        </Button>
                    }
                })}
            <Button kind=ButtonKind::Primary on_click=move || open.set(false)>
                {t(keys::SIGN_FINISH)}
            </Button>
        </div>
    }
}
