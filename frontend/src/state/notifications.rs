//! How many notifications have not been read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::state;
use crate::api;

/// Their number; `None` until it is known.
#[must_use]
pub fn use_unread() -> RwSignal<Option<i64>> {
    state().unread
}

/// Asks anew; where that fails the number stays as it was.
pub fn reload_unread() {
    spawn_local(async {
        if let Ok(number) = api::notifications::unread().await {
            set_unread(number);
        }
    });
}

/// The server said how many are left.
pub fn set_unread(number: i64) {
    if use_unread().get_untracked() != Some(number) {
        use_unread().set(Some(number));
    }
}
