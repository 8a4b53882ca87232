//! The signing keys of the account.

mod card;
mod new_key;
mod revoke;

use congvu_openapi::certificates::Certificate;
use leptos::prelude::*;

use self::card::KeyCard;
use self::new_key::NewKeyDialog;
use self::revoke::RevokeDialog;
use crate::api;
use crate::components::{
    Alert, Button, ButtonKind, EmptyState, IconName, PageHeader, Remote, RemoteView,
};
use crate::i18n::{keys, t, tr};
use crate::keys::enrol;

/// `/keys`.
#[component]
pub fn KeysPage() -> impl IntoView {
    let creating = RwSignal::new(false);
    let revoking = RwSignal::new(None::<Certificate>);
    let all = Remote::new(|| async {
        let all = api::certificates::list().await?;
        // A browser that keeps no keys still shows the list.
        let here = enrol::kept_here(&all).await.unwrap_or_default();
        Ok((all, here))
    });
    view! {
        <div class="stack page--narrow">
            <PageHeader title=tr(keys::PAGE_TITLE)>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Plus
                    on_click=move || creating.set(true)
                >
                    {move || t(keys::NEW_KEY)}
                </Button>
            </PageHeader>
            <p>{move || t(keys::PAGE_INTRO)}</p>
            <RemoteView
                remote=all
                view=move |(all, here)| {
                    view! { <Keys all=all here=here revoking=revoking creating=creating/> }
                }
            />
            <Alert>
                <strong>{move || t(keys::LOST_TITLE)}</strong>
                <p>{move || t(keys::LOST_TEXT)}</p>
            </Alert>
            <NewKeyDialog open=creating on_done=move || all.reload()/>
            <RevokeDialog revoking=revoking on_done=move || all.reload()/>
        </div>
    }
}

#[component]
fn Keys(
    all: Vec<Certificate>,
    here: Vec<String>,
    revoking: RwSignal<Option<Certificate>>,
    creating: RwSignal<bool>,
) -> impl IntoView {
    if all.is_empty() {
        return view! {
            <EmptyState title=tr(keys::EMPTY_TITLE) text=tr(keys::EMPTY_TEXT) icon=IconName::Key>
                <Button
                    kind=ButtonKind::Primary
                    icon=IconName::Key
                    on_click=move || creating.set(true)
                >
                    {t(keys::CREATE_HERE)}
                </Button>
            </EmptyState>
        }
        .into_any();
    }
    view! {
        <ul class="stack">
            {all
                .into_iter()
                .map(|certificate| {
                    let is_here = here.contains(&certificate.public_key_sha256);
                    view! {
                        <li>
                            <KeyCard certificate=certificate is_here=is_here revoking=revoking/>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
    .into_any()
}
