//! Notifications under the day on which they came.

use congvu_openapi::notifications::Notification;
use leptos::prelude::*;

use super::item::Item;
use crate::format;
use crate::i18n::{notifications, tf};
use crate::state::deployment::use_deployment;

/// A list for each day, newest first.
#[component]
pub(super) fn Days(items: Vec<Notification>) -> impl IntoView {
    let today = use_deployment()
        .with_untracked(|d| d.as_ref().map(|d| format::date(&d.today)))
        .unwrap_or_default();
    by_day(items)
        .into_iter()
        .map(|(day, items)| {
            let title = if day == today {
                tf(notifications::TODAY, &[&day])
            } else {
                day.clone()
            };
            view! {
                <section class="stack notices" aria-label=tf(notifications::OF_DAY, &[&day])>
                    <h2 class="notices__day">{title}</h2>
                    <ul class="notices__list">
                        {items.into_iter().map(|item| view! { <Item item=item/> }).collect_view()}
                    </ul>
                </section>
            }
        })
        .collect_view()
}

/// The items of each day in Vietnam's time, in the order in which they came.
fn by_day(items: Vec<Notification>) -> Vec<(String, Vec<Notification>)> {
    let mut days: Vec<(String, Vec<Notification>)> = Vec::new();
    for item in items {
        let at = format::date_time(&item.at);
        let day = at.split(' ').next().unwrap_or_default();
        match days.last_mut() {
            Some((last, of_day)) if last == day => of_day.push(item),
            _ => days.push((day.to_owned(), vec![item])),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(at: &str) -> Notification {
        Notification {
            id: String::new(),
            kind: "overdue".to_owned(),
            text: String::new(),
            text_en: String::new(),
            link: "/".to_owned(),
            at: at.to_owned(),
            read_at: None,
        }
    }

    #[test]
    fn a_day_is_one_in_vietnam() {
        // 18:05 in London is the next day in Hà Nội.
        let days = by_day(vec![
            item("2026-02-28T18:05:00Z"),
            item("2026-02-28T17:00:00Z"),
            item("2026-02-28T16:59:59Z"),
        ]);
        let days: Vec<_> = days
            .iter()
            .map(|(day, of)| (day.as_str(), of.len()))
            .collect();
        assert_eq!(days, [("01/03/2026", 2), ("28/02/2026", 1)]);
    }
}
