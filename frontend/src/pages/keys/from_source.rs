//! Registering a certificate that the server finds: in its token, or at a remote service. The proof is signed after.

use congvu_openapi::certificates::{CertificateSource, KeyPlace, NewRegistration};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Actions;
use super::proof::Proof;
use super::registering::Problem;
use crate::api::{self, ApiError};
use crate::components::{Alert, AlertKind, Button, ButtonKind, IconName, SelectField, TextField};
use crate::format;
use crate::i18n::{common, places, t, tf, tr};

#[component]
pub(super) fn FromSource(
    place: KeyPlace,
    /// Key and name of each token or service.
    providers: Vec<(String, String)>,
    open: RwSignal<bool>,
    actions: Actions,
) -> impl IntoView {
    let remote = place == KeyPlace::Remote;
    let (which, name) = if remote {
        (places::WHICH_SERVICE, places::LABEL_REMOTE)
    } else {
        (places::WHICH_TOKEN, places::LABEL_TOKEN)
    };
    let first = providers.first().map(|(key, _)| key.clone());
    let several = providers.len() > 1;
    let provider = RwSignal::new(first.unwrap_or_default());
    let user = RwSignal::new(String::new());
    let found = RwSignal::new(None::<Vec<CertificateSource>>);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let find = move || {
        let (provider, user) = (provider.get_untracked(), user.get_untracked());
        busy.set(true);
        problem.set(None);
        found.set(None);
        spawn_local(async move {
            match api::certificates::sources(&provider, user.trim()).await {
                Ok(sources) => {
                    found.try_set(Some(sources));
                }
                Err(error) => {
                    problem.try_set(Some(error));
                }
            }
            busy.try_set(false);
        });
    };
    if !remote && !several {
        find();
    }
    let missing = Signal::derive(move || remote && user.with(|u| u.trim().is_empty()));
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                if !missing.get_untracked() {
                    find();
                }
            }
        >
            <Problem problem=problem/>
            {several
                .then(|| {
                    view! {
                        <SelectField
                            id="source-provider"
                            label=tr(which)
                            value=provider
                            options=Signal::stored(providers.clone())
                            without_empty=true
                            on_change=move |_| found.set(None)
                        />
                    }
                })}
            {remote
                .then(|| {
                    view! {
                        <TextField
                            id="source-user"
                            label=tr(places::SERVICE_USER)
                            hint=tr(places::SERVICE_USER_HINT)
                            value=user
                            required=true
                            max_length=100
                        />
                    }
                })}
            <div class="actions">
                <Button r#type="submit" icon=IconName::Search busy=busy disabled=missing>
                    {t(places::FIND)}
                </Button>
            </div>
        </form>
        {move || {
            found
                .get()
                .map(|sources| {
                    view! {
                        <Found
                            place=place
                            label=t(name).to_owned()
                            sources=sources
                            open=open
                            actions=actions
                        />
                    }
                })
        }}
    }
}

#[component]
fn Found(
    place: KeyPlace,
    label: String,
    sources: Vec<CertificateSource>,
    open: RwSignal<bool>,
    actions: Actions,
) -> impl IntoView {
    if sources.is_empty() {
        return view! { <Alert kind=AlertKind::Warning live=true>{t(places::NO_SOURCES)}</Alert> }
            .into_any();
    }
    let first = sources.first().map(|s| s.source.clone());
    let chosen = RwSignal::new(first.unwrap_or_default());
    let label = RwSignal::new(label);
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<ApiError>);
    let register = move || {
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let name = label.get_untracked().trim().to_owned();
            let wanted = NewRegistration {
                place,
                label: name,
                chain: Vec::new(),
                source: chosen.get_untracked(),
            };
            match api::certificates::register(&wanted).await {
                Ok(registration) => {
                    open.set(false);
                    actions.reload.run(());
                    actions.proving.set(Some(Proof {
                        certificate: registration.certificate,
                        registration: wanted,
                        prepared: Some(registration.signing_request),
                    }));
                }
                Err(error) => {
                    problem.try_set(Some(error));
                    busy.try_set(false);
                }
            }
        });
    };
    view! {
        <form
            class="stack"
            novalidate
            on:submit=move |ev| {
                ev.prevent_default();
                register();
            }
        >
            <fieldset class="signing__certificate">
                <legend class="signing__legend">{t(places::SOURCES)}</legend>
                {sources
                    .into_iter()
                    .map(|source| view! { <Source source=source chosen=chosen/> })
                    .collect_view()}
            </fieldset>
            <TextField
                id="register-label"
                label=tr(places::LABEL)
                value=label
                required=true
                max_length=100
            />
            <p class="muted">{t(places::PROOF_TEXT)}</p>
            <Problem problem=problem/>
            <div class="actions">
                <Button on_click=move || open.set(false)>{t(common::CANCEL)}</Button>
                <Button
                    kind=ButtonKind::Primary
                    r#type="submit"
                    icon=IconName::Key
                    busy=busy
                    disabled=Signal::derive(move || label.with(|l| l.trim().is_empty()))
                >
                    {t(places::REGISTER)}
                </Button>
            </div>
        </form>
    }
    .into_any()
}

#[component]
fn Source(source: CertificateSource, chosen: RwSignal<String>) -> impl IntoView {
    let (own, key) = (source.source.clone(), source.source);
    let until = format::date(&source.not_after);
    view! {
        <label class="choice">
            <input
                type="radio"
                class="check"
                name="source"
                prop:checked=move || chosen.with(|c| *c == own)
                on:change=move |_| chosen.set(key.clone())
            />
            <span class="choice__words">
                <strong>{source.subject}</strong>
                <span class="choice__note">
                    {tf(places::SOURCE_UNTIL, &[&source.issuer, &until])}
                </span>
                <span class="digest">{source.serial}</span>
            </span>
        </label>
    }
}
