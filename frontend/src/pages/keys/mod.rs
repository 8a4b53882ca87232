//! The signing keys of the account: those there are, and places to add.

mod add;
mod card;
mod from_agent;
mod from_file;
mod from_source;
mod new_key;
mod proof;
mod registering;
mod renew;
mod revoke;

use congvu_openapi::certificates::{Certificate, KeyPlace, KeyPlaces};
use leptos::prelude::*;

use self::add::{AddDialog, AddPlaces};
use self::card::KeyCard;
use self::proof::{Proof, ProofDialog};
use self::revoke::RevokeDialog;
use crate::api;
use crate::components::{Alert, EmptyState, IconName, PageHeader, Remote, RemoteView};
use crate::i18n::{keys, t, tr};
use crate::keys::enrol;

/// What the cards can set going.
#[derive(Clone, Copy)]
struct Actions {
    revoking: RwSignal<Option<Certificate>>,
    proving: RwSignal<Option<Proof>>,
    adding: RwSignal<Option<KeyPlace>>,
    places: Remote<KeyPlaces>,
    reload: Callback<()>,
}

/// `/keys`.
#[component]
pub fn KeysPage() -> impl IntoView {
    let adding = RwSignal::new(None);
    let all = Remote::new(|| async {
        let all = api::certificates::list().await?;
        // A browser that keeps no keys still shows the list.
        let here = enrol::kept_here(&all).await.unwrap_or_default();
        Ok((all, here))
    });
    let places = Remote::new(api::certificates::places);
    let actions = Actions {
        revoking: RwSignal::new(None),
        proving: RwSignal::new(None),
        adding,
        places,
        reload: Callback::new(move |()| all.reload()),
    };
    view! {
        <div class="stack page--narrow">
            <PageHeader title=tr(keys::PAGE_TITLE)/>
            <p>{move || t(keys::PAGE_INTRO)}</p>
            <RemoteView
                remote=all
                view=move |(all, here)| view! { <Keys all=all here=here actions=actions/> }
            />
            <RemoteView
                remote=places
                lines=3
                view=move |places| view! { <AddPlaces places=places adding=adding/> }
            />
            <Alert>
                <strong>{move || t(keys::LOST_TITLE)}</strong>
                <p>{move || t(keys::LOST_TEXT)}</p>
            </Alert>
            <AddDialog
                adding=adding
                places=Signal::derive(move || places.get())
                actions=actions
            />
            <RevokeDialog revoking=actions.revoking on_done=actions.reload/>
            <ProofDialog proving=actions.proving on_done=actions.reload/>
        </div>
    }
}

#[component]
fn Keys(all: Vec<Certificate>, here: Vec<String>, actions: Actions) -> impl IntoView {
    if all.is_empty() {
        return view! {
            <EmptyState title=tr(keys::EMPTY_TITLE) text=tr(keys::EMPTY_TEXT) icon=IconName::Key/>
        }
        .into_any();
    }
    view! {
        <section class="stack" aria-label=t(keys::LIST_TITLE)>
            <ul class="stack">
                {all
                    .into_iter()
                    .map(|certificate| {
                        let is_here = here.contains(&certificate.public_key_sha256);
                        view! {
                            <li>
                                <KeyCard
                                    certificate=certificate
                                    is_here=is_here
                                    actions=actions
                                />
                            </li>
                        }
                    })
                    .collect_view()}
            </ul>
        </section>
    }
    .into_any()
}
