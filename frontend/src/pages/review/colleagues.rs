//! To whom this account handed work over before, remembered in this browser.

use leptos::prelude::*;

use crate::state::session::use_session;

/// So many are remembered.
const MOST: usize = 5;

fn key() -> Option<String> {
    use_session().with_untracked(|session| {
        session
            .as_ref()
            .map(|session| format!("congvu.colleagues.{}", session.me.account_id))
    })
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

/// User names, the last first.
pub fn remembered() -> Vec<String> {
    let text = key().and_then(|key| storage()?.get_item(&key).ok().flatten());
    text.map(|text| text.lines().map(str::to_owned).collect())
        .unwrap_or_default()
}

/// Offers this one first the next time.
pub fn remember(username: &str) {
    let names = with_first(remembered(), username);
    if let (Some(storage), Some(key)) = (storage(), key()) {
        // A full or forbidden store only means that the name is not offered.
        let _ = storage.set_item(&key, &names.join("\n"));
    }
}

fn with_first(mut names: Vec<String>, first: &str) -> Vec<String> {
    names.retain(|name| name != first);
    names.insert(0, first.to_owned());
    names.truncate(MOST);
    names
}

#[cfg(test)]
mod tests {
    use super::with_first;

    #[test]
    fn the_last_comes_first_each_once_and_few_are_kept() {
        let names: Vec<String> = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
        assert_eq!(with_first(names.clone(), "c"), ["c", "a", "b", "d", "e"]);
        assert_eq!(with_first(names, "f"), ["f", "a", "b", "c", "d"]);
        assert_eq!(with_first(Vec::new(), "a"), ["a"]);
    }
}
