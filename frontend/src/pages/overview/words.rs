//! Names of the figures.

use congvu_openapi::overview::StepFigures;

use crate::i18n::{Text, overview as w, pick, t};

/// Every list that stands behind a figure: as the API calls it, and its title.
pub(super) const STATES: [(&str, Text); 7] = [
    ("waiting", w::T_WAITING),
    ("late", w::T_LATE),
    ("missing", w::T_MISSING),
    ("drafting", w::T_DRAFTING),
    ("in_review", w::T_IN_REVIEW),
    ("returned", w::T_RETURNED),
    ("approved", w::T_APPROVED),
];

/// The title of a list; that of the waiting tasks where none is named.
pub(super) fn state_title(state: &str) -> Text {
    let named = STATES.into_iter().find(|(key, _)| *key == state);
    named.map_or(w::T_WAITING, |(_, title)| title)
}

/// The list is of tasks, not of people.
pub(super) fn is_tasks(state: &str) -> bool {
    matches!(state, "" | "waiting" | "late")
}

/// Who has to do a step; a role that the deployment file no longer has is called by its key.
pub(super) fn role(step: &StepFigures) -> String {
    match (step.role.as_str(), step.title.as_str()) {
        ("", _) => t(w::OWN_DUTY).to_owned(),
        (key, "") => key.to_owned(),
        (_, title) => pick(title, &step.title_en),
    }
}
