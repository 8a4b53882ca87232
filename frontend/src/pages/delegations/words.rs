//! Forms and states in words.

use congvu_openapi::delegations::{DelegationForm, DelegationState};

use crate::components::{AlertKind, IconName};
use crate::i18n::{Text, delegations};

/// The form with its abbreviation and what it means.
pub(super) const fn form(form: DelegationForm) -> Text {
    match form {
        DelegationForm::Kt => delegations::KT,
        DelegationForm::Tl => delegations::TL,
        DelegationForm::Tuq => delegations::TUQ,
        DelegationForm::Q => delegations::Q,
    }
}

/// Where a delegation stands.
pub(super) const fn state(state: DelegationState) -> (AlertKind, IconName, Text) {
    match state {
        DelegationState::Coming => (
            AlertKind::Info,
            IconName::Calendar,
            delegations::STATE_COMING,
        ),
        DelegationState::InForce => (
            AlertKind::Success,
            IconName::Success,
            delegations::STATE_IN_FORCE,
        ),
        DelegationState::Over => (AlertKind::Info, IconName::Clock, delegations::STATE_OVER),
        DelegationState::Ended => (AlertKind::Error, IconName::Close, delegations::STATE_ENDED),
    }
}
