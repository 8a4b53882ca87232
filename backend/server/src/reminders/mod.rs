//! The clock that acts (B9): reminders before, at and after a deadline to whoever has to act, then to those who answer for them (đôn đốc).
//!
//! A reminder is a row of its own, one a task, stage, recipient and due date, written in one transaction with what the app says of it and
//! with its letter: whatever is interrupted leaves nothing, and is done at the next round.

mod batch;
mod digest;
mod directory;
mod stages;
mod tally;
mod words;

use std::sync::{Mutex, PoisonError};

use crate::error::ApiError;
use crate::services::Services;

use batch::Round;
use directory::Directory;
use stages::{Days, Stage};
use tally::Tally;

pub use batch::{Step, Watch};
pub use words::{day, subject, title};

/// Seconds between two rounds of a server: what comes up in between waits so long. Half past seven is one of them.
const ROUND: i64 = 600;

/// Which round a server has done.
#[derive(Debug, Default)]
pub struct Rounds {
    done: Mutex<Option<i64>>,
}

/// What one round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Reminders written.
    pub reminders: usize,
    /// Letters of the morning written.
    pub digests: usize,
}

/// Does a round where one is due.
///
/// # Errors
/// The database cannot be used; the next look tries again.
pub fn look(services: &Services) -> Result<Reminded, ApiError> {
    let round = services.now().timestamp().div_euclid(ROUND);
    let done = || {
        services
            .rounds
            .done
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    };
    if *done() == Some(round) {
        return Ok(Reminded::default());
    }
    let reminded = remind(services)?;
    *done() = Some(round);
    Ok(reminded)
}

/// Reminds of everything whose stage has come, and writes the letters of the morning.
///
/// # Errors
/// The database cannot be used; what was written until then stays, the rest is for the next round.
pub fn remind(services: &Services) -> Result<Reminded, ApiError> {
    remind_watched(services, &|_| Ok(()))
}

/// The same, with somebody who looks after each step and may end it there.
///
/// # Errors
/// See [`remind`]; whatever the watch says.
pub fn remind_watched(services: &Services, watch: Watch<'_>) -> Result<Reminded, ApiError> {
    let mut reminded = Reminded::default();
    let calendar = services.calendar.get();
    let Some(days) = Days::around(&calendar, services.today()) else {
        return Ok(reminded);
    };
    let directory = services
        .database
        .read(|connection| Directory::load(services, connection))?;
    let mut round = Round {
        services,
        directory,
        days,
        watch,
        tally: Tally::default(),
        reminders: 0,
    };
    for stage in Stage::ALL {
        let ended = round.stage(stage)?;
        reminded.reminders = round.reminders;
        if !ended {
            return Ok(reminded);
        }
    }
    reminded.digests = digest::write(services, &round.directory, &round.days, watch)?;
    Ok(reminded)
}
