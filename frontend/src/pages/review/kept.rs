//! What is written on this page and not sent yet, kept in the session storage of this tab.

fn storage() -> Option<web_sys::Storage> {
    web_sys::window().and_then(|window| window.session_storage().ok().flatten())
}

fn key(kind: &str, submission: &str) -> String {
    format!("congvu.{kind}.{submission}")
}

/// What was kept.
pub fn read(kind: &str, submission: &str) -> Option<String> {
    storage()?.get_item(&key(kind, submission)).ok().flatten()
}

/// Keeps the words; nothing where they are empty. A full storage only means that a reload would lose them.
pub fn write(kind: &str, submission: &str, words: &str) {
    let Some(storage) = storage() else { return };
    let key = key(kind, submission);
    let _ = if words.is_empty() {
        storage.remove_item(&key)
    } else {
        storage.set_item(&key, words)
    };
}
