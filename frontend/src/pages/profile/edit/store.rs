//! Where the copy of an unsaved draft is kept: the session storage of this tab.

use crate::form::mirror::{Mirror, key};

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten())
}

/// The copy of a person's draft.
#[must_use]
pub fn read(person: &str) -> Option<Mirror> {
    let text = storage()?.get_item(&key(person)).ok().flatten()?;
    Mirror::read(&text)
}

/// Keeps a copy. A full storage only means that a reload would lose what the server has not got yet.
pub fn write(person: &str, mirror: &Mirror) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(&key(person), &mirror.write());
    }
}

/// The server has it.
pub fn forget(person: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&key(person));
    }
}
