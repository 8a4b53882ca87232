//! How a deadline moved since it was set, and by which announcement.

use congvu_openapi::calendar::{DueChange, DueOutcome};
use leptos::prelude::*;

use crate::format;
use crate::i18n::{Text, pick, t, tf, why};

/// The changes of a deadline, oldest first; nothing where it never moved.
#[component]
pub fn DueChanges(changes: Vec<DueChange>) -> impl IntoView {
    (!changes.is_empty()).then(|| {
        view! {
            <section class="why" aria-label=t(why::CHANGES)>
                <h3>{t(why::CHANGES)}</h3>
                <ol class="why__changes">
                    {changes.into_iter().map(|change| view! { <Change change=change/> }).collect_view()}
                </ol>
            </section>
        }
    })
}

#[component]
fn Change(change: DueChange) -> impl IntoView {
    let words = tf(
        text(change.outcome),
        &[
            &format::date(&change.old_due),
            &format::date(&change.new_due),
        ],
    );
    let by = tf(
        why::BY_AT,
        &[&change.by_name, &format::date_time(&change.at)],
    );
    view! {
        <li>
            <p>
                <strong>{words}</strong>
            </p>
            <p>{pick(&change.reason, &change.reason_en)}</p>
            <p class="muted">{by}</p>
        </li>
    }
}

const fn text(outcome: DueOutcome) -> Text {
    match outcome {
        DueOutcome::Extended => why::EXTENDED,
        DueOutcome::WouldShorten => why::WOULD_SHORTEN,
        DueOutcome::Confirmed => why::CONFIRMED,
        DueOutcome::Shortened => why::SHORTENED,
        DueOutcome::Superseded => why::SUPERSEDED,
    }
}
