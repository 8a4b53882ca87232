//! What waits, by step or by person.

use congvu_openapi::overview::PersonFigures;
use leptos::prelude::*;

use super::number::{Number, Oldest};
use super::sort::{Column, Sort, SortHeading};
use super::words;
use crate::api::overview::Behind;
use crate::components::{EmptyState, Icon, IconName};
use crate::i18n::{overview as w, t, tr};
use crate::pages::tasks::kind;

/// The table; `people` says who took the work on, otherwise rows are steps.
#[component]
pub(super) fn Work(rows: Vec<PersonFigures>, people: bool, unit: String) -> impl IntoView {
    if rows.is_empty() {
        return view! {
            <EmptyState title=tr(w::EMPTY_TITLE) text=tr(w::EMPTY_TEXT) icon=IconName::Success/>
        }
        .into_any();
    }
    let sort = RwSignal::new(Sort::default());
    let rows = StoredValue::new(rows);
    let unit = StoredValue::new(unit);
    let sorted = move || {
        let mut rows = rows.get_value();
        sort.get().apply(&mut rows);
        rows.into_iter()
            .map(|row| view! { <Row row=row people=people unit=unit.get_value()/> })
            .collect_view()
    };
    let caption = if people {
        w::TABLE_PEOPLE
    } else {
        w::TABLE_STEPS
    };
    let columns = [
        Column::Work,
        Column::Role,
        Column::Waiting,
        Column::Late,
        Column::Oldest,
    ];
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table overview">
                <caption class="visually-hidden">{t(caption)}</caption>
                <thead>
                    <tr>
                        {people.then(|| view! { <SortHeading column=Column::Who sort=sort/> })}
                        {columns
                            .map(|column| view! { <SortHeading column=column sort=sort/> })
                            .into_iter()
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>{sorted}</tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(row: PersonFigures, people: bool, unit: String) -> impl IntoView {
    let PersonFigures {
        account_id,
        name,
        step,
    } = row;
    let work = t(kind::text(step.kind));
    let role = words::role(&step);
    let who = match (name.is_empty(), step.role.is_empty()) {
        (false, _) => name,
        (true, true) => t(w::OWN_DUTY).to_owned(),
        (true, false) => t(w::NOBODY).to_owned(),
    };
    let label = if people {
        format!("{who}, {work}, {role}")
    } else {
        format!("{work}, {role}")
    };
    let behind = |state: &str| Behind {
        unit: unit.clone(),
        state: state.to_owned(),
        kind: kind::key(step.kind).to_owned(),
        step: step.role.clone(),
        own: step.role.is_empty(),
        assignee: account_id.clone().unwrap_or_default(),
    };
    let (waiting, late) = (behind("waiting"), behind("late"));
    let icon = kind::icon(step.kind);
    let what = view! {
        <span class="with-icon">
            <Icon name=icon/>
            <span>{work}</span>
        </span>
    };
    view! {
        <tr>
            {if people {
                view! {
                    <th scope="row">{who}</th>
                    <td data-label=t(w::WORK)>{what}</td>
                }
                    .into_any()
            } else {
                view! { <th scope="row">{what}</th> }.into_any()
            }}
            <td data-label=t(w::ROLE)>{role}</td>
            <Number n=step.waiting column=w::SHORT_WAITING row=label.clone() behind=waiting/>
            <Number n=step.late column=w::SHORT_LATE row=label behind=late late=true/>
            <Oldest days=step.oldest_days/>
        </tr>
    }
}
