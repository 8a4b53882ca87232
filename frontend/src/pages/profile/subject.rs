//! Whose profile a page is about: one's own under `/me`, somebody's under `/people/{id}`.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::words as w;
use crate::i18n::t;
use crate::state::session::own_person_id;

/// Whose profile the page is about.
#[derive(Clone, Copy)]
pub struct Subject {
    given: Memo<Option<String>>,
}

/// The person that the address names.
#[must_use]
pub fn use_subject() -> Subject {
    let params = use_params_map();
    Subject {
        given: Memo::new(move |_| params.with(|all| all.get("id"))),
    }
}

impl Subject {
    /// The page is about the reader.
    #[must_use]
    pub fn is_own(self) -> bool {
        self.given.with(Option::is_none)
    }

    /// Identifier of the person; empty for the account of an office, which has no profile.
    #[must_use]
    pub fn person(self) -> String {
        self.given.get().or_else(own_person_id).unwrap_or_default()
    }

    /// Address of the profile: `/me` or `/people/{id}`.
    #[must_use]
    pub fn base(self) -> String {
        self.given
            .get()
            .map_or_else(|| "/me".to_owned(), |id| format!("/people/{id}"))
    }

    /// The same without following its changes.
    #[must_use]
    pub fn base_untracked(self) -> String {
        untrack(|| self.base())
    }

    /// What the profile is called.
    #[must_use]
    pub fn title(self, name: &str) -> String {
        if self.is_own() || name.is_empty() {
            t(w::MY_PROFILE).to_owned()
        } else {
            name.to_owned()
        }
    }
}
