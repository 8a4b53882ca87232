//! Who is signed in.

use std::cell::RefCell;

use congvu_openapi::accounts::AppSession;
use leptos::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::state;

thread_local! {
    static WAITING: RefCell<Vec<js_sys::Function>> = const { RefCell::new(Vec::new()) };
}

/// The session; `None` before anybody signs in.
#[must_use]
pub fn use_session() -> RwSignal<Option<AppSession>> {
    state().session
}

/// The session ended under open work; the dialog to sign in again is shown.
#[must_use]
pub fn use_session_ended() -> RwSignal<bool> {
    state().session_ended
}

/// The roles of the account together allow the action.
#[must_use]
pub fn may(action: &str) -> bool {
    use_session().with(|session| {
        session
            .as_ref()
            .is_some_and(|session| session.me.actions.iter().any(|a| a == action))
    })
}

/// The person whose account this is.
#[must_use]
pub fn own_person_id() -> Option<String> {
    use_session().with(|session| session.as_ref().and_then(|s| s.me.person_id.clone()))
}

/// Opens the dialog to sign in again and waits until that is done, so that what was under way can go on.
pub async fn signed_in_again() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        WAITING.with_borrow_mut(|waiting| waiting.push(resolve));
    });
    state().session_ended.set(true);
    // The promise is never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Keeps the new session and lets everything that waited for it go on.
pub fn resume(session: AppSession) {
    state().session.set(Some(session));
    state().session_ended.set(false);
    let waiting = WAITING.with_borrow_mut(std::mem::take);
    for resolve in waiting {
        let _ = resolve.call0(&wasm_bindgen::JsValue::UNDEFINED);
    }
}
