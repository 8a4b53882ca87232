//! Waiting for the holder to confirm on the telephone.

use leptos::prelude::*;

use super::job_list::JobList;
use super::run::Run;
use crate::components::{Alert, AlertKind, Button, Icon, IconName};
use crate::i18n::{signing, t, tf};

#[component]
pub(super) fn Confirming(run: Run) -> impl IntoView {
    let waited = move || {
        let seconds = run.waited.get();
        let clock = format!("{}:{:02}", seconds / 60, seconds % 60);
        tf(signing::CONFIRM_WAITED, &[&clock])
    };
    view! {
        <div class="confirming" role="status">
            <Icon name=IconName::Phone/>
            <div>
                <p>
                    <strong>{t(signing::CONFIRM_TITLE)}</strong>
                </p>
                <p>{t(signing::CONFIRM_TEXT)}</p>
            </div>
        </div>
        // Beside the announcement, so that the seconds are not read out.
        <p class="muted">{waited}</p>
        <progress class="progress" aria-label=t(signing::CONFIRM_TITLE)></progress>
        {move || {
            run.offline
                .get()
                .then(|| view! { <Alert kind=AlertKind::Warning>{t(signing::CONFIRM_OFFLINE)}</Alert> })
        }}
        <JobList run=run/>
        <div class="actions">
            <Button on_click=move || run.stop_waiting()>{t(signing::STOP_WAITING)}</Button>
        </div>
    }
}
