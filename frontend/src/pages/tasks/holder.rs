//! Who has a task, and in whose stead it would be done.

use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api;
use crate::components::{AlertKind, Badge, IconName};
use crate::i18n::{t, tasks, tf};
use crate::state::delegations::use_acting_for;
use crate::state::session::use_session;
use crate::state::toasts::toast;

/// Who took it on, and a button to take it on or give it back; handing over is done where it is reviewed.
#[component]
pub(super) fn Holder(task: Task) -> impl IntoView {
    let about = task.person_name.clone();
    let now = RwSignal::new(task);
    let may = Memo::new(move |_| now.with(may_move));
    view! {
        {move || now.with(|task| {
            (!task.assignee.is_empty()).then(|| {
                let (kind, words) = if task.assigned_to_me {
                    (AlertKind::Success, t(tasks::HELD_BY_ME).to_owned())
                } else {
                    (AlertKind::Info, tf(tasks::HELD_BY, &[&task.assignee]))
                };
                view! { <Badge kind=kind icon=IconName::Person>{words}</Badge> }
            })
        })}
        {move || now.with(|task| {
            (!task.note.is_empty())
                .then(|| view! { <span class="tasks__note">{tf(tasks::NOTE, &[&task.note])}</span> })
        })}
        {move || may.get().then(|| view! { <Toggle now=now about=about.clone()/> })}
    }
}

/// Takes it on, or gives it back; the same button, so that the focus stays.
#[component]
fn Toggle(now: RwSignal<Task>, about: String) -> impl IntoView {
    let busy = RwSignal::new(false);
    let words = move || {
        t(if now.with(|task| task.assigned_to_me) {
            tasks::RELEASE
        } else {
            tasks::CLAIM
        })
    };
    let act = move |_| {
        // Not disabled meanwhile, which would lose the focus.
        if busy.get_untracked() {
            return;
        }
        let (id, to_me) = now.with_untracked(|task| (task.id.clone(), task.assigned_to_me));
        busy.set(true);
        spawn_local(async move {
            let answer = if to_me {
                api::tasks::release(&id, String::new()).await
            } else {
                api::tasks::claim(&id, String::new()).await
            };
            busy.try_set(false);
            match answer {
                Ok(task) => {
                    now.try_set(task);
                }
                Err(error) => toast(AlertKind::Error, error.message()),
            }
        });
    };
    view! {
        <button
            type="button"
            class="tasks__claim"
            aria-busy=move || busy.get().then_some("true")
            on:click=act
        >
            {words}
            <span class="visually-hidden">": "{about}</span>
        </button>
    }
}

/// A role has to do it, and the caller has it or could take it.
fn may_move(task: &Task) -> bool {
    !task.role.is_empty() && task.mine && (task.assignee.is_empty() || task.assigned_to_me)
}

/// The caller would act for somebody who delegated to them.
#[component]
pub(super) fn Stead(task: Task) -> impl IntoView {
    let (assignee, to_me) = (task.assignee.clone(), task.assigned_to_me);
    by_delegation(&task).then(|| {
        // The names come in their own time.
        let words = move || {
            let names = use_acting_for().get();
            match (assignee.as_str(), names.as_slice()) {
                ("", [only]) => tf(tasks::STEAD_OF, &[only]),
                (principal, _) if !principal.is_empty() && !to_me => {
                    tf(tasks::STEAD_OF, &[principal])
                }
                _ => t(tasks::STEAD).to_owned(),
            }
        };
        view! { <Badge kind=AlertKind::Warning icon=IconName::Pen>{words}</Badge> }
    })
}

/// The role of the task is none that the account was given itself, so it holds it by delegation.
fn by_delegation(task: &Task) -> bool {
    task.mine
        && !task.role.is_empty()
        && use_session().with_untracked(|session| {
            session.as_ref().is_some_and(|session| {
                let granted = &session.me.roles;
                granted.iter().all(|grant| grant.title != task.role)
            })
        })
}
