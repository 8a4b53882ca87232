//! The one dialog for every signature and every kind of key: what will be signed, with which
//! certificate, what the holder has to give, how far it is, and what became of each thing.

mod agent_steps;
mod choice;
mod confirming;
mod job_list;
mod no_key;
mod ready;
mod run;
mod secret;

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;
use leptos::task::spawn_local;

pub use self::agent_steps::AgentSteps;
use self::confirming::Confirming;
use self::job_list::{JobList, Summary};
use self::no_key::NoKey;
use self::ready::Ready;
use self::run::{Run, Stage};
pub(crate) use self::secret::FileField;
use super::button::{Button, ButtonKind};
use super::dialog::Dialog;
use super::icon::IconName;
use super::problem_view::ProblemView;
use super::skeleton::Skeleton;
use crate::i18n::{keys, signing, t, tf, tr};
use crate::keys::signing::{SigningJob, SigningOutcome};

/// Signs the jobs, each with a signature and a result of its own. `on_done` runs when the dialog
/// closes after at least one was signed.
#[component]
pub fn SigningDialog(
    open: RwSignal<bool>,
    #[prop(into)] jobs: Signal<Vec<SigningJob>>,
    #[prop(into)] on_done: Callback<Vec<SigningOutcome>>,
    /// Signs with this certificate and no other, also where it is not proven yet.
    #[prop(optional, into)]
    only: Signal<Option<Certificate>>,
) -> impl IntoView {
    let run = Run::new();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if is_open && was_open != Some(true) {
            run.start(jobs.get_untracked(), only.get_untracked());
        } else if !is_open && was_open == Some(true) {
            run.end();
            let outcomes = run.outcomes();
            if outcomes.iter().any(|outcome| outcome.result.is_ok()) {
                on_done.run(outcomes);
            }
        }
        is_open
    });
    let locked = Signal::derive(move || {
        matches!(run.stage.get(), Stage::Working { .. } | Stage::Confirming)
    });
    view! {
        <Dialog open=open title=tr(keys::SIGN_TITLE) locked=locked>
            {move || match run.stage.get() {
                Stage::Looking => {
                    view! {
                        <p>{t(signing::LOOKING)}</p>
                        <Skeleton lines=2/>
                    }
                        .into_any()
                }
                Stage::NoKey { elsewhere, may_create, problem, busy } => {
                    view! {
                        <NoKey
                            run=run
                            elsewhere=elsewhere
                            may_create=may_create
                            problem=problem
                            busy=busy
                        />
                    }
                        .into_any()
                }
                Stage::Unavailable(error) => {
                    let retry = move |()| run.look_for_keys(only.get_untracked());
                    view! { <ProblemView error=error retry=Callback::new(retry)/> }.into_any()
                }
                Stage::Ready => view! { <Ready run=run open=open/> }.into_any(),
                Stage::Working { done, of } => {
                    view! { <Working run=run done=done of=of/> }.into_any()
                }
                Stage::Confirming => view! { <Confirming run=run/> }.into_any(),
                Stage::Finished => view! { <Finished run=run open=open/> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Working(run: Run, done: usize, of: usize) -> impl IntoView {
    let (now, of) = ((done + 1).min(of).to_string(), of.to_string());
    view! {
        <p role="status">{tf(keys::SIGN_PROGRESS, &[&now, &of])}</p>
        <progress class="progress" max=of value=done.to_string() aria-label=t(keys::SIGNING)></progress>
        <JobList run=run/>
        <p class="muted">{t(keys::SIGN_KEEP_OPEN)}</p>
    }
}

#[component]
fn Finished(run: Run, open: RwSignal<bool>) -> impl IntoView {
    let failed = untrack(|| run.failed_count());
    let as_file = untrack(|| run.may_sign_as_file());
    view! {
        <Summary run=run/>
        <JobList run=run failed_first=true/>
        {as_file.then(|| view! { <p class="muted">{t(signing::AGENT_AS_FILE_TEXT)}</p> })}
        <div class="actions">
            {as_file
                .then(|| {
                    view! {
                        <Button
                            icon=IconName::File
                            on_click=move || spawn_local(run.sign_as_file())
                        >
                            {t(signing::AGENT_AS_FILE)}
                        </Button>
                    }
                })}
            {(failed > 0)
                .then(|| {
                    view! {
                        <Button icon=IconName::Refresh on_click=move || run.retry()>
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
