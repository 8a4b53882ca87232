//! Why a task is whose, and why by its date: the clause in its own words, and the count day by day.

mod changes;
mod days;

use congvu_openapi::overview::{TaskWhy, WhyMine};
use leptos::prelude::*;

pub use self::changes::DueChanges;
use self::days::Days;
use super::alert::{Alert, AlertKind};
use super::dialog::Dialog;
use super::remote::{Remote, RemoteView};
use crate::api;
use crate::format;
use crate::i18n::{pick, signing, t, tf, tr, why};

/// Shows while `task` has the identifier of one.
#[component]
pub fn WhyDialog(task: RwSignal<Option<String>>) -> impl IntoView {
    let open = RwSignal::new(false);
    Effect::new(move |_| open.set(task.with(Option::is_some)));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            task.set(None);
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(why::TITLE) wide=true>
            {move || task.get().map(|id| view! { <Asked id=id/> })}
        </Dialog>
    }
}

#[component]
fn Asked(id: String) -> impl IntoView {
    let answer = Remote::new(move || {
        let id = id.clone();
        async move { api::tasks::why(&id).await }
    });
    view! { <RemoteView remote=answer lines=8 view=|answer| view! { <Explained answer=answer/> }/> }
}

#[component]
fn Explained(answer: TaskWhy) -> impl IntoView {
    let count = pick(&answer.count, &answer.count_en);
    let sentence = pick(&answer.why, &answer.why_en);
    let due = match &answer.due_on {
        Some(day) => tf(why::DUE, &[&format::date(day)]),
        None => t(why::NONE).to_owned(),
    };
    view! {
        <Whose whose=answer.whose/>
        <section class="why" aria-label=t(why::DEADLINE)>
            <h3>{t(why::DEADLINE)}</h3>
            <p>
                <strong>{due}</strong>
            </p>
            {(!sentence.is_empty()).then(|| view! { <p>{sentence}</p> })}
            {(!count.is_empty()).then(|| view! { <p>{count}</p> })}
        </section>
        <DueChanges changes=answer.changes/>
        <Clause clause=answer.clause quote=answer.quote confirm=answer.confirm/>
        <Days days=answer.days/>
    }
}

/// By which role, and in whose stead.
#[component]
fn Whose(whose: WhyMine) -> impl IntoView {
    let behalf = whose.on_behalf_of;
    view! {
        <section class="why" aria-label=t(why::WHO)>
            <h3>{t(why::WHO)}</h3>
            {(!behalf.is_empty())
                .then(|| {
                    view! {
                        <Alert kind=AlertKind::Warning>
                            <strong>{tf(signing::ON_BEHALF, &[&behalf])}</strong>
                        </Alert>
                    }
                })}
            <p>{pick(&whose.text, &whose.text_en)}</p>
            {(!whose.clause.is_empty())
                .then(|| view! { <p class="muted">{tf(why::BY_CLAUSE, &[&whose.clause])}</p> })}
            {(!whose.basis.is_empty())
                .then(|| view! { <p class="muted">{tf(why::BY_BASIS, &[&whose.basis])}</p> })}
        </section>
    }
}

/// The clause, in its own words where the deployment file has them.
#[component]
fn Clause(clause: String, quote: String, confirm: bool) -> impl IntoView {
    (!clause.is_empty()).then(|| {
        view! {
            <section class="why" aria-label=t(why::CLAUSE)>
                <h3>{t(why::CLAUSE)}</h3>
                <p class="due__clause">{clause}</p>
                {if quote.is_empty() {
                    view! { <p class="muted">{t(why::NO_CLAUSE)}</p> }.into_any()
                } else {
                    view! { <blockquote class="why__quote" lang="vi">{quote}</blockquote> }.into_any()
                }}
                {confirm
                    .then(|| view! { <Alert kind=AlertKind::Warning>{t(why::CONFIRM)}</Alert> })}
            </section>
        }
    })
}
