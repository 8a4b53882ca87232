//! The days as a table, by month.

use congvu_openapi::calendar::{AmendmentKind, CalendarDay};
use leptos::prelude::*;

use super::{days, words};
use crate::components::{Badge, EmptyState, IconName};
use crate::i18n::{calendar as w, pick, t, tf, tr};

#[component]
pub(super) fn DayList(
    year: i32,
    days_off: Vec<CalendarDay>,
    worked: Vec<CalendarDay>,
) -> impl IntoView {
    let months = by_month(days_off, worked);
    if months.is_empty() {
        return view! {
            <EmptyState title=tr(w::EMPTY_TITLE) text=tr(w::EMPTY_TEXT) icon=IconName::Calendar/>
        }
        .into_any();
    }
    view! {
        <div class="table-frame table-frame--cards">
            <table class="table calendar">
                <caption class="visually-hidden">{tf(w::TABLE, &[&year.to_string()])}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(w::DAY)}</th>
                        <th scope="col">{t(w::KIND)}</th>
                        <th scope="col">{t(w::OCCASION)}</th>
                        <th scope="col">{t(w::SOURCE)}</th>
                    </tr>
                </thead>
                {months
                    .into_iter()
                    .map(|(month, days)| view! { <Month month=month days=days/> })
                    .collect_view()}
            </table>
        </div>
    }
    .into_any()
}

type Day = (AmendmentKind, CalendarDay);

/// The days of each month that has any, in order.
fn by_month(days_off: Vec<CalendarDay>, worked: Vec<CalendarDay>) -> Vec<(u32, Vec<Day>)> {
    let off = days_off.into_iter().map(|day| (AmendmentKind::DayOff, day));
    let worked = worked
        .into_iter()
        .map(|day| (AmendmentKind::WorkingDay, day));
    let mut all: Vec<Day> = off.chain(worked).collect();
    all.sort_by(|(_, a), (_, b)| a.date.cmp(&b.date));
    let mut months: Vec<(u32, Vec<Day>)> = Vec::new();
    for day in all {
        let month = days::month(&day.1.date);
        match months.last_mut() {
            Some((last, of_month)) if *last == month => of_month.push(day),
            _ => months.push((month, vec![day])),
        }
    }
    months
}

#[component]
fn Month(month: u32, days: Vec<Day>) -> impl IntoView {
    let count = |kind: AmendmentKind| days.iter().filter(|(k, _)| *k == kind).count();
    let counted = [
        (w::MONTH_OFF, count(AmendmentKind::DayOff)),
        (w::MONTH_WORKED, count(AmendmentKind::WorkingDay)),
    ];
    let counted: Vec<String> = counted
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(text, n)| tf(text, &[&n.to_string()]))
        .collect();
    view! {
        <tbody>
            <tr class="calendar__month">
                <th scope="rowgroup" colspan="4">
                    {tf(w::MONTH, &[&month.to_string()])} " "
                    <span class="muted">{counted.join(", ")}</span>
                </th>
            </tr>
            {days.into_iter().map(|(kind, day)| view! { <Row kind=kind day=day/> }).collect_view()}
        </tbody>
    }
}

#[component]
fn Row(kind: AmendmentKind, day: CalendarDay) -> impl IntoView {
    let (tone, icon, word) = words::kind(kind);
    let source = if day.announcement.is_empty() {
        t(w::BY_LAW).to_owned()
    } else {
        day.announcement
    };
    view! {
        <tr>
            <th scope="row">{days::full(&day.date)}</th>
            <td>
                <Badge kind=tone icon=icon>{t(word)}</Badge>
            </td>
            <td>{pick(&day.name, &day.name_en)}</td>
            <td data-label=t(w::SOURCE)>{source}</td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(date: &str) -> CalendarDay {
        CalendarDay {
            date: date.into(),
            name: String::new(),
            name_en: String::new(),
            announcement: String::new(),
        }
    }

    #[test]
    fn days_off_and_worked_stand_together_by_month() {
        let months = by_month(
            vec![day("2026-08-31"), day("2026-09-01"), day("2026-09-02")],
            vec![day("2026-08-22")],
        );
        let shown: Vec<_> = months
            .iter()
            .map(|(month, days)| {
                let dates: Vec<_> = days.iter().map(|(_, day)| day.date.as_str()).collect();
                (*month, dates)
            })
            .collect();
        assert_eq!(
            shown,
            [
                (8, vec!["2026-08-22", "2026-08-31"]),
                (9, vec!["2026-09-01", "2026-09-02"]),
            ]
        );
    }
}
