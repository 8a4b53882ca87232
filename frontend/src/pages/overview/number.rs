//! A figure in a table, which leads to what stands behind it.

use leptos::prelude::*;
use leptos_router::components::A;

use super::address::behind_href;
use crate::api::overview::Behind;
use crate::format;
use crate::i18n::{Text, overview as w, t, tf};

/// The figure as a cell; nothing stands behind a zero.
#[component]
pub(super) fn Number(
    n: i64,
    /// What is counted.
    column: Text,
    /// Whose row it is.
    row: String,
    behind: Behind,
    /// It counts what is late.
    #[prop(optional)]
    late: bool,
) -> impl IntoView {
    let shown = format::integer(n);
    let label = tf(w::FIGURE, &[t(column), &shown, &row]);
    view! {
        <td class="table__number" data-label=t(column)>
            {if n == 0 {
                view! { <span class="muted">"0"</span> }.into_any()
            } else {
                view! {
                    <A
                        href=behind_href(&behind, "")
                        attr:class=if late { "figure figure--late" } else { "figure" }
                        attr:aria-label=label
                    >
                        {shown}
                    </A>
                }
                    .into_any()
            }}
        </td>
    }
}

/// Working days of the longest wait, as a cell.
#[component]
pub(super) fn Oldest(days: Option<i64>) -> impl IntoView {
    view! {
        <td class="table__number" data-label=t(w::OLDEST)>
            {days.map_or_else(|| "—".to_owned(), format::integer)}
        </td>
    }
}
