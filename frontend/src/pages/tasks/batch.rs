//! Several reviews signed at one go, each with a signature and a result of its own.

use std::collections::HashSet;

use congvu_openapi::tasks::Task;
use leptos::prelude::*;

use super::table::is_signable;
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
    let chosen = Memo::new(move |_| {
        let chosen = selected.get();
        tasks.with(|tasks| {
            let mut chosen: Vec<Task> = tasks
                .iter()
                .filter(|task| is_signable(task) && chosen.contains(&task.subject_id))
                .cloned()
                .collect();
            // A submission with two seats of the caller's is signed once.
            let mut known = HashSet::new();
            chosen.retain(|task| known.insert(task.subject_id.clone()));
            chosen
        })
    });
    let count = Signal::derive(move || chosen.with(Vec::len).to_string());
    let jobs =
        Signal::derive(move || chosen.with(|all| all.iter().map(approval).collect::<Vec<_>>()));
    let done = move |outcomes: Vec<SigningOutcome>| {
        let failed: Vec<String> = chosen.with_untracked(|all| {
            outcomes
                .iter()
                .filter(|outcome| outcome.result.is_err())
                .filter_map(|outcome| Some(all.get(outcome.at)?.subject_id.clone()))
                .collect()
        });
        let signed = outcomes
            .iter()
            .filter(|o| o.result.is_ok())
            .count()
            .to_string();
        if failed.is_empty() {
            toast(AlertKind::Success, tf(tasks::APPROVED_TOAST, &[&signed]));
        } else {
            let of = failed.len().to_string();
            toast(
                AlertKind::Warning,
                tf(tasks::APPROVED_SOME_TOAST, &[&signed, &of]),
            );
        }
        // What failed stays selected, to be tried again.
        selected.set(failed);
        on_done.run(());
    };
    view! {
        <Show when=move || chosen.with(|all| !all.is_empty())>
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

/// The approval of what a task is about.
fn approval(task: &Task) -> SigningJob {
    let label = format!("{} – {}", task.person_name, task.unit_name);
    SigningJob::approval(label, &task.subject_id)
}
