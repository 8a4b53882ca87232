//! A task.

use congvu_openapi::submissions::ChangeKind;
use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos_router::components::A;

use super::holder::{Holder, Stead};
use super::kind;
use super::selection::Selection;
use super::table::{is_not_open, is_signable};
use crate::components::{Badge, DueDate, Icon, IconName};
use crate::i18n::{common, pick, t, tasks, tf};
use crate::state::session::own_person_id;

#[component]
pub(super) fn TaskRow(
    task: Task,
    unit: bool,
    selectable: bool,
    all: Selection,
    why: RwSignal<Option<String>>,
) -> impl IntoView {
    let id = task.id.clone();
    let whole = task.clone();
    let href = kind::href(&task, own_person_id().as_deref());
    let signable = is_signable(&task);
    let not_open = is_not_open(&task);
    let role = pick(&task.role, &task.role_en);
    let name = task.person_name.clone();
    let change = task.change_kind.map(change_text);
    view! {
        <tr class:tasks__overdue=task.days_left.is_some_and(|days| days < 0)>
            {selectable
                .then(|| {
                    view! {
                        <td class="tasks__tick">
                            {signable
                                .then(|| {
                                    view! {
                                        <Tick
                                            id=task.subject_id.clone()
                                            name=task.person_name.clone()
                                            all=all
                                        />
                                    }
                                })}
                        </td>
                    }
                })}
            <th scope="row">
                <A href=href attr:class="tasks__what">
                    <Icon name=kind::icon(task.kind)/>
                    <span>
                        {t(kind::text(task.kind))} <span class="visually-hidden">": " {name}</span>
                    </span>
                </A>
                <span class="tasks__change">
                    {change.map(t)}
                    {not_open
                        .then(|| view! { <Badge icon=IconName::Clock>{t(tasks::NOT_OPEN)}</Badge> })}
                    <Holder task=whole.clone()/>
                    <Stead task=whole/>
                </span>
            </th>
            <td data-label=t(tasks::COLUMN_PERSON)>
                <span class="tasks__person">{task.person_name}</span>
                <span class="tasks__unit">{task.unit_name}</span>
            </td>
            {unit.then(|| view! { <td data-label=t(tasks::COLUMN_WHO)>{role}</td> })}
            <td class="tasks__due">
                <DueDate
                    due_on=task.due_on
                    opens_on=task.opens_on
                    days_left=task.days_left
                    provisional=task.provisional
                    clause=task.clause
                    why=pick(&task.why, &task.why_en)
                    on_why=move || why.set(Some(id.clone()))
                />
            </td>
        </tr>
    }
}

#[component]
fn Tick(id: String, name: String, all: Selection) -> impl IntoView {
    let id = StoredValue::new(id);
    view! {
        <input
            type="checkbox"
            class="check"
            aria-label=tf(tasks::SELECT_ONE, &[&name])
            title=t(tasks::SELECT_RANGE)
            prop:checked=move || id.with_value(|id| all.has(id))
            // A click, also by the space bar, says whether Shift is held; a change does not.
            on:click=move |ev| {
                let on = event_target_checked(&ev);
                id.with_value(|id| all.set(id, on, ev.shift_key()));
            }
        />
    }
}

const fn change_text(kind: ChangeKind) -> crate::i18n::Text {
    match kind {
        ChangeKind::NewProfile => common::NEW_PROFILE,
        ChangeKind::PersonalChange => common::PERSONAL_CHANGE,
        ChangeKind::OrganisationChange => common::ORGANISATION_CHANGE,
    }
}
