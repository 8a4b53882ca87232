//! Who looked at a profile or did something with it, on which ground.

use congvu_openapi::people::AccessEntry;
use leptos::prelude::*;

use super::super::calls;
use super::super::words as w;
use crate::components::{Button, EmptyState, IconName, ProblemView, Skeleton};
use crate::format;
use crate::i18n::{common, t, tr};

/// The accesses, newest first, page after page.
#[component]
pub fn Accesses(person: String) -> impl IntoView {
    let entries = RwSignal::new(Vec::<AccessEntry>::new());
    let next = RwSignal::new(Some(String::new()));
    let error = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let more = Callback::new(move |()| {
        let (person, cursor) = (person.clone(), next.get_untracked().unwrap_or_default());
        busy.set(true);
        error.set(None);
        leptos::task::spawn_local(async move {
            let answer = calls::accesses(&person, &cursor).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(page) => {
                    entries.update(|all| all.extend(page.items));
                    next.set(page.next);
                }
                Err(refused) => error.set(Some(refused)),
            }
        });
    });
    more.run(());
    view! {
        <p class="profile__lead">{move || t(w::ACCESSES_LEAD)}</p>
        {move || error.get().map(|error| view! { <ProblemView error=error retry=more/> })}
        {move || match (entries.with(Vec::is_empty), busy.get(), error.with(Option::is_some)) {
            (true, true, _) => view! { <Skeleton lines=5/> }.into_any(),
            (true, false, false) => view! { <EmptyState title=tr(w::NO_ACCESSES) text=tr(w::NO_ACCESSES_TEXT) icon=IconName::Eye/> }.into_any(),
            (true, false, true) => ().into_any(),
            _ => view! { <List entries=entries/> }.into_any(),
        }}
        {move || (next.get().is_some() && !entries.with(Vec::is_empty)).then(|| view! {
            <Button busy=busy on_click=more>{t(common::NEXT_PAGE)}</Button>
        })}
    }
}

#[component]
fn List(entries: RwSignal<Vec<AccessEntry>>) -> impl IntoView {
    view! {
        <div class="reading__scroll" tabindex="0" role="region" aria-label=move || t(w::TAB_ACCESSES)>
            <table class="reading__table">
                <caption class="visually-hidden">{move || t(w::TAB_ACCESSES)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{move || t(w::WHEN)}</th>
                        <th scope="col">{move || t(w::WHO)}</th>
                        <th scope="col">{move || t(w::DID_WHAT)}</th>
                        <th scope="col">{move || t(w::GROUND)}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || entries.get().into_iter().map(|entry| view! {
                        <tr>
                            <td data-label=t(w::WHEN)>{format::date_time(&entry.at)}</td>
                            <td data-label=t(w::WHO)>{entry.who}</td>
                            <td data-label=t(w::DID_WHAT)>{action_words(&entry.action)}</td>
                            <td data-label=t(w::GROUND)>{entry.ground}</td>
                        </tr>
                    }).collect_view()}
                </tbody>
            </table>
        </div>
    }
}

/// A code of the audit in words; a code not known here stands for itself.
fn action_words(action: &str) -> String {
    let text = match action {
        "person_read" => w::ACT_READ,
        "version_read" => w::ACT_VERSION_READ,
        "draft_read" => w::ACT_DRAFT_READ,
        "draft_saved" => w::ACT_DRAFT_SAVED,
        "submission_read" => w::ACT_SUBMISSION_READ,
        "submitted" => w::ACT_SUBMITTED,
        "approve" => w::ACT_APPROVED,
        "return" => w::ACT_RETURNED,
        "attachment_added" => w::ACT_ATTACHMENT_ADDED,
        "attachment_read" => w::ACT_ATTACHMENT_READ,
        "attachment_removed" => w::ACT_ATTACHMENT_REMOVED,
        "evidence_exported" => w::ACT_EVIDENCE,
        "profile_printed" => w::ACT_PRINTED,
        "export_made" => w::ACT_EXPORT_MADE,
        "export_read" => w::ACT_EXPORT_READ,
        "export_signed" => w::ACT_EXPORT_SIGNED,
        "export_sealed" => w::ACT_EXPORT_SEALED,
        "remark_made" => w::ACT_REMARK_MADE,
        "remark_answered" => w::ACT_REMARK_ANSWERED,
        "person_registered" => w::ACT_REGISTERED,
        "account_issued" => w::ACT_ACCOUNT_ISSUED,
        _ => return action.to_owned(),
    };
    t(text).to_owned()
}
