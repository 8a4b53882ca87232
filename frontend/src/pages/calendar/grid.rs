//! The year at a glance. The list below says the same in words, so this is for the eye only.

use std::collections::HashSet;

use congvu_openapi::calendar::CalendarDay;
use leptos::prelude::*;

use super::days;
use crate::i18n::{calendar as w, t, tf};
use crate::state::deployment::use_deployment;

#[component]
pub(super) fn YearGrid(
    year: i32,
    days_off: Vec<CalendarDay>,
    worked: Vec<CalendarDay>,
) -> impl IntoView {
    let dates = |days: Vec<CalendarDay>| -> HashSet<String> {
        days.into_iter().map(|day| day.date).collect()
    };
    let (off, worked) = (dates(days_off), dates(worked));
    let today = use_deployment()
        .with_untracked(|d| d.as_ref().map(|d| d.today.clone()))
        .unwrap_or_default();
    let class = |day: &str| {
        let kind = if off.contains(day) {
            " year-grid__day--off"
        } else if worked.contains(day) {
            " year-grid__day--worked"
        } else if days::is_weekend(day) {
            " year-grid__day--weekend"
        } else {
            ""
        };
        let now = if day == today {
            " year-grid__day--today"
        } else {
            ""
        };
        format!("year-grid__day{kind}{now}")
    };
    // On a phone it would push the list out of sight.
    let wide = window()
        .match_media("(min-width: 720px)")
        .ok()
        .flatten()
        .is_some_and(|query| query.matches());
    let months = (1..=12_u32)
        .map(|month| {
            let all = days::of_month(year, month);
            let before = all.first().and_then(|day| days::weekday(day)).unwrap_or(0);
            let gaps = (0..before).map(|_| view! { <span></span> }).collect_view();
            let cells = all
                .iter()
                .zip(1_u32..)
                .map(|(day, n)| view! { <span class=class(day)>{n}</span> })
                .collect_view();
            let letters = t(w::LETTERS)
                .split(' ')
                .map(|name| view! { <span class="year-grid__weekday">{name}</span> })
                .collect_view();
            view! {
                <div class="year-grid__month">
                    <strong>{tf(w::MONTH, &[&month.to_string()])}</strong>
                    <div class="year-grid__days">{letters} {gaps} {cells}</div>
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="card year-grid" open=wide>
            <summary>{t(w::AT_A_GLANCE)}</summary>
            <div aria-hidden="true">
                <p class="year-grid__legend">
                    <span class="year-grid__day year-grid__day--off">"1"</span>
                    {t(w::LEGEND_OFF)}
                    <span class="year-grid__day year-grid__day--worked">"1"</span>
                    {t(w::LEGEND_WORKED)}
                    <span class="year-grid__day year-grid__day--today">"1"</span>
                    {t(w::LEGEND_TODAY)}
                </p>
                <div class="year-grid__months">{months}</div>
            </div>
        </details>
    }
}
