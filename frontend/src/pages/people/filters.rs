//! The filters of the list; each change goes to the address.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::state;
use crate::api::people::Search;
use crate::api::{self};
use crate::components::{Remote, SelectField, TextField};
use crate::i18n::{common, people, pick, t, tr};
use crate::state::deployment::use_deployment;

/// Typing waits this long before it searches.
const PAUSE: std::time::Duration = std::time::Duration::from_millis(300);

#[component]
pub(super) fn Filters(search: Memo<Search>) -> impl IntoView {
    let units = Remote::new(api::units::list);
    let q = RwSignal::new(String::new());
    let unit = RwSignal::new(String::new());
    let kind = RwSignal::new(String::new());
    let profile_state = RwSignal::new(String::new());
    // The address leads, also after back and forward.
    Effect::new(move |_| {
        let search = search.get();
        if q.with_untracked(|q| q.trim() != search.q) {
            q.set(search.q);
        }
        unit.set(search.unit);
        kind.set(search.kind);
        profile_state.set(search.state);
    });
    let navigate = use_navigate();
    let go = Callback::new(move |()| {
        let wanted = Search {
            q: q.get_untracked().trim().to_owned(),
            unit: unit.get_untracked(),
            kind: kind.get_untracked(),
            state: profile_state.get_untracked(),
        };
        if wanted != search.get_untracked() {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&format!("/people{}", wanted.query("", "")), options);
        }
    });
    let pending = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<()>| {
        q.track();
        if before.is_none() {
            return;
        }
        if let Some(earlier) = pending.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        pending.set_value(set_timeout_with_handle(move || go.run(()), PAUSE).ok());
    });
    let unit_options = Signal::derive(move || {
        units
            .get()
            .map(|units| api::units::options(&units))
            .unwrap_or_default()
    });
    let kind_options = Signal::derive(|| {
        use_deployment()
            .get()
            .map(|d| {
                d.person_kinds
                    .into_iter()
                    .map(|k| (k.key, pick(&k.title, &k.title_en)))
                    .collect()
            })
            .unwrap_or_default()
    });
    let state_options = Signal::derive(|| {
        state::ALL
            .map(|(key, state)| (key.to_owned(), t(state::text(state)).to_owned()))
            .to_vec()
    });
    let changed = move |_: String| go.run(());
    view! {
        <form
            class="filters"
            role="search"
            aria-label=move || t(people::FILTERS)
            on:submit=move |ev| {
                ev.prevent_default();
                go.run(());
            }
        >
            <TextField
                id="people-q"
                label=tr(people::SEARCH_LABEL)
                value=q
                r#type="search"
                placeholder=tr(people::SEARCH_HINT)
            />
            <SelectField
                id="people-unit"
                label=tr(common::UNIT)
                value=unit
                options=unit_options
                empty_label=tr(people::ALL_UNITS)
                on_change=changed
            />
            <SelectField
                id="people-kind"
                label=tr(people::KIND)
                value=kind
                options=kind_options
                empty_label=tr(people::ALL_KINDS)
                on_change=changed
            />
            <SelectField
                id="people-state"
                label=tr(people::STATE)
                value=profile_state
                options=state_options
                empty_label=tr(people::ALL_STATES)
                on_change=changed
            />
        </form>
    }
}
