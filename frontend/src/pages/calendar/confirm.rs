//! Confirming that a deadline gets shorter.

use congvu_openapi::calendar::DueChange;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{days, words};
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog};
use crate::format;
use crate::i18n::{calendar as w, common, pick, t, tf, tr};
use crate::pages::tasks::kind;
use crate::state::toasts::toast;

/// Open while a change is chosen.
#[component]
pub(super) fn ConfirmDialog(
    confirming: RwSignal<Option<DueChange>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(confirming.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            confirming.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(w::CONFIRM_TITLE)>
            {move || {
                confirming
                    .get()
                    .map(|change| view! { <Confirm change=change open=open on_done=on_done/> })
            }}
        </Dialog>
    }
}

#[component]
fn Confirm(change: DueChange, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let text = tf(
        w::CONFIRM_TEXT,
        &[
            t(kind::text(change.kind)),
            &words::role(&change.role, &change.role_en),
            &days::full(&change.new_due),
            &days::full(&change.old_due),
        ],
    );
    let reason = pick(&change.reason, &change.reason_en);
    let id = change.id;
    let confirm = move || {
        let id = id.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::calendar::confirm(&id).await {
                Ok(done) => {
                    let day = format::date(&done.new_due);
                    toast(AlertKind::Success, tf(w::CONFIRMED_TOAST, &[&day]));
                    open.try_set(false);
                    on_done.try_run(());
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    view! {
        <p>{text}</p>
        <p class="muted">{reason}</p>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Primary busy=busy on_click=confirm>
                {t(w::CONFIRM)}
            </Button>
        </div>
    }
}
