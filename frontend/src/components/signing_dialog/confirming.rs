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
        {move || {
            run.not_given_up
                .get()
                .map(|e| view! {
                    <Alert kind=AlertKind::Error live=true>
                        <p>{t(signing::NOT_GIVEN_UP)}</p>
                        <p>{e.message()}</p>
                    </Alert>
                })
        }}
        <JobList run=run/>
        <div class="actions">
            // Only where the server cannot be told.
            <Show when=move || run.offline.get() || run.not_given_up.with(Option::is_some)>
                <Button on_click=move || run.stop_waiting()>{t(signing::STOP_WAITING)}</Button>
            </Show>
            <Button busy=run.given_up on_click=move || run.give_up()>
                {t(signing::GIVE_UP)}
            </Button>
        </div>
    }
}
