//! Reports of wrong items by the person, and their answers.

use congvu_openapi::form::leaf;
use congvu_openapi::people::Person;
use congvu_openapi::remarks::{NewRemark, Remark, RemarkState};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::calls;
use super::super::words as w;
use crate::components::{
    AlertKind, Badge, Button, ButtonKind, Dialog, EmptyState, IconName, Remote, RemoteView,
    TextArea,
};
use crate::format;
use crate::i18n::{common, t, tf, tr};
use crate::state::language::is_english;
use crate::state::toasts::toast;

/// The reports about a profile.
#[component]
pub fn Remarks(person: Person, own: bool) -> impl IntoView {
    let id = StoredValue::new(person.summary.id.clone());
    let may_answer = person.may_answer;
    let reporting = RwSignal::new(None::<String>);
    let list = Remote::new(move || {
        // A report that was sent closes the dialog, and the list is loaded again.
        reporting.track();
        let id = id.get_value();
        async move { calls::remarks(&id).await }
    });
    let lines = move |remarks: Vec<Remark>| {
        if remarks.is_empty() {
            return view! {
                <EmptyState title=tr(w::NO_REMARKS) text=tr(w::NO_REMARKS_TEXT) icon=IconName::Flag/>
            }
            .into_any();
        }
        view! {
            <ul class="history">
                {remarks.into_iter().map(|remark| view! {
                    <Line remark=remark may_answer=may_answer list=list/>
                }).collect_view()}
            </ul>
        }
        .into_any()
    };
    view! {
        <p class="profile__lead">{move || t(w::REMARKS_LEAD)}</p>
        {own.then(|| view! {
            <div class="profile__tools">
                <Button icon=IconName::Flag on_click=Callback::new(move |()| reporting.set(Some(String::new())))>
                    {move || t(w::REPORT_MISTAKE)}
                </Button>
            </div>
        })}
        <RemoteView remote=list lines=4 view=lines/>
        <ReportDialog person=id.get_value() reporting=reporting/>
    }
}

#[component]
fn Line(remark: Remark, may_answer: bool, list: Remote<Vec<Remark>>) -> impl IntoView {
    let open = remark.state == RemarkState::Open;
    let (tone, text) = if open {
        (AlertKind::Warning, w::REMARK_OPEN)
    } else {
        (AlertKind::Success, w::REMARK_ANSWERED)
    };
    let title = match (remark.item.is_empty(), remark.label.is_empty()) {
        (_, true) => None,
        (true, false) => Some(remark.label.clone()),
        (false, false) => Some(format!("{}) {}", remark.item, remark.label)),
    };
    let asked = remark.clone();
    let (by, at) = (remark.by, remark.at);
    let answered = remark.answered_by.zip(remark.answered_at);
    view! {
        <li class="history__entry">
            <p>{title.map(|title| view! { <strong>{title}</strong>" " })}<Badge kind=tone>{move || t(text)}</Badge></p>
            <p class="remark__text">{remark.text}</p>
            <p class="history__meta">{move || tf(w::BY_AT, &[&by, &format::date_time(&at)])}</p>
            {answered.map(|(by, at)| view! {
                <blockquote class="remark__answer">
                    <p>{remark.answer}</p>
                    <p class="history__meta">{move || tf(w::BY_AT, &[&by, &format::date_time(&at)])}</p>
                </blockquote>
            })}
            {(open && may_answer).then(|| view! { <Answer remark=asked list=list/> })}
        </li>
    }
}

#[component]
fn Answer(remark: Remark, list: Remote<Vec<Remark>>) -> impl IntoView {
    let value = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    let id = format!("answer-{}", remark.id);
    let send = Callback::new(move |()| {
        let text = value.get_untracked();
        if text.trim().is_empty() {
            error.set(Some(t(common::FIELD_REQUIRED).to_owned()));
            return;
        }
        busy.set(true);
        let remark = remark.clone();
        spawn_local(async move {
            let answer = calls::answer(&remark, text).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toast(AlertKind::Success, t(w::ANSWERED));
                    list.reload();
                }
                Err(refused) => {
                    error.try_set(Some(refused.message()));
                }
            }
        });
    });
    view! {
        <TextArea id=id label=tr(w::YOUR_ANSWER) value=value error=error required=true rows=3 max_length=2000/>
        <Button busy=busy on_click=send>{move || t(w::SEND_ANSWER)}</Button>
    }
}

/// Reports a mistake in an item, or in the whole where the place is empty.
#[component]
pub fn ReportDialog(person: String, reporting: RwSignal<Option<String>>) -> impl IntoView {
    let open = RwSignal::new(false);
    let value = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| open.set(reporting.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && reporting.with_untracked(Option::is_some) {
            reporting.set(None);
        }
    });
    let about = move || {
        let pointer = reporting.get().unwrap_or_default();
        leaf(&pointer).map_or_else(
            || t(w::WHOLE_PROFILE).to_owned(),
            |leaf| {
                let words = leaf.table.unwrap_or(leaf.label).get(is_english());
                if leaf.item.is_empty() {
                    words.to_owned()
                } else {
                    format!("{}) {words}", leaf.item)
                }
            },
        )
    };
    let send = Callback::new(move |()| {
        let text = value.get_untracked().trim().to_owned();
        if text.chars().count() < 3 {
            error.set(Some(t(w::REPORT_TOO_SHORT).to_owned()));
            return;
        }
        error.set(None);
        busy.set(true);
        let pointer = reporting.get_untracked().unwrap_or_default();
        let person = person.clone();
        spawn_local(async move {
            let answer = calls::report(&person, &NewRemark { pointer, text }).await;
            busy.try_set(false);
            match answer {
                Ok(_) => {
                    toast(AlertKind::Success, t(w::REPORTED));
                    value.try_set(String::new());
                    open.try_set(false);
                }
                Err(refused) => {
                    error.try_set(Some(refused.message()));
                }
            }
        });
    });
    view! {
        <Dialog open=open title=tr(w::REPORT_MISTAKE)>
            <p>{about}</p>
            <TextArea id="report-text" label=tr(w::REPORT_WHAT) hint=tr(w::REPORT_HINT) value=value
                error=error required=true rows=5 max_length=2000/>
            <div class="dialog__buttons">
                <Button on_click=Callback::new(move |()| open.set(false))>{move || t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary busy=busy on_click=send>{move || t(w::SEND_REPORT)}</Button>
            </div>
        </Dialog>
    }
}
