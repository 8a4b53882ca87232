//! The state of things: what is missing, waiting and late, and what stands behind each figure.

mod address;
mod behind;
mod entries;
mod narrowed;
mod number;
mod sort;
mod tiles;
mod tree;
mod units;
mod words;
mod work;

use congvu_openapi::overview::{Overview, OverviewBy, PersonFigures, UnitFigures};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};

use self::address::Filter;
pub use self::behind::OverviewTasksPage;
use self::tiles::Tiles;
use self::units::Units;
use self::work::Work;
use super::profile::files;
use crate::api;
use crate::api::overview::by_key;
use crate::components::{
    AlertKind, Button, IconName, PageHeader, Remote, RemoteView, SelectField, Tab, Tabs,
};
use crate::format;
use crate::i18n::{common, overview as w, t, tf, tr};
use crate::state::session::may;
use crate::state::toasts::toast;

const PANEL: &str = "overview-panel";

/// `/overview`, with `unit` and `by` in the address.
#[component]
pub fn OverviewPage() -> impl IntoView {
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(Filter::from_query));
    let found = Remote::new(move || {
        let filter = filter.get();
        async move { api::overview::figures(&filter.unit, filter.by).await }
    });
    let units = known_units(filter, found);
    let day = move || {
        let today = found.get().map(|found| format::date(&found.today));
        today.map(|today| tf(w::AS_OF, &[&today]))
    };
    view! {
        <div class="stack page--wide">
            <PageHeader title=tr(w::TITLE)>
                <Show when=move || may("read_people")>
                    <Csv filter=filter/>
                </Show>
            </PageHeader>
            <p class="muted">{day}</p>
            <Show when=move || may("read_people")>
                <UnitFilter filter=filter units=units/>
                <ByTabs filter=filter/>
            </Show>
            <div id=PANEL role="tabpanel" aria-label=move || t(w::BY) class="stack">
                <RemoteView
                    remote=found
                    lines=8
                    view=move |found| {
                        view! { <Figures found=found unit=filter.with_untracked(|f| f.unit.clone())/> }
                    }
                />
            </div>
        </div>
    }
}

/// The units that the caller may read. Where the page shows only a part of the figures they are asked for once more.
fn known_units(filter: Memo<Filter>, found: Remote<Overview>) -> RwSignal<Vec<(String, String)>> {
    let known = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        if let Some(found) = found.get()
            && filter.get_untracked() == Filter::default()
        {
            known.set(unit_options(found.units));
        }
    });
    if filter.get_untracked() != Filter::default() {
        spawn_local(async move {
            // Without them the choice has fewer entries; the page says itself what went wrong.
            if let Ok(found) = api::overview::figures("", OverviewBy::Unit).await {
                known.try_set(unit_options(found.units));
            }
        });
    }
    known
}

/// Choices for a list of units, indented by level.
fn unit_options(units: Vec<UnitFigures>) -> Vec<(String, String)> {
    tree::ordered(units)
        .into_iter()
        .map(|(level, unit)| {
            let indent = "\u{2003}".repeat(usize::from(level));
            (unit.unit_id, format!("{indent}{}", unit.name))
        })
        .collect()
}

/// The figures shown, as a file for a spreadsheet.
#[component]
fn Csv(filter: Memo<Filter>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let download = move || {
        let filter = filter.get_untracked();
        busy.set(true);
        spawn_local(async move {
            match api::overview::csv(&filter.unit, filter.by).await {
                Ok(bytes) => files::download(&bytes, "text/csv", "tinh-hinh-ho-so.csv"),
                Err(error) => toast(AlertKind::Error, error.message()),
            }
            busy.try_set(false);
        });
    };
    view! {
        <Button icon=IconName::Download busy=busy on_click=download>
            {move || t(w::CSV)}
        </Button>
    }
}

#[component]
fn UnitFilter(filter: Memo<Filter>, units: RwSignal<Vec<(String, String)>>) -> impl IntoView {
    let navigate = use_navigate();
    let unit = RwSignal::new(String::new());
    Effect::new(move |_| {
        // The list comes later than the address; a value needs its choice.
        units.track();
        unit.set(filter.get().unit);
    });
    let choose = move |unit: String| {
        let next = Filter {
            unit,
            ..filter.get_untracked()
        };
        go(&navigate, &next);
    };
    view! {
        <form
            class="filters filters--short"
            aria-label=move || t(w::FILTERS)
            on:submit=|ev| ev.prevent_default()
        >
            <SelectField
                id="overview-unit"
                label=tr(common::UNIT)
                value=unit
                options=units
                empty_label=tr(w::ALL_UNITS)
                on_change=choose
            />
        </form>
    }
}

fn go(navigate: &impl Fn(&str, NavigateOptions), filter: &Filter) {
    let options = NavigateOptions {
        scroll: false,
        ..NavigateOptions::default()
    };
    navigate(&filter.href(), options);
}

#[component]
fn ByTabs(filter: Memo<Filter>) -> impl IntoView {
    let navigate = use_navigate();
    let tabs = Signal::derive(|| {
        [
            (OverviewBy::Unit, w::BY_UNIT),
            (OverviewBy::Step, w::BY_STEP),
            (OverviewBy::Person, w::BY_PERSON),
        ]
        .map(|(by, name)| Tab::new(by_key(by), t(name)))
        .to_vec()
    });
    let selected = Signal::derive(move || filter.with(|f| by_key(f.by).to_owned()));
    let select = move |key: String| {
        let next = Filter {
            by: address::by(&key),
            ..filter.get_untracked()
        };
        go(&navigate, &next);
    };
    view! { <Tabs tabs=tabs selected=selected on_select=select label=tr(w::BY) panel_id=PANEL/> }
}

#[component]
fn Figures(found: Overview, unit: String) -> impl IntoView {
    let Overview {
        by,
        total,
        units,
        steps,
        people,
        ..
    } = found;
    let table = match by {
        OverviewBy::Unit => view! { <Units units=units/> }.into_any(),
        OverviewBy::Step => {
            let rows = steps.into_iter().map(|step| PersonFigures {
                account_id: None,
                name: String::new(),
                step,
            });
            view! { <Work rows=rows.collect() people=false unit=unit.clone()/> }.into_any()
        }
        OverviewBy::Person => {
            view! { <Work rows=people people=true unit=unit.clone()/> }.into_any()
        }
    };
    view! {
        <Tiles total=total unit=unit/>
        {table}
    }
}
