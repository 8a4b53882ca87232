//! Registering somebody recruited.

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::use_navigate;

use super::new_form::{Draft, Recruitment, WhoFields};
use crate::api::{self, ApiError};
use crate::components::{
    Alert, AlertKind, Breadcrumbs, Button, ButtonKind, PageHeader, focus_first_error,
};
use crate::i18n::{common, people, t, tf, tr};
use crate::state::toasts::toast;

/// `/people/new`.
#[component]
pub fn NewPersonPage() -> impl IntoView {
    let draft = Draft::new();
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let navigate = use_navigate();
    let submit = move || {
        draft.tried.set(true);
        let Some(person) = draft.person() else {
            focus_first_error();
            return;
        };
        let navigate = navigate.clone();
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match api::people::register(&person).await {
                Ok(person) => {
                    toast(
                        AlertKind::Success,
                        tf(people::REGISTERED, &[&person.summary.full_name]),
                    );
                    navigate(
                        &format!("/people/{}", person.summary.id),
                        NavigateOptions::default(),
                    );
                }
                Err(error) => {
                    problem.set(Some(error));
                    busy.set(false);
                    focus_first_error();
                }
            }
        });
    };
    let trail = Signal::derive(|| vec![("/people".to_owned(), t(people::TITLE).to_owned())]);
    view! {
        <div class="stack page--narrow">
            <Breadcrumbs trail=trail here=tr(people::REGISTER)/>
            <PageHeader title=tr(people::NEW_TITLE)/>
            <p>{move || t(people::NEW_INTRO)}</p>
            <form
                class="stack"
                novalidate
                on:submit=move |ev| {
                    ev.prevent_default();
                    submit();
                }
            >
                {move || problem.get().map(|error| view! { <Summary error=error/> })}
                <fieldset class="card stack">
                    <legend class="legend">{move || t(people::ABOUT_PERSON)}</legend>
                    <WhoFields draft=draft problem=problem/>
                </fieldset>
                <fieldset class="card stack">
                    <legend class="legend">{move || t(people::ABOUT_RECRUITMENT)}</legend>
                    <Recruitment draft=draft problem=problem/>
                </fieldset>
                <div class="actions">
                    <A href="/people" attr:class="button">
                        {move || t(common::CANCEL)}
                    </A>
                    <Button kind=ButtonKind::Primary r#type="submit" busy=busy>
                        {move || t(people::REGISTER_ACTION)}
                    </Button>
                </div>
            </form>
        </div>
    }
}

#[component]
fn Summary(error: ApiError) -> impl IntoView {
    let fields = error.fields().to_vec();
    view! {
        <Alert kind=AlertKind::Error>
            <strong>{error.message()}</strong>
            {(!fields.is_empty())
                .then(|| {
                    view! {
                        <ul class="bullets">
                            {fields
                                .into_iter()
                                .map(|field| {
                                    let anchor = field.pointer.trim_start_matches('/').replace('/', "-");
                                    view! {
                                        <li>
                                            <a href=format!("#{anchor}") rel="external">{field.message}</a>
                                        </li>
                                    }
                                })
                                .collect_view()}
                        </ul>
                    }
                })}
        </Alert>
    }
}
