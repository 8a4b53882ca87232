//! The card at the head of a profile: who it is, where the profile stands, which version is in force.

use congvu_openapi::people::{Person, ProfileState};
use congvu_openapi::signing::TrustLevel;
use leptos::prelude::*;

use super::super::calls;
use super::super::files;
use super::super::words as w;
use crate::components::{AlertKind, Badge, Icon, IconName, Remote, level_text};
use crate::format;
use crate::i18n::{t, tf};
use crate::state::deployment::kind_title;

/// The words of where a profile stands.
#[must_use]
pub const fn state_words(state: ProfileState) -> (AlertKind, IconName, crate::i18n::Text) {
    match state {
        ProfileState::Empty => (AlertKind::Warning, IconName::Edit, w::STATE_EMPTY),
        ProfileState::InReview => (AlertKind::Info, IconName::Clock, w::STATE_IN_REVIEW),
        ProfileState::Returned => (AlertKind::Error, IconName::Return, w::STATE_RETURNED),
        ProfileState::Approved => (AlertKind::Success, IconName::Success, w::STATE_APPROVED),
    }
}

/// The card.
#[component]
pub fn HeaderCard(person: Person) -> impl IntoView {
    let (tone, icon, words) = state_words(person.summary.state);
    let summary = person.summary;
    let kind = summary.kind.clone();
    let version = summary.version;
    let id = summary.id.clone();
    let (name, post, unit) = (summary.full_name, summary.post, summary.unit_name);
    view! {
        <section class="profile-card" aria-label=move || t(w::CARD)>
            <Photo person=id.clone() has_version=version.is_some()/>
            <div class="profile-card__who">
                <p class="profile-card__name">{name}</p>
                <p>{if post.is_empty() { unit.clone() } else { format!("{post} · {unit}") }}</p>
                <p class="profile-card__meta">
                    {move || kind_title(&kind)}
                    {(!person.staff_number.is_empty()).then(|| view! {
                        " · "{move || t(w::STAFF_NUMBER)}" "{person.staff_number}
                    })}
                </p>
            </div>
            <div class="profile-card__state">
                <Badge kind=tone icon=icon>{move || t(words)}</Badge>
                {version.map(|number| view! { <InForce person=id number=number/> })}
            </div>
        </section>
    }
}

/// Which version is in force and what its signatures are worth.
#[component]
fn InForce(person: String, number: i64) -> impl IntoView {
    let versions = Remote::new(move || {
        let person = person.clone();
        async move { calls::versions(&person).await }
    });
    move || {
        let all = versions.get()?;
        let version = all.into_iter().find(|version| version.number == number)?;
        let last = version.signatures.last().cloned()?;
        let pilot = version
            .signatures
            .iter()
            .any(|s| s.level == TrustLevel::Pilot);
        let tone = if pilot {
            AlertKind::Warning
        } else {
            AlertKind::Success
        };
        let level = if pilot { TrustLevel::Pilot } else { last.level };
        Some(view! {
            <p class="profile-card__version">
                {tf(w::VERSION_IN_FORCE, &[&number.to_string(), &format::date(&version.effective_at)])}
            </p>
            <p class="profile-card__meta">{tf(w::APPROVED_BY, &[&last.signer])}</p>
            <Badge kind=tone icon=IconName::Seal>{t(level_text(level))}</Badge>
        })
    }
}

/// The photograph, where one is attached.
#[component]
fn Photo(person: String, has_version: bool) -> impl IntoView {
    let url = RwSignal::new(None::<String>);
    if has_version {
        leptos::task::spawn_local(async move {
            // A profile without a readable photograph shows the placeholder.
            let found = calls::attachments(&person).await.ok();
            let photo = found.and_then(|all| all.into_iter().find(|a| a.category == "photo"));
            let Some(photo) = photo else { return };
            if let Ok(bytes) = calls::content(&person, &photo.id).await {
                url.try_set(files::local(&bytes, &photo.media_type).map(|file| file.url));
            }
        });
    }
    on_cleanup(move || {
        if let Some(Some(url)) = url.try_get_untracked() {
            files::release(&url);
        }
    });
    view! {
        <div class="profile-card__photo">
            {move || match url.get() {
                Some(url) => view! { <img src=url alt=move || t(w::PHOTO_ALT)/> }.into_any(),
                None => view! { <Icon name=IconName::Person/> }.into_any(),
            }}
        </div>
    }
}
