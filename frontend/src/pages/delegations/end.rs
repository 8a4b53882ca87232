//! Ending a delegation before its time.

use congvu_openapi::delegations::Delegation;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, Dialog};
use crate::i18n::{common, delegations, t, tf, tr};
use crate::state::toasts::toast;

/// Open while a delegation is chosen.
#[component]
pub(super) fn EndDialog(
    ending: RwSignal<Option<Delegation>>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(ending.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            ending.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(delegations::END_TITLE)>
            {move || {
                ending
                    .get()
                    .map(|delegation| {
                        view! { <End delegation=delegation open=open on_done=on_done/> }
                    })
            }}
        </Dialog>
    }
}

#[component]
fn End(delegation: Delegation, open: RwSignal<bool>, on_done: Callback<()>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let text = tf(delegations::END_TEXT, &[&delegation.delegate]);
    let end = move || {
        let id = delegation.id.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::delegations::end(&id).await {
                Ok(_) => {
                    toast(AlertKind::Success, t(delegations::ENDED));
                    open.set(false);
                    on_done.run(());
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
        {move || problem.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger busy=busy on_click=end>
                {t(delegations::END)}
            </Button>
        </div>
    }
}
