//! The career as a time line, newest first.

use leptos::prelude::*;
use serde_json::Value;

use super::super::words as w;
use crate::form::date;
use crate::i18n::t;

/// Posts held, newest first.
#[component]
pub fn Timeline(document: StoredValue<Value>) -> impl IntoView {
    let mut rows = document.with_value(|document| {
        document
            .pointer("/history/career")
            .and_then(Value::as_array)
            .cloned()
            .unwrap_or_default()
    });
    let text = |row: &Value, key: &str| {
        row.get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    rows.sort_by_key(|row| std::cmp::Reverse(text(row, "from")));
    (!rows.is_empty()).then(|| view! {
        <ol class="timeline" aria-label=move || t(w::CAREER)>
            {rows.into_iter().map(|row| {
                let (from, to) = (date::show(&text(&row, "from")), date::show(&text(&row, "to")));
                view! {
                    <li class="timeline__entry">
                        <span class="timeline__time">
                            {from}" – "
                            {move || if to.is_empty() { t(w::NOW).to_owned() } else { to.clone() }}
                        </span>
                        <strong>{text(&row, "post")}</strong>
                        <span>{text(&row, "organisation")}</span>
                    </li>
                }
            }).collect_view()}
        </ol>
    })
}
