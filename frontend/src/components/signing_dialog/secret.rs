//! What the holder has to give at each signing: a file and its password, a PIN, a code; or the agent has to be there.

mod agent_hint;
mod code;
mod file;

use congvu_openapi::certificates::{Certificate, KeyPlace, SecretAsked};
use leptos::prelude::*;

use self::agent_hint::AgentHint;
use self::code::CodeField;
pub(crate) use self::file::FileField;
use super::run::Run;
use crate::api::ApiError;
use crate::components::TextField;
use crate::i18n::{signing, t, tr};

/// Whether the agent runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum AgentState {
    /// It is being looked for.
    #[default]
    Checking,
    /// It answers.
    There,
    /// It does not.
    Missing,
}

/// What was given, kept only while the dialog is open.
#[derive(Clone, Copy)]
pub(super) struct Secret {
    pub text: RwSignal<String>,
    pub text_error: RwSignal<Option<String>>,
    pub file: RwSignal<Option<web_sys::File>, LocalStorage>,
    pub file_error: RwSignal<Option<String>>,
    /// A failure that belongs to neither.
    pub problem: RwSignal<Option<ApiError>>,
    pub agent: RwSignal<AgentState>,
    pub busy: RwSignal<bool>,
}

impl Secret {
    pub fn new() -> Self {
        Self {
            text: RwSignal::new(String::new()),
            text_error: RwSignal::new(None),
            file: RwSignal::new_local(None),
            file_error: RwSignal::new(None),
            problem: RwSignal::new(None),
            agent: RwSignal::new(AgentState::Checking),
            busy: RwSignal::new(false),
        }
    }

    /// Forgets everything.
    pub fn clear(self) {
        self.text.try_set(String::new());
        self.file.try_set(None);
        self.forget_errors();
    }

    pub fn forget_errors(self) {
        self.text_error.try_set(None);
        self.file_error.try_set(None);
        self.problem.try_set(None);
    }

    /// Shows why it was not right, at the field where that is known.
    pub fn refused(self, error: &ApiError) {
        let (text, file) = (error.field("secret"), error.field("file"));
        if text.is_none() && file.is_none() {
            self.problem.try_set(Some(error.clone()));
        }
        self.text_error.try_set(text);
        self.file_error.try_set(file);
    }

    /// Enough was given to sign with this certificate.
    pub fn is_given(self, certificate: &Certificate) -> bool {
        match certificate.place {
            KeyPlace::File => self.file.with(Option::is_some),
            KeyPlace::Agent => self.agent.get() == AgentState::There,
            KeyPlace::Browser | KeyPlace::Token | KeyPlace::Remote => {
                certificate.asks == SecretAsked::Nothing
                    || self.text.with(|text| !text.trim().is_empty())
            }
        }
    }
}

/// The fields for the certificate chosen.
#[component]
pub(super) fn SecretFields(run: Run, certificate: Certificate) -> impl IntoView {
    let secret = run.secret;
    match (certificate.place, certificate.asks) {
        (KeyPlace::File, _) => view! {
            <FileField id="sign-file" file=secret.file error=secret.file_error/>
            <TextField
                id="sign-password"
                label=tr(signing::FILE_PASSWORD)
                value=secret.text
                error=secret.text_error
                r#type="password"
            />
        }
        .into_any(),
        (KeyPlace::Agent, _) => view! { <AgentHint run=run/> }.into_any(),
        (KeyPlace::Browser, _) => ().into_any(),
        (_, SecretAsked::Pin) => view! {
            <TextField
                id="sign-pin"
                label=tr(signing::PIN)
                hint=tr(signing::PIN_HINT)
                value=secret.text
                error=secret.text_error
                r#type="password"
                required=true
                max_length=64
            />
        }
        .into_any(),
        (_, SecretAsked::OneTimeCode) => {
            view! { <CodeField secret=secret certificate=certificate/> }.into_any()
        }
        (_, SecretAsked::Nothing) => {
            view! { <p class="muted">{t(signing::PHONE_NOTE)}</p> }.into_any()
        }
    }
}
