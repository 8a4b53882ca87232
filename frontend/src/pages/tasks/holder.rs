//! Who has a task, and in whose stead it would be done.

use congvu_openapi::tasks::Task;
use leptos::prelude::*;

use crate::components::{AlertKind, Badge, IconName};
use crate::i18n::{t, tasks, tf};
use crate::state::delegations::use_acting_for;
use crate::state::session::use_session;

/// Who took it on; nothing where nobody did.
#[component]
pub(super) fn Holder(assignee: String, to_me: bool, note: String) -> impl IntoView {
    (!assignee.is_empty()).then(|| {
        let (kind, words) = if to_me {
            (AlertKind::Success, t(tasks::HELD_BY_ME).to_owned())
        } else {
            (AlertKind::Info, tf(tasks::HELD_BY, &[&assignee]))
        };
        view! {
            <Badge kind=kind icon=IconName::Person>{words}</Badge>
            {(!note.is_empty()).then(|| view! { <span class="tasks__note">{tf(tasks::NOTE, &[&note])}</span> })}
        }
    })
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
