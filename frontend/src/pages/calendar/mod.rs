//! Days off and swapped days of a year; who administers the body enters announcements.

mod amendments;
mod changes;
mod confirm;
mod days;
mod effect;
mod enter;
mod enter_form;
mod grid;
mod list;
mod plan;
mod withdraw;
mod words;

use std::time::Duration;

use congvu_openapi::calendar::{Amendment, CalendarYear};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use self::amendments::Amendments;
pub use self::changes::DueChangesPage;
use self::enter::EnterDialog;
use self::grid::YearGrid;
use self::list::DayList;
use self::withdraw::WithdrawDialog;
use crate::api;
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Icon, IconName, PageHeader, Remote, RemoteView,
    focus_heading,
};
use crate::i18n::{calendar as w, t, tf, tr};

/// The server counts open deadlines anew in the background; after this long most of it is done.
const RECOUNT: Duration = Duration::from_secs(3);

/// `/calendar`, with `year` in the address.
#[component]
pub fn CalendarPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| query.with(|q| q.get("year")).unwrap_or_default());
    let year = Remote::new(move || {
        let asked = asked.get();
        async move { api::calendar::year(&asked).await }
    });
    let may_amend = Memo::new(move |_| year.get().is_some_and(|year| year.may_amend));
    let entering = RwSignal::new(false);
    let withdrawing = RwSignal::new(None::<Amendment>);
    let recounted = RwSignal::new(0_u32);
    let changed = move || {
        year.reload();
        focus_heading();
        set_timeout(
            move || {
                recounted.try_update(|n| *n = n.wrapping_add(1));
            },
            RECOUNT,
        );
    };
    let number = Signal::derive(move || year.get().map(|year| year.year).unwrap_or_default());
    view! {
        <div class="stack">
            <PageHeader title=tr(w::TITLE)>
                <Show when=move || may_amend.get()>
                    <A href="/calendar/changes" attr:class="button">
                        <Icon name=IconName::History/>
                        {move || t(w::CHANGES)}
                    </A>
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Plus
                        on_click=move || entering.set(true)
                    >
                        {move || t(w::ANNOUNCE)}
                    </Button>
                </Show>
            </PageHeader>
            <p class="muted">{move || t(w::INTRO)}</p>
            <Show when=move || may_amend.get()>
                <Waiting recounted=recounted/>
            </Show>
            <RemoteView
                remote=year
                lines=10
                view=move |year| view! { <Year year=year withdrawing=withdrawing/> }
            />
            <EnterDialog open=entering year=number on_done=changed/>
            <WithdrawDialog withdrawing=withdrawing on_done=changed/>
        </div>
    }
}

/// Deadlines that would get shorter, where there are any.
#[component]
fn Waiting(recounted: RwSignal<u32>) -> impl IntoView {
    let page = Remote::new(move || {
        recounted.track();
        async { api::calendar::due_changes(true, "").await }
    });
    move || {
        page.get().filter(|page| !page.items.is_empty()).map(|_| {
            view! {
                <Alert kind=AlertKind::Warning live=true>
                    <strong>{t(w::SOME_WAIT)}</strong>
                    <A href="/calendar/changes">{t(w::SEE_WAITING)}</A>
                </Alert>
            }
        })
    }
}

#[component]
fn Year(year: CalendarYear, withdrawing: RwSignal<Option<Amendment>>) -> impl IntoView {
    let number = year.year;
    let name = number.to_string();
    let (tone, words) = if year.announced {
        (AlertKind::Success, tf(w::ANNOUNCED, &[&name]))
    } else {
        (AlertKind::Warning, tf(w::NOT_ANNOUNCED, &[&name]))
    };
    let link = |year: i32| {
        (
            format!("/calendar?year={year}"),
            tf(w::YEAR, &[&year.to_string()]),
        )
    };
    let (before, before_name) = link(number - 1);
    let (after, after_name) = link(number + 1);
    let heading = tf(w::YEAR, &[&name]);
    view! {
        <nav class="year-nav" aria-label=t(w::YEARS)>
            <A href=before attr:class="button button--quiet">
                <Icon name=IconName::ChevronLeft/>
                {before_name}
            </A>
            <h2 aria-live="polite">{heading}</h2>
            <A href=after attr:class="button button--quiet">
                {after_name}
                <Icon name=IconName::ChevronRight/>
            </A>
        </nav>
        <Alert kind=tone>{words}</Alert>
        <YearGrid year=number days_off=year.days_off.clone() worked=year.worked.clone()/>
        <DayList year=number days_off=year.days_off worked=year.worked/>
        <Amendments
            year=number
            items=year.amendments
            may_amend=year.may_amend
            withdrawing=withdrawing
        />
    }
}
