//! Returning: to whom, and the reasons gathered; at least one is needed.

use congvu_openapi::submissions::{StepView, Submission};
use leptos::prelude::*;

use super::notes::Notes;
use crate::components::{Button, ButtonKind, Dialog, IconName, TextArea};
use crate::i18n::{common, pick, review, t, tf, tr};
use crate::pages::profile::words as w;

/// Asks to whom it goes back and why; `target` is 0 for whoever submitted, otherwise an earlier step.
#[component]
pub fn GiveBackDialog(
    open: RwSignal<bool>,
    notes: Notes,
    submission: StoredValue<Submission>,
    target: RwSignal<u16>,
    on_return: Callback<()>,
) -> impl IntoView {
    let whole = RwSignal::new(untrack(|| notes.reason("")));
    let error = RwSignal::new(None::<String>);
    Effect::new(move |before: Option<()>| {
        let words = whole.get();
        if before.is_some() {
            notes.object("", "", &words);
        }
    });
    let send = Callback::new(move |()| {
        if untrack(|| notes.objections()) == 0 {
            error.set(Some(t(w::REASON_NEEDED).to_owned()));
        } else {
            error.set(None);
            on_return.run(());
        }
    });
    let text = move || {
        t(if target.get() == 0 {
            w::RETURN_TEXT
        } else {
            review::RETURN_TEXT_STEP
        })
    };
    view! {
        <Dialog open=open title=tr(w::RETURN_TITLE) wide=true>
            <Target submission=submission target=target/>
            <p>{text}</p>
            <ul class="reasons">
                {move || {
                    notes.as_reasons()
                        .into_iter()
                        .filter(|reason| !reason.pointer.is_empty())
                        .map(|reason| view! {
                            <li>
                                {(!reason.item.is_empty()).then(|| view! { <strong>{reason.item}") "</strong> })}
                                {reason.reason}
                            </li>
                         })
                        .collect_view()
                }}
            </ul>
            <TextArea id="reason-whole" label=tr(w::REASON_FOR_WHOLE) hint=tr(w::REASON_FOR_WHOLE_HINT)
                value=whole error=error rows=3 max_length=1000/>
            <div class="dialog__buttons">
                <Button on_click=Callback::new(move |()| open.set(false))>{move || t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Danger icon=IconName::Return on_click=send>{move || t(w::SIGN_AND_RETURN)}</Button>
            </div>
        </Dialog>
    }
}

/// Whoever submitted, or a step before the current one; asked only where there is such a step.
#[component]
fn Target(submission: StoredValue<Submission>, target: RwSignal<u16>) -> impl IntoView {
    let (by, earlier) = submission.with_value(|submission| {
        let earlier: Vec<StepView> = submission
            .steps
            .iter()
            .filter(|step| step.position < submission.step)
            .cloned()
            .collect();
        (submission.submitted_by.clone(), earlier)
    });
    (!earlier.is_empty()).then(|| {
        view! {
            <fieldset class="return-to">
                <legend class="signing__legend">{move || t(review::RETURN_TO)}</legend>
                <Choice to=0 target=target
                    title=Signal::derive(move || tf(review::RETURN_TO_SUBMITTER, &[&by]))
                    note=tr(review::RETURN_TO_SUBMITTER_NOTE)/>
                {earlier.into_iter().map(|step| {
                    let to = step.position;
                    view! {
                        <Choice to=to target=target
                            title=Signal::derive(move || tf(review::RETURN_TO_STEP, &[
                                &to.to_string(), &pick(&step.title, &step.title_en),
                            ]))
                            note=tr(review::RETURN_TO_STEP_NOTE)/>
                    }
                }).collect_view()}
            </fieldset>
        }
    })
}

#[component]
fn Choice(
    to: u16,
    target: RwSignal<u16>,
    title: Signal<String>,
    note: Signal<String>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="radio" class="check" name="return-to" value=to.to_string()
                prop:checked=move || target.get() == to
                on:change=move |_| target.set(to)/>
            <span class="choice__words">
                <strong>{title}</strong>
                <span class="choice__note">{note}</span>
            </span>
        </label>
    }
}
