//! Review as people do it (C6): side by side in one step, back to a step of one's choice with
//! reasons, and withdrawal before anybody has looked.

use thiserror::Error;

use crate::access::separation::Party;
use crate::deployment::Chain;

/// What a reviewer decides, each with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It agrees with the evidence.
    Approve,
    /// Back, with reasons for each item. Positions are those of the signed payload: 0 is whoever
    /// submitted, 1 the first step of the chain.
    Return { to: u16 },
}

/// A seat of the current step that has been signed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reviewed<'a> {
    /// Key of the role.
    pub role: &'a str,
}

/// Where a submission stands after a decision; steps of the chain are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The step goes on: these roles have still to sign, one entry for each signature.
    Waits { step: usize, open: Vec<String> },
    /// The next step's turn; what its own reviewers sign begins anew.
    NextStep(usize),
    /// All steps approved it.
    Effective,
    /// An earlier step looks again at the same document. Approvals from that step on no longer
    /// count, nor those given beside this return: any return wins.
    BackToStep(usize),
    /// Back with whoever entered it; a new submission starts the chain again.
    BackToSubmitter,
}

/// Why a decision is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ReviewError {
    #[error("the chain has no such step")]
    NoSuchStep,
    #[error("everybody of this role has signed this step, or the role has no part in it")]
    NoSeat,
    #[error("it can only be returned to a step before this one")]
    NotEarlier,
}

impl ReviewError {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub const fn message_vi(self) -> &'static str {
        match self {
            Self::NoSuchStep => "Quy trình không có bước này.",
            Self::NoSeat => "Vai trò này không ký ở bước này hoặc đã ký đủ.",
            Self::NotEarlier => "Chỉ trả lại được về một bước trước bước hiện tại.",
        }
    }
}

/// Roles that have still to sign a step, one entry for each signature; none where the chain has no
/// such step.
#[must_use]
pub fn open_seats<'c>(
    chain: &'c Chain,
    step: usize,
    done: &[Reviewed<'_>],
) -> Option<Vec<&'c str>> {
    let mut seats = chain.steps.get(step)?.seats();
    for reviewed in done {
        if let Some(taken) = seats.iter().position(|seat| *seat == reviewed.role) {
            seats.remove(taken);
        }
    }
    Some(seats)
}

/// Where a decision leads: `done` are the approvals of the current step so far, `role` the one in
/// which it is now decided.
///
/// # Errors
/// There is no such step, no seat for the role, or no such way back.
pub fn review(
    chain: &Chain,
    step: usize,
    done: &[Reviewed<'_>],
    role: &str,
    verdict: Verdict,
) -> Result<Outcome, ReviewError> {
    let mut open = open_seats(chain, step, done).ok_or(ReviewError::NoSuchStep)?;
    let seat = open.iter().position(|seat| *seat == role);
    let seat = seat.ok_or(ReviewError::NoSeat)?;
    match verdict {
        Verdict::Return { to: 0 } => Ok(Outcome::BackToSubmitter),
        Verdict::Return { to } => {
            let back = usize::from(to) - 1;
            if back < step {
                Ok(Outcome::BackToStep(back))
            } else {
                Err(ReviewError::NotEarlier)
            }
        }
        Verdict::Approve => {
            open.remove(seat);
            Ok(if !open.is_empty() {
                let open = open.into_iter().map(str::to_owned).collect();
                Outcome::Waits { step, open }
            } else if step + 1 < chain.steps.len() {
                Outcome::NextStep(step + 1)
            } else {
                Outcome::Effective
            })
        }
    }
}

/// Why a submission cannot be withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WithdrawalRefused {
    #[error("only whoever submitted it can withdraw it")]
    NotTheSubmitter,
    #[error("somebody has reviewed it")]
    Reviewed,
}

impl WithdrawalRefused {
    /// The reason in Vietnamese, as a sentence.
    #[must_use]
    pub const fn message_vi(self) -> &'static str {
        match self {
            Self::NotTheSubmitter => "Chỉ người đã ký trình mới được rút hồ sơ.",
            Self::Reviewed => "Hồ sơ đã có người xem xét; chỉ có thể được trả lại.",
        }
    }
}

/// Whether somebody may take a submission back: whoever signed it, before the first signature of a
/// reviewer, be it an approval or a return.
///
/// # Errors
/// The reason why not.
pub fn may_withdraw(
    submitter: &Party<'_>,
    who: &Party<'_>,
    reviews: usize,
) -> Result<(), WithdrawalRefused> {
    if !submitter.is(who) {
        return Err(WithdrawalRefused::NotTheSubmitter);
    }
    if reviews > 0 {
        return Err(WithdrawalRefused::Reviewed);
    }
    Ok(())
}

#[cfg(test)]
mod tests;
