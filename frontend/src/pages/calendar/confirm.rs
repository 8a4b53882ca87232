//! Confirming that deadlines get shorter: one, or those of a page.

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

/// Open while changes are chosen.
#[component]
pub(super) fn ConfirmDialog(
    confirming: RwSignal<Vec<DueChange>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let busy = RwSignal::new(false);
    Effect::new(move |_| open.set(confirming.with(|all| !all.is_empty())));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            confirming.set(Vec::new());
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(w::CONFIRM_TITLE) locked=busy>
            {move || {
                let changes = confirming.get();
                (!changes.is_empty())
                    .then(|| {
                        view! {
                            <Confirm changes=changes open=open busy=busy on_done=on_done/>
                        }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn Confirm(
    changes: Vec<DueChange>,
    open: RwSignal<bool>,
    busy: RwSignal<bool>,
    on_done: Callback<()>,
) -> impl IntoView {
    let problem = RwSignal::new(None::<String>);
    let done = RwSignal::new(0_usize);
    let all = changes.len();
    let text = asked(&changes);
    let reason = changes
        .first()
        .filter(|_| all == 1)
        .map(|only| pick(&only.reason, &only.reason_en));
    let changes = StoredValue::new(changes);
    let confirm = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let failed = confirm_each(changes.get_value(), done).await;
            busy.try_set(false);
            let number = all.saturating_sub(failed.len());
            if number > 0 {
                let said = changes.with_value(|changes| told(changes, number));
                toast(AlertKind::Success, said);
            }
            match failed.first() {
                None => {
                    open.try_set(false);
                    on_done.try_run(());
                }
                Some(error) if all == 1 => {
                    problem.try_set(Some(error.message()));
                }
                Some(error) => {
                    let failed = failed.len().to_string();
                    toast(
                        AlertKind::Error,
                        tf(w::NOT_CONFIRMED, &[&failed, &error.message()]),
                    );
                    open.try_set(false);
                    on_done.try_run(());
                }
            }
        });
    };
    let progress = move || {
        (busy.get() && all > 1)
            .then(|| tf(w::CONFIRMING, &[&done.get().to_string(), &all.to_string()]))
    };
    view! {
        <p>{text}</p>
        {reason.map(|reason| view! { <p class="muted">{reason}</p> })}
        <p class="muted" role="status">{progress}</p>
        {move || problem.get().map(|said| view! { <Alert kind=AlertKind::Error>{said}</Alert> })}
        <div class="actions">
            <Button disabled=busy on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Primary busy=busy on_click=confirm>
                {t(w::CONFIRM)}
            </Button>
        </div>
    }
}

/// One after the other, so that each is recorded by itself; answers what could not be confirmed.
async fn confirm_each(changes: Vec<DueChange>, done: RwSignal<usize>) -> Vec<ApiError> {
    let mut failed = Vec::new();
    for change in changes {
        match api::calendar::confirm(&change.id).await {
            Ok(_) => {
                done.try_update(|n| *n = n.saturating_add(1));
            }
            Err(error) => failed.push(error),
        }
    }
    failed
}

fn asked(changes: &[DueChange]) -> String {
    match changes {
        [only] => tf(
            w::CONFIRM_TEXT,
            &[
                t(kind::text(only.kind)),
                &words::role(&only.role, &only.role_en),
                &days::full(&only.new_due),
                &days::full(&only.old_due),
            ],
        ),
        several => tf(w::CONFIRM_SEVERAL, &[&several.len().to_string()]),
    }
}

fn told(changes: &[DueChange], number: usize) -> String {
    match changes {
        [only] => tf(w::CONFIRMED_TOAST, &[&format::date(&only.new_due)]),
        _ => tf(w::CONFIRMED_SEVERAL, &[&number.to_string()]),
    }
}
