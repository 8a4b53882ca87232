//! Short messages that announce what has just happened.

use leptos::prelude::*;

use super::state;
use crate::components::AlertKind;

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// Tells it from the others.
    pub id: u32,
    /// Its tone.
    pub kind: AlertKind,
    /// The words.
    pub text: String,
}

/// The messages now shown, oldest first.
#[must_use]
pub fn use_toasts() -> RwSignal<Vec<Toast>> {
    state().toasts
}

/// Shows a message for a few seconds; errors stay until they are closed.
pub fn toast(kind: AlertKind, text: impl Into<String>) {
    let toasts = use_toasts();
    let text = text.into();
    let mut id = 0;
    toasts.update(|all| {
        id = all.last().map_or(1, |last| last.id.wrapping_add(1));
        all.push(Toast { id, kind, text });
    });
    if kind != AlertKind::Error {
        set_timeout(move || dismiss(id), std::time::Duration::from_secs(6));
    }
}

/// Takes a message away.
pub fn dismiss(id: u32) {
    use_toasts().update(|all| all.retain(|t| t.id != id));
}
