//! Which chain a submission passes, and how it moves along.

use crate::deployment::{Chain, Management, Rules};

/// What a reviewer decides, each with a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    Approve,
    /// Back for correction, with reasons for each item (C6).
    Return,
}

/// Where a submission stands after a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// At the step with this index, from 0.
    NextStep(usize),
    /// All steps approved it.
    Effective,
    /// Back with whoever entered it; a new submission starts the chain again.
    Returned,
}

/// Where a decision at a step, counted from 0, of a chain leads.
#[must_use]
pub fn decide(step_index: usize, steps_len: usize, decision: Decision) -> Next {
    match decision {
        Decision::Return => Next::Returned,
        Decision::Approve if step_index + 1 < steps_len => Next::NextStep(step_index + 1),
        Decision::Approve => Next::Effective,
    }
}

impl Rules {
    /// The chain for people managed so.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "Deployment::parse refuses a file without exactly one chain for each"
    )]
    pub fn chain_for(&self, management: Management) -> &Chain {
        self.chains
            .iter()
            .find(|chain| chain.is_for(management))
            .expect("a checked deployment has a chain for everybody")
    }
}
