//! Words and tones of the calendar.

use congvu_openapi::calendar::{AmendmentKind, DueOutcome};

use crate::components::{AlertKind, IconName};
use crate::i18n::{Text, calendar as w, pick, t};

/// What a day becomes.
pub(super) const fn kind(kind: AmendmentKind) -> (AlertKind, IconName, Text) {
    match kind {
        AmendmentKind::DayOff => (AlertKind::Success, IconName::Calendar, w::OFF),
        AmendmentKind::WorkingDay => (AlertKind::Warning, IconName::Clock, w::WORKED),
        AmendmentKind::YearComplete => (AlertKind::Info, IconName::Check, w::COMPLETE),
    }
}

/// What became of a deadline.
pub(super) const fn outcome(outcome: DueOutcome) -> (AlertKind, IconName, Text) {
    match outcome {
        DueOutcome::Extended => (AlertKind::Success, IconName::Check, w::OUT_EXTENDED),
        DueOutcome::WouldShorten => (AlertKind::Warning, IconName::Clock, w::OUT_WAITS),
        DueOutcome::Confirmed => (AlertKind::Info, IconName::Check, w::OUT_CONFIRMED),
        DueOutcome::Shortened => (AlertKind::Warning, IconName::Check, w::OUT_SHORTENED),
        DueOutcome::Superseded => (AlertKind::Info, IconName::History, w::OUT_SUPERSEDED),
    }
}

/// Who has to act.
pub(super) fn role(role: &str, role_en: &str) -> String {
    if role.is_empty() {
        t(w::OWN_DUTY).to_owned()
    } else {
        pick(role, role_en)
    }
}
