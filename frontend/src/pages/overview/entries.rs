//! The tables behind the figures.

use congvu_openapi::overview::OverviewItem;
use congvu_openapi::tasks::TaskKind;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::{Button, ButtonKind, DueDate, Icon, WhyDialog};
use crate::format;
use crate::i18n::{Text, common, overview as w, people, pick, t, tf};
use crate::pages::tasks::kind;

/// Tasks by deadline.
#[component]
pub(super) fn TaskTable(items: Vec<OverviewItem>, caption: Text) -> impl IntoView {
    let why = RwSignal::new(None::<String>);
    view! {
        <WhyDialog task=why/>
        <div class="table-frame table-frame--cards">
            <table class="table tasks behind">
                <caption class="visually-hidden">{t(caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::WORK)}</th>
                        <th scope="col">{t(w::ABOUT)}</th>
                        <th scope="col">{t(w::ROLE)}</th>
                        <th scope="col">{t(w::WAITED)}</th>
                        <th scope="col">{t(w::DUE)}</th>
                    </tr>
                </thead>
                <tbody>
                    {items.into_iter().map(|item| view! { <TaskRow item=item why=why/> }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn TaskRow(item: OverviewItem, why: RwSignal<Option<String>>) -> impl IntoView {
    let href = match item.kind {
        Some(TaskKind::Review) => format!("/submissions/{}", item.subject_id),
        _ => format!("/people/{}", item.person_id),
    };
    let (role, taken) = match (item.role.is_empty(), item.assignee.is_empty()) {
        (true, _) => (t(w::OWN_DUTY).to_owned(), item.assignee),
        (false, true) => (pick(&item.role, &item.role_en), t(w::NOBODY).to_owned()),
        (false, false) => (pick(&item.role, &item.role_en), item.assignee),
    };
    let person = item.person_name.clone();
    let what = item.kind.map(|of_kind| {
        view! {
            <A href=href attr:class="tasks__what">
                <Icon name=kind::icon(of_kind)/>
                <span>
                    {t(kind::text(of_kind))} <span class="visually-hidden">": " {person}</span>
                </span>
            </A>
        }
    });
    let work = item.kind.map(|of_kind| t(kind::text(of_kind)));
    let label = tf(
        w::WHY_ONE,
        &[t(common::WHY), work.unwrap_or_default(), &item.person_name],
    );
    let ask = item.task_id.map(|id| {
        view! {
            <Button
                kind=ButtonKind::Quiet
                label=Signal::stored(label)
                on_click=move || why.set(Some(id.clone()))
            >
                {t(common::WHY)}
            </Button>
        }
    });
    let waited = item
        .waiting_days
        .map_or_else(|| "—".to_owned(), |n| tf(w::DAYS, &[&format::integer(n)]));
    view! {
        <tr class:tasks__overdue=item.days_left.is_some_and(|days| days < 0)>
            <th scope="row">{what}</th>
            <td>
                <A href=format!("/people/{}", item.person_id)>{item.person_name}</A>
                <span class="tasks__unit">{item.unit_name}</span>
            </td>
            <td>
                <span>{role}</span>
                <span class="tasks__unit">{taken}</span>
            </td>
            <td data-label=t(w::WAITED)>{waited}</td>
            <td>
                <DueDate due_on=item.due_on days_left=item.days_left/>
                {ask}
            </td>
        </tr>
    }
}

/// People by given name.
#[component]
pub(super) fn PeopleTable(items: Vec<OverviewItem>, caption: Text) -> impl IntoView {
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table table--names">
                <caption class="visually-hidden">{t(caption)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(people::COLUMN_NAME)}</th>
                        <th scope="col">{t(common::UNIT)}</th>
                    </tr>
                </thead>
                <tbody>
                    {items
                        .into_iter()
                        .map(|item| {
                            view! {
                                <tr>
                                    <th scope="row">
                                        <A href=format!("/people/{}", item.person_id)>
                                            {item.person_name}
                                        </A>
                                    </th>
                                    <td data-label=t(common::UNIT)>{item.unit_name}</td>
                                </tr>
                            }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
}
