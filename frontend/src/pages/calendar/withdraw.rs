//! Taking an amendment back, after seeing what that would do.

use congvu_openapi::calendar::Amendment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::days;
use super::effect::Effects;
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog, Remote, RemoteView};
use crate::i18n::{calendar as w, common, t, tf, tr};
use crate::state::toasts::toast;

/// Open while an amendment is chosen.
#[component]
pub(super) fn WithdrawDialog(
    withdrawing: RwSignal<Option<Amendment>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(withdrawing.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            withdrawing.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(w::WITHDRAW_TITLE) wide=true>
            {move || {
                withdrawing
                    .get()
                    .map(|item| view! { <Withdraw item=item open=open on_done=on_done/> })
            }}
        </Dialog>
    }
}

#[component]
fn Withdraw(item: Amendment, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let id = StoredValue::new(item.id);
    let effect = Remote::new(move || {
        let id = id.get_value();
        async move { api::calendar::preview_withdrawal(&id).await }
    });
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let text = tf(
        w::WITHDRAW_TEXT,
        &[&days::full(&item.date), &item.announcement],
    );
    let withdraw = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::calendar::withdraw(&id.get_value()).await {
                Ok(_) => {
                    toast(AlertKind::Success, t(w::WITHDRAWN_TOAST));
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
        <h3>{t(w::EFFECT)}</h3>
        <RemoteView remote=effect lines=3 view=move |found| view! { <Effects preview=found/> }/>
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button
                kind=ButtonKind::Danger
                busy=busy
                disabled=Signal::derive(move || effect.get().is_none())
                on_click=withdraw
            >
                {t(w::WITHDRAW)}
            </Button>
        </div>
    }
}
