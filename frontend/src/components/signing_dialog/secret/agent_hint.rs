//! Whether the signing software runs, and what to do where it does not.

use leptos::prelude::*;

use super::AgentState;
use crate::components::signing_dialog::agent_steps::AgentSteps;
use crate::components::signing_dialog::run::Run;
use crate::i18n::{signing, t, tf};

#[component]
pub(super) fn AgentHint(run: Run) -> impl IntoView {
    let count = run.jobs.with_untracked(Vec::len);
    move || match run.secret.agent.get() {
        AgentState::Checking => {
            view! { <p class="muted" role="status">{t(signing::AGENT_CHECKING)}</p> }.into_any()
        }
        AgentState::There => view! {
            <p role="status">{t(signing::AGENT_READY)}</p>
            {(count > 1)
                .then(|| {
                    view! { <p class="muted">{tf(signing::AGENT_MANY, &[&count.to_string()])}</p> }
                })}
        }
        .into_any(),
        AgentState::Missing => view! { <AgentSteps retry=move || run.check_agent()/> }.into_any(),
    }
}
