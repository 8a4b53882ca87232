//! What narrows the list down: only what is overdue, only what somebody took on.

use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

use super::filter::Filter;
use crate::components::SelectField;
use crate::i18n::{t, tasks, tr};

/// The switches beneath the tabs.
#[component]
pub(super) fn Narrow(filter: Memo<Filter>) -> impl IntoView {
    let navigate = use_navigate();
    let go = Callback::new(move |next: Filter| {
        let options = leptos_router::NavigateOptions {
            scroll: false,
            ..Default::default()
        };
        navigate(&next.first_page().href(), options);
    });
    let assigned = RwSignal::new(filter.with_untracked(|f| f.assigned.clone()));
    Effect::new(move |_| assigned.set(filter.with(|f| f.assigned.clone())));
    let options = Signal::derive(|| {
        vec![
            ("me".to_owned(), t(tasks::ASSIGNED_ME).to_owned()),
            ("free".to_owned(), t(tasks::ASSIGNED_FREE).to_owned()),
        ]
    });
    view! {
        <div class="tasks__narrow">
            <SelectField
                id="tasks-assigned"
                label=tr(tasks::ASSIGNED)
                value=assigned
                options=options
                empty_label=tr(tasks::ASSIGNED_ALL)
                on_change=move |assigned: String| {
                    go.run(Filter { assigned, ..filter.get_untracked() });
                }
            />
            <label class="check-label">
                <input
                    type="checkbox"
                    class="check"
                    prop:checked=move || filter.with(|f| f.overdue)
                    on:change=move |ev| {
                        let overdue = event_target_checked(&ev);
                        go.run(Filter { overdue, ..filter.get_untracked() });
                    }
                />
                {move || t(tasks::OVERDUE_ONLY)}
            </label>
        </div>
    }
}
