//! The pages: a file to be judged, with or without a code from the paper.

use congvu_openapi::verification::{KnownDocument, VerificationReport};
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::A;
use leptos_router::hooks::{use_navigate, use_params_map};

use super::choose::Choose;
use super::document::Document;
use super::report::Report;
use crate::api::{ApiError, client::encode, verification};
use crate::components::{Alert, AlertKind, Button, IconName, PageHeader, Remote, TextField};
use crate::i18n::{pick, t, tf, tr, verify};
use crate::shell::{Emblem, LanguageSwitch};
use crate::state::deployment::use_deployment;
use crate::state::session::use_session;

/// What came out, with the name of the file.
pub(super) type Outcome = Result<(String, VerificationReport), (String, ApiError)>;

/// `/verify`.
#[component]
pub fn VerifyPage() -> impl IntoView {
    let outcome = RwSignal::new(None::<Outcome>);
    view! {
        <Public>
            <PageHeader title=tr(verify::TITLE)/>
            <p>{move || t(verify::INTRO)}</p>
            <Choose outcome=outcome/>
            <Shown outcome=outcome known=Signal::stored(None)/>
            <CodeForm/>
        </Public>
    }
}

/// `/verify/:code`.
#[component]
pub fn VerifyCodePage() -> impl IntoView {
    let params = use_params_map();
    let code = Memo::new(move |_| params.with(|all| all.get("code")).unwrap_or_default());
    let outcome = RwSignal::new(None::<Outcome>);
    let known = Remote::new(move || {
        let code = code.get();
        outcome.set(None);
        async move { verification::known(&code).await }
    });
    let title = Signal::derive(move || tf(verify::CODE_TITLE, &[&code.get()]));
    let known_now = Signal::derive(move || known.get());
    view! {
        <Public>
            <PageHeader title=title/>
            <Document remote=known code=code/>
            <section class="stack" aria-labelledby="compare">
                <h2 id="compare">{move || t(verify::COMPARE)}</h2>
                <p>{move || t(verify::COMPARE_TEXT)}</p>
                <Choose outcome=outcome/>
                <Shown outcome=outcome known=known_now/>
            </section>
            <p>
                <A href="/verify">{move || t(verify::CHOOSE_ANOTHER)}</A>
            </p>
        </Public>
    }
}

#[component]
fn Shown(
    outcome: RwSignal<Option<Outcome>>,
    known: Signal<Option<KnownDocument>>,
) -> impl IntoView {
    move || {
        outcome.get().map(|outcome| match outcome {
            Ok((name, report)) => {
                view! { <Report name=name report=report known=known.get()/> }.into_any()
            }
            Err((name, error)) => view! {
                <Alert kind=AlertKind::Error>
                    <strong>{error.title()}</strong>
                    <p>{tf(verify::OF_FILE, &[&name])}</p>
                    <p>{error.message()}</p>
                </Alert>
            }
            .into_any(),
        })
    }
}

/// The code on the paper, for those who cannot scan it.
#[component]
fn CodeForm() -> impl IntoView {
    let code = RwSignal::new(String::new());
    let navigate = use_navigate();
    view! {
        <form
            class="card stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                let typed = code.with_untracked(|c| c.trim().to_owned());
                if !typed.is_empty() {
                    navigate(&format!("/verify/{}", encode(&typed)), NavigateOptions::default());
                }
            }
        >
            <h2>{move || t(verify::TYPE_CODE)}</h2>
            <div class="verify__code">
                <TextField id="verify-code" label=tr(verify::CODE_FIELD) value=code max_length=64/>
                <Button r#type="submit" icon=IconName::Search>{move || t(verify::LOOK_UP)}</Button>
            </div>
        </form>
    }
}

/// The frame of pages for everybody.
#[component]
fn Public(children: Children) -> impl IntoView {
    let deployment = use_deployment();
    let name = move || deployment.with(|d| d.as_ref().map(|d| pick(&d.name, &d.name_en)));
    let title = move || deployment.with(|d| d.as_ref().map(|d| pick(&d.title, &d.title_en)));
    let (href, back) = if use_session().with_untracked(Option::is_some) {
        ("/", verify::TO_APP)
    } else {
        ("/sign-in", verify::TO_SIGN_IN)
    };
    view! {
        <div class="public">
            <header class="top-bar">
                <A href="/verify" attr:class="brand">
                    <Emblem/>
                    <span class="brand__words">
                        <span class="brand__name">{name}</span>
                        <span class="brand__title">{title}</span>
                    </span>
                </A>
                <div class="top-bar__end">
                    <LanguageSwitch/>
                    <A href=href attr:class="button button--quiet">{move || t(back)}</A>
                </div>
            </header>
            <main class="public__main stack" id="main">{children()}</main>
        </div>
    }
}
