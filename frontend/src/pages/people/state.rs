//! Where a profile stands, in a word.

use congvu_openapi::people::ProfileState;
use leptos::prelude::*;

use crate::components::{AlertKind, Badge, IconName};
use crate::i18n::{Text, people, t};

/// Every state with its key in addresses.
pub(super) const ALL: [(&str, ProfileState); 4] = [
    ("empty", ProfileState::Empty),
    ("in_review", ProfileState::InReview),
    ("returned", ProfileState::Returned),
    ("approved", ProfileState::Approved),
];

pub(super) const fn text(state: ProfileState) -> Text {
    match state {
        ProfileState::Empty => people::STATE_EMPTY,
        ProfileState::InReview => people::STATE_IN_REVIEW,
        ProfileState::Returned => people::STATE_RETURNED,
        ProfileState::Approved => people::STATE_APPROVED,
    }
}

#[component]
pub(super) fn StateBadge(state: ProfileState) -> impl IntoView {
    let (kind, icon) = match state {
        ProfileState::Empty => (AlertKind::Info, IconName::Edit),
        ProfileState::InReview => (AlertKind::Info, IconName::Clock),
        ProfileState::Returned => (AlertKind::Warning, IconName::Return),
        ProfileState::Approved => (AlertKind::Success, IconName::Success),
    };
    view! { <Badge kind=kind icon=icon>{t(text(state))}</Badge> }
}

#[cfg(test)]
mod tests {
    use super::ALL;

    #[test]
    fn keys_are_those_of_the_wire() {
        for (key, state) in ALL {
            assert_eq!(serde_json::to_string(&state).unwrap(), format!("\"{key}\""));
        }
    }
}
