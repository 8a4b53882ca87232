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
    let verb = action.rsplit(['.', '_']).next().unwrap_or(action);
    let text = match (action, verb) {
        (a, _) if a.contains("print") => w::ACT_PRINTED,
        (a, _) if a.contains("export") => w::ACT_EXPORTED,
        (a, _) if a.contains("sign") => w::ACT_SIGNED,
        (a, _) if a.contains("attachment") => w::ACT_ATTACHMENT,
        (a, _) if a.contains("draft") => w::ACT_DRAFT,
        (a, _) if a.contains("remark") => w::ACT_REMARK,
        (_, "read" | "view" | "viewed") => w::ACT_READ,
        (a, _) if a.starts_with("read") || a.starts_with("view") => w::ACT_READ,
        _ => return action.to_owned(),
    };
    t(text).to_owned()
}
