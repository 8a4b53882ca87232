use chrono::NaiveDate;
use thiserror::Error;

use super::{Delegation, Need};

/// Why a delegation does not reach an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
pub enum Lapse {
    #[error("the delegation has not begun")]
    NotYet,
    #[error("the delegation is over")]
    Over,
    #[error("the delegation was withdrawn")]
    Revoked,
    #[error("the delegation is of another role")]
    OtherRole,
    #[error("the delegation does not reach this unit")]
    OtherUnit,
    #[error("the delegation does not cover this kind of act")]
    OtherAct,
}

impl Lapse {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub const fn message_vi(self) -> &'static str {
        match self {
            Self::NotYet => "Việc ủy quyền chưa bắt đầu.",
            Self::Over => "Việc ủy quyền đã hết thời hạn.",
            Self::Revoked => "Việc ủy quyền đã bị thu hồi.",
            Self::OtherRole => "Việc ủy quyền dành cho vai trò khác.",
            Self::OtherUnit => "Việc ủy quyền không bao gồm đơn vị này.",
            Self::OtherAct => "Việc ủy quyền không bao gồm loại việc này.",
        }
    }
}

impl Delegation {
    /// Whether it reaches an act on a day, by the calendar of the place of signing.
    ///
    /// # Errors
    /// The first reason why it does not.
    pub fn reaches(&self, on: NaiveDate, need: &Need<'_>) -> Result<(), Lapse> {
        for (fails, lapse) in [
            (on < self.from, Lapse::NotYet),
            (on > self.to, Lapse::Over),
            (self.revoked_on.is_some_and(|day| on >= day), Lapse::Revoked),
            (
                need.role.is_some_and(|role| role != self.role),
                Lapse::OtherRole,
            ),
            (
                !need.unit_path.starts_with(&self.unit_path),
                Lapse::OtherUnit,
            ),
            (!self.scope.contains(&need.action), Lapse::OtherAct),
        ] {
            if fails {
                return Err(lapse);
            }
        }
        Ok(())
    }
}
