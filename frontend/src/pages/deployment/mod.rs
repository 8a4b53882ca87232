//! The regulation of this installation, explained.

mod rules;

use congvu_openapi::deployment::{DeploymentInfo, EntryBy, Named};
use leptos::prelude::*;

use self::rules::RulesTable;
use crate::api;
use crate::components::{PageHeader, Remote, RemoteView};
use crate::i18n::{Text, deployment, pick, t, tr};
use crate::state::deployment::use_deployment;

/// `/deployment`.
#[component]
pub fn DeploymentPage() -> impl IntoView {
    let rules = Remote::new(api::deployment::rules);
    view! {
        <div class="stack">
            <PageHeader title=tr(deployment::TITLE)/>
            {move || use_deployment().get().map(|info| view! { <About info=info/> })}
            <section class="stack" aria-labelledby="rules-title">
                <h2 id="rules-title">{move || t(deployment::RULES_TITLE)}</h2>
                <RemoteView remote=rules view=|list| view! { <RulesTable rules=list.rules/> }/>
            </section>
        </div>
    }
}

const fn entry_text(by: EntryBy) -> Text {
    match by {
        EntryBy::Person => deployment::BY_PERSON,
        EntryBy::Agency => deployment::BY_AGENCY,
        EntryBy::Either => deployment::BY_EITHER,
    }
}

#[component]
fn About(info: DeploymentInfo) -> impl IntoView {
    let sentence = |what: Text, by: EntryBy| format!("{} {}.", t(what), t(entry_text(by)));
    view! {
        <div class="regulation">
            <section class="card stack">
                <h2>{t(deployment::BASIS)}</h2>
                <p>
                    <strong>{info.legal_basis.clone()}</strong>
                </p>
                <p>{info.legal_title.clone()}</p>
            </section>
            <section class="card stack">
                <h2>{t(deployment::WHO_TITLE)}</h2>
                <p>{sentence(deployment::WHO_NEW, info.new_profile_by)}</p>
                <p>{sentence(deployment::WHO_PERSONAL, info.personal_change_by)}</p>
            </section>
            <Names title=deployment::KINDS_TITLE names=info.person_kinds/>
            <Names title=deployment::ROLES_TITLE names=info.roles/>
        </div>
    }
}

#[component]
fn Names(title: Text, names: Vec<Named>) -> impl IntoView {
    view! {
        <section class="card stack">
            <h2>{t(title)}</h2>
            <ul class="bullets">
                {names
                    .into_iter()
                    .map(|name| view! { <li>{pick(&name.title, &name.title_en)}</li> })
                    .collect_view()}
            </ul>
        </section>
    }
}
