//! The days between the event and the deadline.

use congvu_openapi::overview::CountedDay;
use leptos::prelude::*;

use crate::format;
use crate::i18n::{Text, pick, t, tf, why};

/// A Monday.
const MONDAY: &str = "2024-01-01";
const WEEKDAYS: [Text; 7] = [
    why::MONDAY,
    why::TUESDAY,
    why::WEDNESDAY,
    why::THURSDAY,
    why::FRIDAY,
    why::SATURDAY,
    why::SUNDAY,
];

/// Each day with its number, or why it does not count; nothing where there are none.
#[component]
pub(super) fn Days(days: Vec<CountedDay>) -> impl IntoView {
    (!days.is_empty()).then(|| {
        view! {
            <section class="why" aria-label=t(why::DAYS)>
                <h3>{t(why::DAYS)}</h3>
                <div class="why__days" tabindex="0" role="region" aria-label=t(why::DAYS)>
                    <table class="table">
                        <caption class="visually-hidden">{t(why::DAYS)}</caption>
                        <thead>
                            <tr>
                                <th scope="col">{t(why::DAY)}</th>
                                <th scope="col">{t(why::COUNTED)}</th>
                                <th scope="col">{t(why::REASON)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {days.into_iter().map(|day| view! { <Day day=day/> }).collect_view()}
                        </tbody>
                    </table>
                </div>
            </section>
        }
    })
}

#[component]
fn Day(day: CountedDay) -> impl IntoView {
    let number = match day.number {
        Some(number) => tf(why::DAY_NUMBER, &[&number.to_string()]),
        None => t(why::NOT_COUNTED).to_owned(),
    };
    let name = pick(&day.name, &day.name_en);
    let at = weekday(&day.date);
    let note = match (name.is_empty(), day.working, at) {
        (true, false, Some(5 | 6)) => t(why::WEEKEND).to_owned(),
        _ => name,
    };
    let words = at
        .and_then(|at| WEEKDAYS.get(at))
        .map_or("", |text| t(*text));
    view! {
        <tr class:why__skipped=day.number.is_none()>
            <th scope="row">{format!("{words} {}", format::date(&day.date))}</th>
            <td>{number}</td>
            <td>{note}</td>
        </tr>
    }
}

/// From 0 for Monday.
fn weekday(date: &str) -> Option<usize> {
    let days = format::days_between(MONDAY, date)?;
    usize::try_from(days.rem_euclid(7)).ok()
}

#[cfg(test)]
mod tests {
    use super::weekday;

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        assert_eq!(weekday("2026-02-27"), Some(4), "a Friday");
        assert_eq!(weekday("2026-11-23"), Some(0), "a Monday");
        assert_eq!(weekday("2023-12-31"), Some(6), "a Sunday");
        assert_eq!(weekday("hôm qua"), None);
    }
}
