//! The figures by unit; units below a unit can be folded away.

use std::collections::HashSet;

use congvu_openapi::overview::{OverviewBy, UnitFigures};
use leptos::prelude::*;
use leptos_router::components::A;

use super::address::Filter;
use super::number::{Number, Oldest};
use super::tree::{Tree, ordered};
use crate::api::overview::Behind;
use crate::components::{Button, ButtonKind, EmptyState, Icon, IconName};
use crate::format;
use crate::i18n::{common, overview as w, t, tf, tr};

#[component]
pub(super) fn Units(units: Vec<UnitFigures>) -> impl IntoView {
    if units.is_empty() {
        return view! {
            <EmptyState title=tr(w::NO_UNITS_TITLE) text=tr(w::NO_UNITS_TEXT) icon=IconName::People/>
        }
        .into_any();
    }
    let tree = Tree::new(&units);
    let branches = StoredValue::new(tree.branches());
    let open = RwSignal::new(tree.tops());
    let foldable = branches.with_value(|all| !all.is_empty());
    let tree = StoredValue::new(tree);
    view! {
        {foldable
            .then(|| {
                view! {
                    <div class="row">
                        <Button
                            kind=ButtonKind::Quiet
                            on_click=move || open.set(branches.get_value())
                        >
                            {t(w::OPEN_ALL)}
                        </Button>
                        <Button kind=ButtonKind::Quiet on_click=move || open.set(HashSet::new())>
                            {t(w::FOLD_ALL)}
                        </Button>
                    </div>
                }
            })}
        <div class="table-frame table-frame--cards">
            <table class="table overview">
                <caption class="visually-hidden">{t(w::TABLE_UNITS)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(common::UNIT)}</th>
                        {[
                            w::PEOPLE,
                            w::SHORT_MISSING,
                            w::SHORT_DRAFTING,
                            w::IN_REVIEW,
                            w::RETURNED,
                            w::APPROVED,
                            w::SHORT_WAITING,
                            w::SHORT_LATE,
                            w::OLDEST,
                        ]
                            .map(|name| {
                                view! {
                                    <th scope="col" class="table__number">
                                        {t(name)}
                                    </th>
                                }
                            })
                            .into_iter()
                            .collect_view()}
                    </tr>
                </thead>
                <tbody>
                    {ordered(units)
                        .into_iter()
                        .map(|(level, unit)| {
                            view! { <Row unit=unit level=level tree=tree open=open/> }
                        })
                        .collect_view()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

#[component]
fn Row(
    unit: UnitFigures,
    level: u16,
    tree: StoredValue<Tree>,
    open: RwSignal<HashSet<String>>,
) -> impl IntoView {
    let UnitFigures {
        unit_id,
        name,
        figures: f,
        ..
    } = unit;
    let own = unit_id.clone();
    let hidden = move || !tree.with_value(|tree| open.with(|open| tree.is_shown(&own, open)));
    let cells = [
        ("missing", w::SHORT_MISSING, f.missing),
        ("drafting", w::SHORT_DRAFTING, f.drafting),
        ("in_review", w::IN_REVIEW, f.in_review),
        ("returned", w::RETURNED, f.returned),
        ("approved", w::APPROVED, f.approved),
        ("waiting", w::SHORT_WAITING, f.waiting),
        ("late", w::SHORT_LATE, f.late),
    ]
    .map(|(state, column, n)| {
        let behind = Behind {
            unit: unit_id.clone(),
            state: state.to_owned(),
            ..Behind::default()
        };
        let late = state == "late";
        view! { <Number n=n column=column row=name.clone() behind=behind late=late/> }
    });
    let steps = Filter {
        unit: unit_id.clone(),
        by: OverviewBy::Step,
    }
    .href();
    let branch = tree.with_value(|tree| tree.branches().contains(&unit_id));
    view! {
        <tr hidden=hidden>
            // Without inline styles a level is a class; deeper ones stand where the deepest does.
            <th scope="row" class=format!("tree tree--{}", level.min(5))>
                <span class="tree__cell" class:tree__cell--leaf=!branch>
                    {branch.then(|| view! { <Toggle id=unit_id.clone() name=name.clone() open=open/> })}
                    <A href=steps>{name.clone()}</A>
                </span>
            </th>
            <td class="table__number" data-label=t(w::PEOPLE)>
                {format::integer(f.people)}
            </td>
            {cells.into_iter().collect_view()}
            <Oldest days=f.oldest_days/>
        </tr>
    }
}

#[component]
fn Toggle(id: String, name: String, open: RwSignal<HashSet<String>>) -> impl IntoView {
    let own = id.clone();
    let is_open = Memo::new(move |_| open.with(|open| open.contains(&own)));
    view! {
        <button
            type="button"
            class="tree__toggle"
            aria-expanded=move || if is_open.get() { "true" } else { "false" }
            aria-label=tf(w::TOGGLE, &[&name])
            on:click=move |_| {
                open.update(|open| {
                    if !open.remove(&id) {
                        open.insert(id.clone());
                    }
                });
            }
        >
            <Show
                when=move || is_open.get()
                fallback=|| view! { <Icon name=IconName::ChevronRight/> }
            >
                <Icon name=IconName::ChevronDown/>
            </Show>
        </button>
    }
}
