//! What differs: from the approved version, and from the submission that was returned before.

use congvu_openapi::people::Change;
use congvu_openapi::submissions::{ReturnedSubmission, Submission};
use leptos::prelude::*;
use leptos_router::components::A;

use super::list::ChangeList;
use super::notes::Notes;
use crate::components::{Alert, AlertKind, Badge, EmptyState, IconName, Tab, Tabs};
use crate::form::pointer::within;
use crate::format;
use crate::i18n::{review, t, tf, tr};
use crate::pages::profile::words as w;

const PANEL: &str = "review-compare";
const APPROVED: &str = "approved";
const PREVIOUS: &str = "previous";

/// The changes; with the choice of what they are compared with, where it was submitted before.
#[component]
pub fn Compare(submission: Submission, notes: Notes) -> impl IntoView {
    let decides = submission.may_decide;
    let approved = StoredValue::new(submission.changes);
    let since = StoredValue::new(submission.changes_since_previous);
    let chosen = RwSignal::new(APPROVED.to_owned());
    let changes = move || {
        if chosen.with(|chosen| chosen == PREVIOUS) {
            since.get_value()
        } else {
            approved.get_value()
        }
    };
    let tabs = Signal::derive(move || {
        let tab = |key: &str, text, all: StoredValue<Vec<Change>>| Tab {
            key: key.to_owned(),
            title: t(text).to_owned(),
            count: i64::try_from(all.with_value(Vec::len)).ok(),
        };
        vec![
            tab(APPROVED, review::AGAINST_APPROVED, approved),
            tab(PREVIOUS, review::AGAINST_PREVIOUS, since),
        ]
    });
    let select = move |key: String| {
        chosen.set(key);
        notes.show(untrack(changes));
    };
    let several = submission.previous.is_some();
    let list = move || {
        let changes = changes();
        let against_previous = chosen.with(|chosen| chosen == PREVIOUS);
        match (changes.is_empty(), against_previous) {
            (false, _) => view! { <ChangeList changes=changes notes=notes decides=decides/> }.into_any(),
            (true, true) => view! {
                <EmptyState title=tr(review::NOTHING_CORRECTED) text=tr(review::NOTHING_CORRECTED_TEXT)/>
            }
            .into_any(),
            (true, false) => {
                view! { <EmptyState title=tr(w::NOTHING_CHANGED) text=tr(w::NO_DIFFERENCE)/> }.into_any()
            }
        }
    };
    view! {
        <h2 id="review-changes">
            {move || tf(w::CHANGES_COUNT, &[&notes.shown.with(Vec::len).to_string()])}
        </h2>
        {submission.previous.map(|previous| view! { <Previous previous=previous since=since/> })}
        {if several {
            view! {
                <Tabs
                    tabs=tabs
                    selected=chosen
                    on_select=select
                    label=tr(review::COMPARE)
                    panel_id=PANEL
                />
                <div id=PANEL class="review__compare" role="tabpanel" aria-label=move || t(review::COMPARE)>
                    {list}
                </div>
            }
                .into_any()
        } else {
            list.into_any()
        }}
    }
}

/// Why the submission before was returned, each reason with whether its item was changed since.
#[component]
fn Previous(previous: ReturnedSubmission, since: StoredValue<Vec<Change>>) -> impl IntoView {
    let (by, at) = (previous.by, format::date_time(&previous.at));
    let reasons = previous
        .reasons
        .into_iter()
        .map(|reason| {
            let corrected = since.with_value(|all| {
                all.iter().any(|change| {
                    within(&change.pointer, &reason.pointer)
                        || within(&reason.pointer, &change.pointer)
                })
            });
            let about_item = !reason.pointer.is_empty();
            view! {
                <li>
                    {(!reason.item.is_empty()).then(|| view! { <strong>{reason.item}") "</strong> })}
                    {reason.reason}
                    " "
                    {about_item.then(|| if corrected {
                        view! {
                            <Badge kind=AlertKind::Success icon=IconName::Check>{move || t(review::CORRECTED)}</Badge>
                        }
                    } else {
                        view! {
                            <Badge kind=AlertKind::Warning icon=IconName::Warning>{move || t(review::NOT_CORRECTED)}</Badge>
                        }
                    })}
                </li>
            }
        })
        .collect_view();
    view! {
        <Alert kind=AlertKind::Warning>
            <strong>{move || t(review::PREVIOUS_RETURNED)}</strong>
            <p>{move || tf(review::PREVIOUS_BY, &[&by, &at])}</p>
            <ul class="reasons">{reasons}</ul>
            <p>
                <A href=format!("/submissions/{}", previous.id)>{move || t(review::SEE_PREVIOUS)}</A>
            </p>
        </Alert>
    }
}
