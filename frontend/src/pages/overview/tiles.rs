//! Everything together.

use congvu_openapi::overview::Figures;
use leptos::prelude::*;
use leptos_router::components::A;

use super::address::behind_href;
use crate::api::overview::Behind;
use crate::components::{Alert, AlertKind};
use crate::format;
use crate::i18n::{overview as w, t, tf};

/// How things stand in a sentence, then the figures, each leading to what stands behind it.
#[component]
pub(super) fn Tiles(total: Figures, unit: String) -> impl IntoView {
    let figures = [
        ("", w::PEOPLE, total.people),
        ("missing", w::MISSING, total.missing),
        ("drafting", w::DRAFTING, total.drafting),
        ("in_review", w::IN_REVIEW, total.in_review),
        ("returned", w::RETURNED, total.returned),
        ("approved", w::APPROVED, total.approved),
        ("waiting", w::WAITING, total.waiting),
        ("late", w::LATE, total.late),
    ];
    let href = move |state: &str| {
        let asked = Behind {
            unit: unit.clone(),
            state: state.to_owned(),
            ..Behind::default()
        };
        behind_href(&asked, "")
    };
    let tile = |(state, name, n): (&str, crate::i18n::Text, i64)| {
        let late = state == "late" && n > 0;
        let words = view! {
            <span class="tile__number">{format::integer(n)}</span>
            <span class="tile__name">{t(name)}</span>
        };
        if state.is_empty() || n == 0 {
            return view! { <li class="tile">{words}</li> }.into_any();
        }
        view! {
            <li class="tile tile--link" class:tile--late=late>
                <A href=href(state)>{words}</A>
            </li>
        }
        .into_any()
    };
    view! {
        <HowItStands waiting=total.waiting late=total.late href=href("late")/>
        <section aria-label=t(w::SUMMARY)>
            <ul class="tiles">{figures.map(tile).into_iter().collect_view()}</ul>
        </section>
    }
}

#[component]
fn HowItStands(waiting: i64, late: i64, href: String) -> impl IntoView {
    if late > 0 {
        return view! {
            <Alert kind=AlertKind::Warning>
                <strong>{tf(w::SOME_LATE, &[&format::integer(late)])}</strong>
                <A href=href>{t(w::SEE_LATE)}</A>
            </Alert>
        }
        .into_any();
    }
    let rest = if waiting > 0 {
        tf(w::ALL_IN_TIME, &[&format::integer(waiting)])
    } else {
        t(w::NOTHING_WAITS).to_owned()
    };
    view! {
        <Alert kind=AlertKind::Success>
            <strong>{t(w::NOTHING_LATE)}</strong>
            <span>{rest}</span>
        </Alert>
    }
    .into_any()
}
