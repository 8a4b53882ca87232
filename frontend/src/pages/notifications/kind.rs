//! The kinds of notification: word, icon and tone.

use crate::components::{AlertKind, IconName};
use crate::i18n::{Text, notifications};

/// How a kind is shown; more kinds may come, which are plain.
pub(super) fn shown(kind: &str) -> (AlertKind, IconName, Text) {
    match kind {
        "due_soon" | "due_tomorrow" => (AlertKind::Info, IconName::Clock, notifications::SOON),
        "due_today" => (AlertKind::Warning, IconName::Calendar, notifications::DUE),
        "overdue" => (AlertKind::Error, IconName::Warning, notifications::LATE),
        "urge" => (AlertKind::Error, IconName::Flag, notifications::URGE),
        _ => (AlertKind::Info, IconName::Bell, notifications::OTHER),
    }
}
