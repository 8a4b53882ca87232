//! Whose the current step is: who is on it, in whose stead the caller would sign, and why by its date.

use congvu_openapi::overview::TaskWhy;
use congvu_openapi::submissions::{Submission, SubmissionState};
use congvu_openapi::tasks::Task;
use leptos::prelude::*;

use super::holding::{Holding, STATUS_ID};
use super::list::later_focus;
use super::stead::Stead;
use crate::api::{self, ApiError, Loaded};
use crate::components::{DueChanges, Remote, WhyDialog};
use crate::i18n::{pick, review, tf};
use crate::pages::tasks;
use crate::state::session::{may, own_person_id};

/// The task of the current step, where the caller has a part in it.
#[component]
pub fn Whose(submission: Submission, remote: Remote<Loaded<Submission>>) -> impl IntoView {
    if submission.state != SubmissionState::InReview {
        return ().into_any();
    }
    let taken_by = submission.taken_by.join(", ");
    if untrack(own_person_id).as_deref() == Some(submission.person_id.as_str()) {
        return view! { <TakenBy names=taken_by/> }.into_any();
    }
    let id = StoredValue::new(submission.id);
    let found = Remote::new(move || {
        let id = id.get_value();
        async move { find(&id).await }
    });
    // What the server answered when it was taken on, newer than what was found.
    let claimed = RwSignal::new(None::<Task>);
    let task = Memo::new(move |_| claimed.get().or_else(|| found.get().flatten()));
    let answer = Remote::new(move || {
        let id = task.get().map(|task| task.id);
        async move {
            match id {
                Some(id) => Ok(Some(api::tasks::why(&id).await?)),
                None => Ok(None::<TaskWhy>),
            }
        }
    });
    let asking = RwSignal::new(None::<String>);
    let holding = move || match task.get() {
        Some(task) => {
            let id = task.id.clone();
            view! {
                <Holding
                    task=task
                    on_claimed=move |task| {
                        claimed.set(Some(task));
                        // The button that was pressed is gone.
                        later_focus(STATUS_ID.to_owned());
                    }
                    on_moved=move || remote.reload()
                    on_why=move || asking.set(Some(id.clone()))
                />
            }
            .into_any()
        }
        None => view! { <TakenBy names=taken_by.clone()/> }.into_any(),
    };
    view! {
        {holding}
        {move || answer.get().flatten().map(|answer| view! {
            // Why not, where it is not the caller's.
            {(!answer.whose.mine).then(|| view! { <p class="muted">{pick(&answer.whose.text, &answer.whose.text_en)}</p> })}
            <DueChanges changes=answer.changes/>
            <Stead whose=answer.whose/>
        })}
        <WhyDialog task=asking/>
    }
    .into_any()
}

/// Who is on it, for whoever has no part in the step.
#[component]
fn TakenBy(names: String) -> impl IntoView {
    (!names.is_empty()).then(|| {
        view! { <p class="holding__who">{move || tf(review::HELD_BY, &[&names])}</p> }
    })
}

/// On the page of tasks that led here, among one's own, then among those that one may urge.
async fn find(submission: &str) -> Result<Option<Task>, ApiError> {
    let here = tasks::last::review_of(submission).await?;
    if here.is_some() {
        return Ok(here);
    }
    let mine = api::tasks::review_of(submission, "mine").await?;
    if mine.is_some() || !untrack(|| may("read_people")) {
        return Ok(mine);
    }
    api::tasks::review_of(submission, "unit").await
}
