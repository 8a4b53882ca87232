//! Issuing the account of a person.

use congvu_openapi::accounts::IssuedAccount;
use congvu_openapi::people::Person;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

use super::slip::Slip;
use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Button, ButtonKind, Dialog, IconName, Remote, RemoteView,
};
use crate::i18n::{accounts, common, t, tf, tr};

/// Open while the address names a person; closing goes back to the plain list.
#[component]
pub(super) fn IssueDialog(
    person: Memo<String>,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let navigate = use_navigate();
    Effect::new(move |_| open.set(!person.get().is_empty()));
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true) && !is_open {
            navigate(
                "/accounts",
                NavigateOptions {
                    replace: true,
                    ..Default::default()
                },
            );
            on_done.run(());
        }
        is_open
    });
    view! {
        <Dialog open=open title=tr(accounts::ISSUE_TITLE)>
            <Issue id=person.get_untracked() open=open/>
        </Dialog>
    }
}

#[component]
fn Issue(id: String, open: RwSignal<bool>) -> impl IntoView {
    let person = Remote::new(move || {
        let id = id.clone();
        async move { Ok(api::people::get(&id).await?.value) }
    });
    view! {
        <RemoteView
            remote=person
            lines=2
            view=move |person| view! { <Confirm person=person open=open/> }
        />
    }
}

#[component]
fn Confirm(person: Person, open: RwSignal<bool>) -> impl IntoView {
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let issued = RwSignal::new(None::<IssuedAccount>);
    let id = person.summary.id.clone();
    let name = person.summary.full_name.clone();
    let has_account = person.has_account;
    let issue = Callback::new(move |()| {
        let id = id.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::accounts::issue(&id).await {
                Ok(account) => issued.set(Some(account)),
                Err(error) => problem.set(Some(error)),
            }
            busy.set(false);
        });
    });
    move || match issued.get() {
        Some(issued) => view! {
            <Slip issued=issued/>
            <div class="actions">
                <Button kind=ButtonKind::Primary on_click=move || open.set(false)>
                    {t(common::CLOSE)}
                </Button>
            </div>
        }
        .into_any(),
        None if has_account => {
            view! { <Alert kind=AlertKind::Info>{t(accounts::ALREADY)}</Alert> }.into_any()
        }
        None => view! {
            <p>{tf(accounts::ISSUE_TEXT, &[&name])}</p>
            {problem
                .get()
                .map(|error| view! { <Alert kind=AlertKind::Error>{error.message()}</Alert> })}
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button kind=ButtonKind::Primary icon=IconName::Account busy=busy on_click=issue>
                    {t(accounts::ISSUE_ACTION)}
                </Button>
            </div>
        }
        .into_any(),
    }
}
