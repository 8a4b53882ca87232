//! The changes that are announced and not entered yet.

use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos_router::components::A;

use super::super::calls;
use super::super::subject::Subject;
use super::super::words as w;
use crate::components::{Badge, DueDate, Remote};
use crate::i18n::{common, pick, t, tf};

/// What the caller has to enter of the person, and what they have just announced for somebody else to enter.
#[component]
pub fn Changes(
    person: String,
    subject: Subject,
    own: bool,
    may_edit: bool,
    announced: RwSignal<Vec<Task>>,
) -> impl IntoView {
    let found = Remote::new(move || {
        let person = person.clone();
        async move { calls::changes_to_enter(&person, own).await }
    });
    move || {
        // Beside the profile, which is there without them.
        let tasks = merged(announced.get(), found.get().unwrap_or_default());
        (!tasks.is_empty()).then(|| view! {
            <section class="waiting" aria-labelledby="changes-title">
                <h2 id="changes-title">{t(w::CHANGES_TO_ENTER)}</h2>
                <ul class="history">
                    {tasks
                        .into_iter()
                        .map(|task| view! { <Line task=task subject=subject may_edit=may_edit/> })
                        .collect_view()}
                </ul>
            </section>
        })
    }
}

#[component]
fn Line(task: Task, subject: Subject, may_edit: bool) -> impl IntoView {
    let side = match task.change_kind {
        Some(ChangeKind::OrganisationChange) => common::ORGANISATION_CHANGE,
        _ => common::PERSONAL_CHANGE,
    };
    let by = match pick(&task.role, &task.role_en) {
        role if role.is_empty() => task.person_name.clone(),
        role => role,
    };
    view! {
        <li class="history__entry">
            <p>
                {(!task.note.is_empty()).then(|| view! { <strong>{task.note}</strong>" " })}
                <Badge>{t(side)}</Badge>
            </p>
            <p class="history__meta">{tf(w::CHANGE_BY, &[&by])}</p>
            <DueDate
                due_on=task.due_on
                opens_on=task.opens_on
                days_left=task.days_left
                provisional=task.provisional
                clause=task.clause
                why=pick(&task.why, &task.why_en)
            />
            {(task.mine && may_edit).then(|| view! {
                <A href=move || format!("{}/edit/self", subject.base())>{t(w::CHANGE_ENTER)}</A>
            })}
        </li>
    }
}

/// Those just announced first, each once.
fn merged(announced: Vec<Task>, found: Vec<Task>) -> Vec<Task> {
    let mut all = announced;
    for task in found {
        if !all.iter().any(|known| known.id == task.id) {
            all.push(task);
        }
    }
    all
}
