//! How to get the signing software running, step by step.

use leptos::prelude::*;

use crate::components::{Alert, AlertKind, Button, IconName};
use crate::i18n::{common, signing, t};

/// The steps, and a button to look again.
#[component]
pub fn AgentSteps(#[prop(into)] retry: Callback<()>) -> impl IntoView {
    view! {
        <Alert kind=AlertKind::Warning live=true>
            <strong>{t(signing::AGENT_MISSING_TITLE)}</strong>
            <p>{t(signing::AGENT_MISSING)}</p>
            <ol class="steps">
                <li>{t(signing::AGENT_STEP_TOKEN)}</li>
                <li>{t(signing::AGENT_STEP_RUN)}</li>
                <li>{t(signing::AGENT_STEP_INSTALL)}</li>
                <li>{t(signing::AGENT_STEP_ALLOW)}</li>
            </ol>
            <div class="row">
                <Button icon=IconName::Refresh on_click=retry>{t(common::RETRY)}</Button>
            </div>
        </Alert>
    }
}
