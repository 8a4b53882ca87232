//! Several reviews signed at one go, each with a signature and a result of its own.

use congvu_openapi::approvals::Decision;
use congvu_openapi::tasks::Task;
use leptos::prelude::*;

use super::table::is_signable;
use crate::api;
use crate::components::{AlertKind, Button, ButtonKind, IconName, SigningDialog};
use crate::i18n::{t, tasks, tf};
use crate::keys::signing::{SigningJob, SigningOutcome};
use crate::state::toasts::toast;

/// Shown while something is ticked.
#[component]
pub(super) fn BatchBar(
    selected: RwSignal<Vec<String>>,
    #[prop(into)] tasks: Signal<Vec<Task>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let signing = RwSignal::new(false);
    let count = Signal::derive(move || selected.with(Vec::len).to_string());
    let jobs = Signal::derive(move || {
        let chosen = selected.get();
        tasks.with(|tasks| {
            tasks
                .iter()
                .filter(|task| is_signable(task) && chosen.contains(&task.subject_id))
                .map(approval)
                .collect::<Vec<_>>()
        })
    });
    let done = move |outcomes: Vec<SigningOutcome>| {
        let signed = outcomes.iter().filter(|o| o.result.is_ok()).count();
        toast(
            AlertKind::Success,
            tf(tasks::APPROVED_TOAST, &[&signed.to_string()]),
        );
        selected.set(Vec::new());
        on_done.run(());
    };
    view! {
        <Show when=move || selected.with(|s| !s.is_empty())>
            <div class="batch-bar" role="region" aria-label=move || tf(tasks::SELECTED, &[&count.get()])>
                <div>
                    <p class="batch-bar__count" role="status">
                        {move || tf(tasks::SELECTED, &[&count.get()])}
                    </p>
                    <p class="muted">{move || t(tasks::SELECTED_NOTE)}</p>
                </div>
                <div class="actions">
                    <Button kind=ButtonKind::Quiet on_click=move || selected.set(Vec::new())>
                        {move || t(tasks::UNSELECT)}
                    </Button>
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Pen
                        on_click=move || signing.set(true)
                    >
                        {move || tf(tasks::APPROVE_SELECTED, &[&count.get()])}
                    </Button>
                </div>
            </div>
        </Show>
        <SigningDialog open=signing jobs=jobs on_done=done/>
    }
}

/// The submission is read at the moment of signing, so that one that changed since is signed as it is now or not at all.
fn approval(task: &Task) -> SigningJob {
    let id = task.subject_id.clone();
    let label = format!("{} – {}", task.person_name, task.unit_name);
    SigningJob::new(label, move |certificate_id| {
        let id = id.clone();
        async move {
            let submission = api::submissions::get(&id).await?;
            api::submissions::prepare_decision(
                &id,
                &submission.etag,
                certificate_id,
                Decision::Approve,
                Vec::new(),
            )
            .await
        }
    })
}
