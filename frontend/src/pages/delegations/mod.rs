//! Signing in somebody's stead: delegations given and received.

mod card;
mod end;
mod fields;
mod new;
mod words;

use congvu_openapi::delegations::{Delegation, DelegationList};
use leptos::prelude::*;

use self::card::DelegationCard;
use self::end::EndDialog;
use self::new::NewDelegationDialog;
use crate::api;
use crate::components::{Alert, Button, ButtonKind, IconName, PageHeader, Remote, RemoteView};
use crate::i18n::{Text, delegations, t, tr};
use crate::state::delegations::reload_acting_for;

/// `/delegations`.
#[component]
pub fn DelegationsPage() -> impl IntoView {
    let all = Remote::new(api::delegations::list);
    let ending = RwSignal::new(None::<Delegation>);
    let making = RwSignal::new(false);
    let may_delegate = move || all.get().is_some_and(|all| !all.may_delegate.is_empty());
    let changed = move || {
        all.reload();
        reload_acting_for();
    };
    view! {
        <div class="stack page--narrow">
            <PageHeader title=tr(delegations::TITLE)>
                <Show when=may_delegate>
                    <Button
                        kind=ButtonKind::Primary
                        icon=IconName::Plus
                        on_click=move || making.set(true)
                    >
                        {move || t(delegations::NEW)}
                    </Button>
                </Show>
            </PageHeader>
            <p>{move || t(delegations::INTRO)}</p>
            <RemoteView remote=all view=move |all| view! { <Both all=all ending=ending/> }/>
            <NewDelegationDialog
                open=making
                roles=Signal::derive(move || all.get().map(|all| all.may_delegate).unwrap_or_default())
                on_done=changed
            />
            <EndDialog ending=ending on_done=changed/>
        </div>
    }
}

#[component]
fn Both(all: DelegationList, ending: RwSignal<Option<Delegation>>) -> impl IntoView {
    let none_to_give = all.may_delegate.is_empty();
    let (given, received): (Vec<_>, Vec<_>) = all.items.into_iter().partition(|d| d.given);
    view! {
        {(none_to_give && given.is_empty())
            .then(|| view! { <Alert>{t(delegations::NONE_TO_GIVE)}</Alert> })}
        <List
            title=delegations::RECEIVED
            empty=delegations::NO_RECEIVED
            items=received
            ending=ending
        />
        {(!none_to_give || !given.is_empty())
            .then(|| {
                view! {
                    <List
                        title=delegations::GIVEN
                        empty=delegations::NO_GIVEN
                        items=given
                        ending=ending
                    />
                }
            })}
    }
}

#[component]
fn List(
    title: Text,
    empty: Text,
    items: Vec<Delegation>,
    ending: RwSignal<Option<Delegation>>,
) -> impl IntoView {
    view! {
        <section class="stack" aria-label=t(title)>
            <h2>{t(title)}</h2>
            {if items.is_empty() {
                view! { <p class="muted">{t(empty)}</p> }.into_any()
            } else {
                view! {
                    <ul class="stack">
                        {items
                            .into_iter()
                            .map(|delegation| {
                                view! {
                                    <li>
                                        <DelegationCard delegation=delegation ending=ending/>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
}
