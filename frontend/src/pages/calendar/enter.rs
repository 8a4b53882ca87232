//! Entering an announcement: filled in, its effect looked at, entered.

use congvu_openapi::calendar::{AmendmentPreview, NewAmendment};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::effect::Effects;
use super::enter_form::{EnterForm, Fields};
use super::{days, words};
use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Dialog, focus_first_error, focus_on,
};
use crate::i18n::{calendar as w, t, tf, tr};
use crate::state::toasts::toast;

/// A day with what it would do.
type Thought = (NewAmendment, AmendmentPreview);

#[component]
pub(super) fn EnterDialog(
    open: RwSignal<bool>,
    #[prop(into)] year: Signal<i32>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let fields = Fields::new();
    let thought = RwSignal::new(Vec::<Thought>::new());
    let busy = RwSignal::new(false);
    let refused = RwSignal::new(None::<ApiError>);
    Effect::new(move |_| {
        if open.get() {
            thought.set(Vec::new());
            refused.set(None);
            busy.set(false);
        }
    });
    let think = move |days: Vec<NewAmendment>| {
        busy.set(true);
        spawn_local(async move {
            match preview(days).await {
                Ok(found) => {
                    thought.try_set(found);
                    focus_on("#amendment-effect");
                }
                Err(error) => {
                    refused.try_set(Some(error));
                    focus_first_error();
                }
            }
            busy.try_set(false);
        });
    };
    let save = move || {
        busy.set(true);
        refused.set(None);
        let days = thought.get_untracked();
        spawn_local(async move {
            let all = days.len();
            let (entered, failed) = enter(&days).await;
            if entered > 0 {
                on_done.try_run(());
            }
            match failed {
                None => {
                    toast(AlertKind::Success, t(w::SAVED));
                    fields.clear();
                    open.try_set(false);
                }
                Some(error) => {
                    if entered > 0 {
                        let (done, left) = (entered.to_string(), (all - entered).to_string());
                        toast(AlertKind::Error, tf(w::SAVED_PART, &[&done, &left]));
                    }
                    // Those that were entered are not entered twice.
                    let left: Vec<Thought> = days.into_iter().skip(entered).collect();
                    if entered > 0 {
                        let left: Vec<_> = left.iter().map(|(day, _)| day.clone()).collect();
                        fields.keep(&left);
                    }
                    thought.try_set(left);
                    if !error.fields().is_empty() {
                        thought.try_set(Vec::new());
                    }
                    refused.try_set(Some(error));
                    focus_first_error();
                }
            }
            busy.try_set(false);
        });
    };
    view! {
        <Dialog open=open title=tr(w::ENTER_TITLE) wide=true locked=busy>
            <Show
                when=move || thought.with(|days| !days.is_empty())
                fallback=move || {
                    view! {
                        <EnterForm
                            fields=fields
                            year=year.get_untracked()
                            open=open
                            busy=busy
                            refused=refused
                            on_ready=think
                        />
                    }
                }
            >
                <Look thought=thought busy=busy refused=refused on_save=save/>
            </Show>
        </Dialog>
    }
}

/// The effect of each day.
async fn preview(days: Vec<NewAmendment>) -> Result<Vec<Thought>, ApiError> {
    let mut found = Vec::with_capacity(days.len());
    for day in days {
        let effect = api::calendar::preview_entry(&day.date, day.kind).await?;
        found.push((day, effect));
    }
    Ok(found)
}

/// Enters one after the other; answers how many were entered and what was wrong with the next.
async fn enter(days: &[Thought]) -> (usize, Option<ApiError>) {
    for (entered, (day, _)) in days.iter().enumerate() {
        if let Err(error) = api::calendar::enter(day).await {
            return (entered, Some(error));
        }
    }
    (days.len(), None)
}

#[component]
fn Look(
    thought: RwSignal<Vec<Thought>>,
    busy: RwSignal<bool>,
    refused: RwSignal<Option<ApiError>>,
    #[prop(into)] on_save: Callback<()>,
) -> impl IntoView {
    let several = move || thought.with(|days| days.len() > 1);
    view! {
        <section class="stack" aria-labelledby="amendment-effect">
            <h3 id="amendment-effect" tabindex="-1">{t(w::EFFECT)}</h3>
            <Show when=several>
                <p class="muted">{t(w::EACH_ALONE)}</p>
            </Show>
            {move || {
                thought
                    .get()
                    .into_iter()
                    .map(|(day, effect)| {
                        let (_, _, word) = words::kind(day.kind);
                        view! {
                            <h4 class="effect__day">{tf(w::WILL_BE, &[&days::full(&day.date), t(word)])}</h4>
                            <Effects preview=effect/>
                        }
                    })
                    .collect_view()
            }}
        </section>
        {move || refused.get().map(|e| view! { <Alert kind=AlertKind::Error>{e.message()}</Alert> })}
        <div class="actions">
            <Button
                disabled=busy
                on_click=move || {
                    thought.set(Vec::new());
                    focus_on("[name=\"amendment-about\"]:checked");
                }
            >
                {t(w::BACK)}
            </Button>
            <Button kind=ButtonKind::Primary busy=busy on_click=on_save>
                {t(w::SAVE)}
            </Button>
        </div>
    }
}
