//! What the whole app shares: who is signed in, the language, the body, messages.
//!
//! There is one app in a page, so the signals are made once at the root and found from anywhere,
//! also from futures and event handlers, which have no reactive owner.

pub mod delegations;
pub mod deployment;
pub mod language;
pub mod notifications;
pub mod session;
pub mod toasts;

use std::cell::OnceCell;

use congvu_openapi::accounts::AppSession;
use congvu_openapi::deployment::DeploymentInfo;
use leptos::prelude::RwSignal;

use crate::i18n::Lang;

#[derive(Clone, Copy)]
struct State {
    session: RwSignal<Option<AppSession>>,
    session_ended: RwSignal<bool>,
    language: RwSignal<Lang>,
    deployment: RwSignal<Option<DeploymentInfo>>,
    toasts: RwSignal<Vec<toasts::Toast>>,
    acting_for: RwSignal<Vec<String>>,
    unread: RwSignal<Option<i64>>,
}

thread_local! {
    static STATE: OnceCell<State> = const { OnceCell::new() };
}

/// The shared signals, made at the first call, which is the root component's.
fn state() -> State {
    STATE.with(|cell| {
        *cell.get_or_init(|| State {
            session: RwSignal::new(None),
            session_ended: RwSignal::new(false),
            language: RwSignal::new(language::remembered()),
            deployment: RwSignal::new(None),
            toasts: RwSignal::new(Vec::new()),
            acting_for: RwSignal::new(Vec::new()),
            unread: RwSignal::new(None),
        })
    })
}

/// The name of the system for the document's title.
#[must_use]
pub fn use_deployment_title() -> String {
    use leptos::prelude::With;
    state().deployment.with(|deployment| {
        deployment.as_ref().map_or_else(
            || "Công Vụ".to_owned(),
            |d| crate::i18n::pick(&d.title, &d.title_en),
        )
    })
}
