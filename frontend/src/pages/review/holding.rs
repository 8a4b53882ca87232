//! Who is on the current step: taken on, handed over, given back.

use congvu_openapi::tasks::Task;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::hand_over::HandOverDialog;
use super::say_why::{SayWhyDialog, Words};
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, DueDate, Icon, IconName};
use crate::format;
use crate::i18n::{review, t, tf};
use crate::state::toasts::toast;

/// The sentence that says who has it.
pub const STATUS_ID: &str = "holding-status";

/// What the caller may do about who has the task.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct May {
    claim: bool,
    take_over: bool,
    hand_over: bool,
    release: bool,
    /// Somebody else has it, so a reason is needed.
    with_reason: bool,
}

impl May {
    /// As the server decides it: whoever has the task or could take it, and whoever answers for it.
    const fn of(task: &Task) -> Self {
        let free = task.assignee.is_empty();
        let own = !free && task.mine;
        let head = task.may_reassign;
        Self {
            claim: free && task.mine,
            take_over: !free && !own && head,
            hand_over: task.mine || head,
            release: own || (!free && head),
            with_reason: !task.mine,
        }
    }
}

/// The task of the current step; `on_claimed` after it was taken on, `on_moved` after it went to somebody else.
#[component]
pub fn Holding(
    task: Task,
    #[prop(into)] on_claimed: Callback<Task>,
    #[prop(into)] on_moved: Callback<()>,
    /// Asks why it is whose and by when.
    #[prop(into)]
    on_why: Callback<()>,
) -> impl IntoView {
    let may = May::of(&task);
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<ApiError>));
    let (handing, releasing, taking) = (
        RwSignal::new(false),
        RwSignal::new(false),
        RwSignal::new(false),
    );
    let id = StoredValue::new(task.id.clone());
    let claim = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = api::tasks::claim(&id.get_value(), String::new()).await;
            busy.try_set(false);
            match answer {
                Ok(task) => {
                    toast(AlertKind::Success, t(review::CLAIMED));
                    on_claimed.run(task);
                }
                Err(error) => {
                    problem.try_set(Some(error));
                }
            }
        });
    };
    let holder = task.assignee.clone();
    let take_over = move |reason: String| async move {
        api::tasks::claim(&id.get_value(), reason).await?;
        toast(AlertKind::Success, t(review::CLAIMED));
        on_moved.run(());
        Ok(())
    };
    let release = move |note: String| async move {
        api::tasks::release(&id.get_value(), note).await?;
        toast(AlertKind::Success, t(review::RELEASED));
        on_moved.run(());
        Ok(())
    };
    view! {
        <section class="holding" aria-label=move || t(review::HOLDING)>
            <DueDate due_on=task.due_on.clone() opens_on=task.opens_on.clone() days_left=task.days_left
                provisional=task.provisional/>
            <Status task=task/>
            {move || problem.get().map(|error| view! { <Alert kind=AlertKind::Error>{error.message()}</Alert> })}
            <div class="holding__acts">
                {may.claim.then(|| view! {
                    <Button icon=IconName::Check busy=busy on_click=claim>{move || t(review::CLAIM)}</Button>
                })}
                {may.take_over.then(|| view! {
                    <Button icon=IconName::Check on_click=move || taking.set(true)>{move || t(review::TAKE_OVER)}</Button>
                })}
                {may.hand_over.then(|| view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::People on_click=move || handing.set(true)>
                        {move || t(review::HAND_OVER)}
                    </Button>
                })}
                {may.release.then(|| view! {
                    <Button kind=ButtonKind::Quiet icon=IconName::Inbox on_click=move || releasing.set(true)>
                        {move || t(review::RELEASE)}
                    </Button>
                })}
                <Button kind=ButtonKind::Quiet icon=IconName::Rules on_click=on_why>
                    {move || t(review::WHY_MINE)}
                </Button>
            </div>
        </section>
        <HandOverDialog open=handing task=id with_reason=may.with_reason on_done=on_moved/>
        <SayWhyDialog open=releasing id="release-note" words=Words::release() needed=may.with_reason send=release/>
        <SayWhyDialog open=taking id="take-over-reason" words=Words::take_over(holder) needed=true send=take_over/>
    }
}

/// Who has it since when, in a sentence.
#[component]
fn Status(task: Task) -> impl IntoView {
    let (mine, to_me) = (task.mine, task.assigned_to_me);
    let (holder, note) = (task.assignee, task.note);
    let since = task.assigned_at.map(|at| format::date_time(&at));
    let words = move || match (holder.as_str(), to_me, &since) {
        ("", ..) => t(review::FREE).to_owned(),
        (_, true, Some(since)) => tf(review::HELD_BY_ME_SINCE, &[since]),
        (_, true, None) => t(review::HELD_BY_ME).to_owned(),
        (holder, ..) if mine => tf(review::HELD_BY_PRINCIPAL, &[holder]),
        (holder, _, Some(since)) => tf(review::HELD_BY_SINCE, &[holder, since]),
        (holder, _, None) => tf(review::HELD_BY, &[holder]),
    };
    view! {
        <p class="holding__who" role="status" id=STATUS_ID tabindex="-1">
            <Icon name=IconName::Person/>
            <span>{words}</span>
        </p>
        {(!note.is_empty()).then(|| view! { <p class="muted">{move || tf(review::NOTE, &[&note])}</p> })}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A task that this one has, that one may move.
    fn task(assignee: &str, mine: bool, to_me: bool, head: bool) -> Task {
        serde_json::from_value(serde_json::json!({
            "id": "1", "kind": "review", "person_id": "2", "person_name": "Trần Thị B", "unit_name": "Sở Nội vụ",
            "subject_id": "3", "role": "Người kiểm tra", "role_en": "Reviewer", "provisional": false, "clause": "", "why": "",
            "why_en": "", "mine": mine, "assignee": assignee, "assigned_to_me": to_me, "may_reassign": head,
        }))
        .unwrap()
    }

    #[test]
    fn whoever_has_it_could_take_it_or_answers_for_it_moves_it() {
        let words = |task: Task| {
            let may = May::of(&task);
            let all = [
                (may.claim, "claim"),
                (may.take_over, "take over"),
                (may.hand_over, "hand over"),
                (may.release, "release"),
                (may.with_reason, "reason"),
            ];
            let given: Vec<&str> = all
                .iter()
                .filter(|(yes, _)| *yes)
                .map(|(_, word)| *word)
                .collect();
            given.join(", ")
        };
        assert_eq!(words(task("", true, false, false)), "claim, hand over");
        assert_eq!(words(task("A", true, true, false)), "hand over, release");
        // Taken on by the principal, in whose stead the caller may act.
        assert_eq!(words(task("A", true, false, false)), "hand over, release");
        assert_eq!(
            words(task("A", false, false, false)),
            "reason",
            "nothing to move"
        );
        assert_eq!(
            words(task("A", false, false, true)),
            "take over, hand over, release, reason"
        );
        assert_eq!(words(task("", false, false, true)), "hand over, reason");
    }
}
