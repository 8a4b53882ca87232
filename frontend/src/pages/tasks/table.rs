//! The tasks as a table; on a phone each is a card.

use congvu_openapi::tasks::{Task, TaskKind};
use leptos::prelude::*;

use super::row::TaskRow;
use super::selection::Selection;
use crate::i18n::{t, tasks};
use crate::state::deployment::use_deployment;

/// Reviews that may be signed now can be ticked, to sign several at once.
#[component]
pub(super) fn TaskTable(
    tasks: Vec<Task>,
    unit: bool,
    selected: RwSignal<Vec<String>>,
    why: RwSignal<Option<String>>,
) -> impl IntoView {
    let signable: Vec<String> = tasks
        .iter()
        .filter(|task| is_signable(task))
        .map(|task| task.subject_id.clone())
        .collect();
    let selectable = !signable.is_empty();
    let all = Selection::new(signable, selected);
    view! {
        {selectable
            .then(|| {
                view! {
                    <label class="check-label tasks__all">
                        <SelectAllBox all=all/>
                        {t(tasks::SELECT_ALL)}
                    </label>
                }
            })}
        <div class="table-frame table-frame--cards">
            <table class="table tasks">
                <caption class="visually-hidden">{t(tasks::TABLE)}</caption>
                <thead>
                    <tr>
                        {selectable
                            .then(|| {
                                view! {
                                    <th scope="col" class="tasks__tick">
                                        <SelectAllBox all=all named=true/>
                                    </th>
                                }
                            })}
                        <th scope="col">{t(tasks::COLUMN_TASK)}</th>
                        <th scope="col">{t(tasks::COLUMN_PERSON)}</th>
                        {unit.then(|| view! { <th scope="col">{t(tasks::COLUMN_WHO)}</th> })}
                        <th scope="col">{t(tasks::COLUMN_DUE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {tasks
                        .into_iter()
                        .map(|task| {
                            view! {
                                <TaskRow
                                    task=task
                                    unit=unit
                                    selectable=selectable
                                    all=all
                                    why=why
                                />
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// Ticks or clears every review of the page; `named` where no label is beside it.
#[component]
fn SelectAllBox(all: Selection, #[prop(optional)] named: bool) -> impl IntoView {
    view! {
        <input
            type="checkbox"
            class="check"
            aria-label=named.then(|| t(tasks::SELECT_ALL))
            prop:checked=move || all.is_whole()
            on:change=move |ev| all.set_all(event_target_checked(&ev))
        />
    }
}

/// A review of one's own whose window is open.
pub(super) fn is_signable(task: &Task) -> bool {
    task.mine && task.kind == TaskKind::Review && !is_not_open(task)
}

/// Its window begins later than today.
pub(super) fn is_not_open(task: &Task) -> bool {
    let today = use_deployment().with_untracked(|d| d.as_ref().map(|d| d.today.clone()));
    match (&task.opens_on, today) {
        (Some(opens_on), Some(today)) => *opens_on > today,
        _ => false,
    }
}
