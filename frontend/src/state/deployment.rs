//! Which body this is.

use congvu_openapi::deployment::DeploymentInfo;
use leptos::prelude::*;

use super::state;
use crate::i18n::pick;

/// The body and its regulation; `None` until it has been fetched, before the first page is shown.
#[must_use]
pub fn use_deployment() -> RwSignal<Option<DeploymentInfo>> {
    state().deployment
}

/// The title of a kind of person in the language chosen.
#[must_use]
pub fn kind_title(key: &str) -> String {
    use_deployment().with(|deployment| {
        deployment
            .as_ref()
            .and_then(|d| d.person_kinds.iter().find(|k| k.key == key))
            .map_or_else(|| key.to_owned(), |k| pick(&k.title, &k.title_en))
    })
}
