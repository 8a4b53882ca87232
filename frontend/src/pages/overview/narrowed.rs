//! What the list is narrowed to.

use congvu_openapi::overview::OverviewPage as Page;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::address::behind_href;
use super::{unit_options, words};
use crate::api;
use crate::api::overview::Behind;
use crate::components::{Remote, SelectField};
use crate::i18n::{common, overview as w, pick, t, tf, tr};
use crate::pages::tasks::kind;
use congvu_openapi::overview::OverviewBy;

/// Unit, figure and kind of work; each change goes to the address.
#[component]
pub(super) fn Narrow(asked: Memo<Behind>) -> impl IntoView {
    let units = Remote::new(|| async {
        let all = api::overview::figures("", OverviewBy::Unit).await?;
        Ok(unit_options(all.units))
    });
    let (unit, state, of_kind) = (text(), text(), text());
    // The address leads, also after back and forward.
    Effect::new(move |_| {
        let _ = units.get();
        let asked = asked.get();
        unit.set(asked.unit);
        let named = !asked.state.is_empty();
        state.set(if named {
            asked.state
        } else {
            "waiting".to_owned()
        });
        of_kind.set(asked.kind);
    });
    let navigate = use_navigate();
    let go = Callback::new(move |next: Behind| {
        let options = NavigateOptions {
            scroll: false,
            ..NavigateOptions::default()
        };
        navigate(&behind_href(&next, ""), options);
    });
    let now = move || asked.get_untracked();
    let people = move || !asked.with(|asked| words::is_tasks(&asked.state));
    let states = Signal::derive(|| {
        words::STATES
            .map(|(key, title)| (key.to_owned(), t(title).to_owned()))
            .to_vec()
    });
    let kinds = Signal::derive(|| {
        kind::ALL
            .map(|kind| (kind::key(kind).to_owned(), t(kind::text(kind)).to_owned()))
            .to_vec()
    });
    view! {
        <form
            class="filters filters--three"
            aria-label=move || t(w::BEHIND_FILTERS)
            on:submit=|ev| ev.prevent_default()
        >
            <SelectField
                id="behind-unit"
                label=tr(common::UNIT)
                value=unit
                options=Signal::derive(move || units.get().unwrap_or_default())
                empty_label=tr(w::ALL_UNITS)
                on_change=move |unit| go.run(Behind { unit, ..now() })
            />
            <SelectField
                id="behind-state"
                label=tr(w::WHICH)
                value=state
                options=states
                without_empty=true
                on_change=move |state: String| {
                    let next = if words::is_tasks(&state) {
                        Behind { state, ..now() }
                    } else {
                        Behind { state, unit: now().unit, ..Behind::default() }
                    };
                    go.run(next);
                }
            />
            <SelectField
                id="behind-kind"
                label=tr(w::KIND)
                value=of_kind
                options=kinds
                empty_label=tr(w::ANY_KIND)
                disabled=Signal::derive(people)
                on_change=move |kind| go.run(Behind { kind, ..now() })
            />
        </form>
    }
}

fn text() -> RwSignal<String> {
    RwSignal::new(String::new())
}

/// Whose work it is narrowed to, where it is, and the way to all.
#[component]
pub(super) fn Narrowed(asked: Memo<Behind>, page: Remote<Page>) -> impl IntoView {
    move || {
        let asked = asked.get();
        let item = page.get().and_then(|page| page.items.into_iter().next());
        let (role, who) = item
            .map(|item| (pick(&item.role, &item.role_en), item.assignee))
            .unwrap_or_default();
        let words = if !asked.assignee.is_empty() {
            tf(w::ONLY_TAKEN, &[&who])
        } else if asked.own {
            t(w::ONLY_OWN).to_owned()
        } else if !asked.step.is_empty() {
            let role = if role.is_empty() {
                asked.step.clone()
            } else {
                role
            };
            tf(w::ONLY_OF_ROLE, &[&role])
        } else {
            return None;
        };
        let all = Behind {
            step: String::new(),
            own: false,
            assignee: String::new(),
            ..asked
        };
        Some(view! {
            <p class="row">
                <span>{tf(w::ONLY, &[&words])}</span>
                <A href=behind_href(&all, "")>{t(w::CLEAR)}</A>
            </p>
        })
    }
}
