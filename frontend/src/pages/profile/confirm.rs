//! Before signing: what changed, what still has to be mended, what happens next, one main button.

use congvu_openapi::deployment::Rule;
use congvu_openapi::people::{Draft, Severity};
use congvu_openapi::signing::NewSigningRequest;
use congvu_openapi::submissions::ChangeKind;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::calls;
use super::changes::Changes;
use super::edit::unsaved;
use super::page_remote::PageRemote;
use super::subject::{Subject, use_subject};
use super::words as w;
use crate::api::{Call, Loaded, deployment};
use crate::components::{
    Alert, AlertKind, Breadcrumbs, Button, ButtonKind, EmptyState, IconName, PageHeader, Remote,
    RemoteView, SigningDialog,
};
use crate::form::progress::blocking;
use crate::i18n::{common, pick, t, tf, tr};
use crate::keys::signing::SigningJob;

/// The page before signing.
#[component]
pub fn ConfirmPage() -> impl IntoView {
    let subject = use_subject();
    let draft = Remote::new(move || {
        let person = subject.person();
        async move { calls::draft(&person).await }
    });
    view! {
        <PageRemote remote=draft title=tr(w::REVIEW_AND_SIGN) view=move |loaded| view! { <Confirm subject=subject loaded=loaded/> }/>
    }
}

#[component]
fn Confirm(subject: Subject, loaded: Loaded<Draft>) -> impl IntoView {
    let Loaded { value: draft, etag } = loaded;
    let signing = RwSignal::new(false);
    let name = draft.document.personal.full_name.as_str().to_owned();
    let trail = {
        let name = name.clone();
        Signal::derive(move || vec![(subject.base(), subject.title(&name))])
    };
    let typed_only = unsaved(&draft.person_id).is_some();
    let errors = blocking(&draft.issues);
    let nothing = draft.changes.is_empty();
    let ready = errors == 0 && !nothing && !typed_only;
    let person = draft.person_id.clone();
    let jobs = Signal::derive(move || {
        let (person, etag) = (person.clone(), etag.clone());
        vec![SigningJob::new(
            tf(w::SIGN_DRAFT_OF, &[&name]),
            move |certificate_id| {
                let call = Call::post(format!("/people/{person}/draft/signing-requests"))
                    .if_match(&etag)
                    .json(&NewSigningRequest { certificate_id });
                async move { Ok(call.send().await?.value) }
            },
        )]
    });
    let navigate = use_navigate();
    let on_done = Callback::new(move |outcomes: Vec<crate::keys::signing::SigningOutcome>| {
        if outcomes.iter().any(|outcome| outcome.result.is_ok()) {
            navigate(
                &subject.base_untracked(),
                leptos_router::NavigateOptions::default(),
            );
        }
    });
    let files = draft.attachments.len();
    view! {
        <div class="stack">
        <Breadcrumbs trail=trail here=tr(w::REVIEW_AND_SIGN)/>
        <PageHeader title=tr(w::REVIEW_AND_SIGN)/>
        {typed_only.then(|| view! {
            <Alert kind=AlertKind::Warning>
                <p>{move || t(w::TYPED_ONLY)}</p>
                <p><A href=move || format!("{}/edit/self", subject.base())>{move || t(w::BACK_TO_EDIT)}</A></p>
            </Alert>
        })}
        <Remaining subject=subject draft=draft.clone()/>
        <section class="confirm" aria-labelledby="what-changed">
            <h2 id="what-changed">{move || t(w::WHAT_CHANGED)}</h2>
            {if nothing {
                view! {
                    <EmptyState title=tr(w::NOTHING_CHANGED) text=tr(w::NOTHING_CHANGED_TEXT)>
                        <A href=move || format!("{}/edit/self", subject.base())>{move || t(w::BACK_TO_EDIT)}</A>
                    </EmptyState>
                }.into_any()
            } else {
                view! { <Changes changes=draft.changes/> }.into_any()
            }}
            {(files > 0).then(|| view! { <p class="confirm__files">{move || tf(w::FILES_GO_ALONG, &[&files.to_string()])}</p> })}
        </section>
        <WhatNext kind=draft.change_kind/>
        <div class="form-steps">
            <p class="form-steps__next">
                {move || if ready { t(w::AFTER_SIGNING).to_owned() } else if nothing {
                    t(w::NOTHING_TO_SIGN).to_owned()
                } else {
                    tf(w::MEND_FIRST, &[&errors.to_string()])
                }}
            </p>
            <div class="form-steps__buttons">
                <A href=move || format!("{}/edit/self", subject.base()) attr:class="button">{move || t(w::BACK_TO_EDIT)}</A>
                <Button kind=ButtonKind::Primary icon=IconName::Pen disabled=!ready
                    on_click=Callback::new(move |()| signing.set(true))>
                    {move || t(w::SIGN_AND_SEND)}
                </Button>
            </div>
        </div>
        </div>
        <SigningDialog open=signing jobs=jobs on_done=on_done/>
    }
}

/// What stands in the way of a signature, and what should be looked at.
#[component]
fn Remaining(subject: Subject, draft: Draft) -> impl IntoView {
    let list = move |severity: Severity| {
        let found = draft
            .issues
            .iter()
            .filter(|issue| issue.severity == severity);
        found.cloned().collect::<Vec<_>>()
    };
    let (errors, warnings) = (list(Severity::Error), list(Severity::Warning));
    let shown = move |issues: Vec<congvu_openapi::people::Issue>, kind, title| {
        (!issues.is_empty()).then(|| {
            view! {
                <Alert kind=kind>
                    <p><strong>{move || t(title)}</strong></p>
                    <ul>
                        {issues.into_iter().map(|issue| {
                            let to = format!("/edit/{}#{}", issue.section, issue.pointer);
                            view! {
                                <li>
                                    <A href=move || format!("{}{to}", subject.base())>
                                        {move || pick(&issue.message, &issue.message_en)}
                                    </A>
                                </li>
                            }
                        }).collect_view()}
                    </ul>
                </Alert>
            }
        })
    };
    view! {
        {shown(errors, AlertKind::Error, common::ERRORS_FOUND)}
        {shown(warnings, AlertKind::Warning, w::WARNINGS_FOUND)}
    }
}

/// Which steps follow, by the regulation.
#[component]
fn WhatNext(kind: ChangeKind) -> impl IntoView {
    let rules = Remote::new(deployment::rules);
    view! {
        <section class="confirm" aria-labelledby="what-next">
            <h2 id="what-next">{move || t(w::WHAT_NEXT)}</h2>
            <RemoteView remote=rules lines=3 view=move |list: congvu_openapi::deployment::RuleList| {
                let mut subjects: Vec<(String, Vec<Rule>)> = Vec::new();
                for rule in applying(kind, list.rules) {
                    match subjects.iter_mut().find(|(subject, _)| *subject == rule.subject) {
                        Some((_, rules)) => rules.push(rule),
                        None => subjects.push((rule.subject.clone(), vec![rule])),
                    }
                }
                let many = subjects.len() > 1;
                view! {
                    {many.then(|| view! { <p>{move || t(w::ONE_OF_THESE)}</p> })}
                    {subjects.into_iter().map(|(subject, rules)| view! {
                        <div class="what-next">
                            <p class="what-next__subject">{subject}</p>
                            <ol>{rules.into_iter().map(|rule| view! { <li>{rule_words(rule)}</li> }).collect_view()}</ol>
                        </div>
                    }).collect_view()}
                }
            }/>
        </section>
    }
}

/// The deadlines of the chain that a change of this kind goes through.
fn applying(kind: ChangeKind, rules: Vec<Rule>) -> Vec<Rule> {
    let later = kind != ChangeKind::NewProfile && rules.iter().any(|rule| rule.requirement == "C4");
    let wanted: &[&str] = if later { &["C4"] } else { &["C2", "C3"] };
    rules
        .into_iter()
        .filter(|rule| wanted.contains(&rule.requirement.as_str()))
        .collect()
}

fn rule_words(rule: Rule) -> impl IntoView {
    let days = rule.within.days.to_string();
    let text = if rule.within.unit == "working" {
        w::WITHIN_WORKING
    } else {
        w::WITHIN_CALENDAR
    };
    view! {
        <strong>{rule.role}</strong>
        ": "
        {move || tf(text, &[&days])}
        <span class="what-next__clause">" ("{rule.clause}")"</span>
    }
}
