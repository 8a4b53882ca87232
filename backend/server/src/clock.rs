//! The one place where the clock is read and identifiers are made.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};

/// Tells the time: the machine's, shifted for demonstrations, or standing still for tests.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The machine's clock, moved by so much.
    Machine { shift: TimeDelta },
    /// Always the same moment.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The machine's clock as it is.
    pub fn machine() -> Self {
        Self::Machine {
            shift: TimeDelta::zero(),
        }
    }

    /// A clock that shows `at` now and goes on from there.
    pub fn starting_at(at: DateTime<Utc>) -> Self {
        Self::Machine {
            shift: at - machine_now(),
        }
    }

    /// Now, to the microsecond, which both databases keep.
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            Self::Machine { shift } => (machine_now() + *shift).trunc_subsecs(6),
            Self::Fixed(at) => *at,
        }
    }

    /// A new UUIDv7.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where identifiers are made"
    )]
    pub fn new_id(&self) -> String {
        uuid::Uuid::now_v7().to_string()
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place where the clock is read"
)]
fn machine_now() -> DateTime<Utc> {
    Utc::now()
}
