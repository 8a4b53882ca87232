//! A deadline in words, with the clause that it comes from.

use leptos::prelude::*;

use super::button::{Button, ButtonKind};
use super::icon::{Icon, IconName};
use crate::format;
use crate::i18n::{common, t, tf, why};

/// "còn 3 ngày làm việc – 27/02/2026", with a small "Vì sao?". Overdue is said in a word, an icon and a colour.
#[component]
pub fn DueDate(
    /// `YYYY-MM-DD`; absent where the regulation sets no deadline.
    #[prop(into)]
    due_on: Option<String>,
    #[prop(optional_no_strip, into)] opens_on: Option<String>,
    /// Working days, negative when overdue.
    #[prop(optional_no_strip, into)]
    days_left: Option<i64>,
    #[prop(optional)] provisional: bool,
    #[prop(optional, into)] clause: String,
    #[prop(optional, into)] why: String,
    /// Opens the whole explanation, where there is one.
    #[prop(optional, into)]
    on_why: Option<Callback<()>>,
) -> impl IntoView {
    let overdue = days_left.is_some_and(|days| days < 0);
    let near = days_left.is_some_and(|days| (0..=2).contains(&days));
    let (icon, tone) = match (overdue, near) {
        (true, _) => (IconName::Warning, "due due--over"),
        (_, true) => (IconName::Clock, "due due--near"),
        _ => (IconName::Calendar, "due"),
    };
    let has_due = due_on.is_some();
    let words = move || words(due_on.as_deref(), days_left);
    let explained = !why.is_empty() || !clause.is_empty() || on_why.is_some();
    view! {
        <div class=if has_due { tone } else { "due due--none" }>
            <span class="due__words">
                {has_due.then(|| view! { <Icon name=icon/> })}
                <span>{words}</span>
            </span>
            {opens_on
                .map(|day| {
                    view! {
                        <span class="due__note">
                            {move || tf(common::DUE_OPENS, &[&format::date(&day)])}
                        </span>
                    }
                })}
            {provisional
                .then(|| view! { <span class="due__note">{move || t(common::PROVISIONAL)}</span> })}
            {explained
                .then(|| {
                    view! {
                        <details class="due__why">
                            <summary>{move || t(common::WHY)}</summary>
                            <p>{why}</p>
                            <p class="due__clause">{clause}</p>
                            {on_why
                                .map(|on_why| {
                                    view! {
                                        <Button
                                            kind=ButtonKind::Quiet
                                            icon=IconName::Rules
                                            on_click=on_why
                                        >
                                            {move || t(why::OPEN)}
                                        </Button>
                                    }
                                })}
                        </details>
                    }
                })}
        </div>
    }
}

fn words(due_on: Option<&str>, days_left: Option<i64>) -> String {
    let Some(due_on) = due_on else {
        return t(common::DUE_NONE).to_owned();
    };
    let date = format::date(due_on);
    match days_left {
        None => tf(common::DUE_ON, &[&date]),
        Some(0) => tf(common::DUE_TODAY, &[&date]),
        Some(1) => tf(common::DUE_LEFT_ONE, &[&date]),
        Some(-1) => tf(common::DUE_OVER_ONE, &[&date]),
        Some(days) if days > 0 => tf(common::DUE_LEFT, &[&days.to_string(), &date]),
        Some(days) => tf(common::DUE_OVER, &[&days.unsigned_abs().to_string(), &date]),
    }
}
