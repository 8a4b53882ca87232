//! One version of a profile: its signatures, what it changed, its document.

use congvu_openapi::people::Version;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;
use serde_json::Value;

use super::super::calls;
use super::super::changes::Changes;
use super::super::page_remote::PageRemote;
use super::super::subject::use_subject;
use super::super::words as w;
use super::history::EvidenceFile;
use super::sections::Document;
use super::waiting::kind_words;
use crate::components::{Breadcrumbs, PageHeader, Remote, SignatureCard};
use crate::format;
use crate::i18n::{t, tf, tr};

/// A version, compared with the one before it.
#[component]
pub fn VersionPage() -> impl IntoView {
    let subject = use_subject();
    let params = use_params_map();
    let number = Memo::new(move |_| {
        params.with(|all| {
            all.get("number")
                .and_then(|n| n.parse::<i64>().ok())
                .unwrap_or(0)
        })
    });
    let loaded = Remote::new(move || {
        let (person, number) = (subject.person(), number.get());
        async move {
            let version = calls::version(&person, number).await?;
            let before = if number > 1 {
                Some(calls::version(&person, number - 1).await?)
            } else {
                None
            };
            let submission = calls::submission(&version.submission_id).await.ok();
            Ok((
                version,
                before,
                submission.map(|s| s.value.changes).unwrap_or_default(),
            ))
        }
    });
    view! {
        <PageRemote remote=loaded title=tr(w::TAB_HISTORY) lines=10 view=move |(version, before, changes): (Version, Option<Version>, Vec<_>)| {
            let number = version.number;
            let kind = version.change_kind;
            let at = version.effective_at.clone();
            let person = subject.person();
            let name = version.document.as_ref().map_or_else(String::new, |d| d.personal.full_name.as_str().to_owned());
            let base = format!("/people/{person}");
            let title = Signal::derive(move || tf(w::VERSION_NUMBER, &[&number.to_string()]));
            let document: Value = serde_json::to_value(&version.document).unwrap_or_default();
            let chained = before.as_ref().is_none_or(|before| version.previous_digest.as_deref() == Some(before.digest.as_str()));
            view! {
                <div class="stack">
                <Breadcrumbs trail=Signal::stored(vec![(base.clone(), name)]) here=title/>
                <PageHeader title=title><EvidenceFile person=person.clone() number=number/></PageHeader>
                <p>{move || format!("{} · {}", t(kind_words(kind)), tf(w::EFFECTIVE, &[&format::date_time(&at)]))}</p>
                <p class="version__digests">
                    <span>{move || t(w::DIGEST)}": "<span class="digest">{format::digest_short(&version.document_sha256)}</span></span>
                    <span>{move || t(if chained { w::CHAINED } else { w::NOT_CHAINED })}</span>
                </p>
                <nav class="version__others">
                    {(number > 1).then(|| view! { <A href=format!("{base}/versions/{}", number - 1)>{move || t(w::VERSION_BEFORE)}</A> })}
                </nav>
                <section class="confirm">
                    <h2>{move || t(w::SIGNATURES)}</h2>
                    <div class="signatures">
                        {version.signatures.into_iter().map(|signature| view! { <SignatureCard summary=signature/> }).collect_view()}
                    </div>
                </section>
                {(!changes.is_empty()).then(|| view! {
                    <section class="confirm">
                        <h2>{move || t(if number > 1 { w::COMPARED } else { w::WHAT_WAS_ENTERED })}</h2>
                        <details open=number.gt(&1)>
                            <summary>{tf(w::CHANGES_COUNT, &[&changes.len().to_string()])}</summary>
                            <Changes changes=changes/>
                        </details>
                    </section>
                })}
                <Document document=document/>
                </div>
            }
        }/>
    }
}
