//! What happens while nobody asks: time stamps fetched, exports completed, archives stamped and renewed, confirmations collected, reminders written, letters sent.
//!
//! Every piece of work is taken in the database before it is done, so that several servers share it and none is done twice; whatever is
//! interrupted is taken up again.

mod alarm;
pub mod archive;
mod stamps;

pub use alarm::Alarm;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::calendar;
use crate::error::ApiError;
use crate::mail;
use crate::reminders::{self, Reminded};
use crate::services::Services;
use crate::signing;

/// Seconds between two looks where nothing rings.
const PAUSE: Duration = Duration::from_secs(5);

/// What one look did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub stamped: usize,
    pub completed: usize,
    pub archived: usize,
    pub renewed: usize,
    /// Deadlines that a new calendar moved, or would shorten.
    pub recounted: usize,
    pub reminded: Reminded,
    /// Letters that the mail server accepted.
    pub sent: usize,
}

/// Looks once after everything that is due.
///
/// # Errors
/// The database cannot be used. What another authority does not answer is tried again at the next look.
pub fn look(services: &Services) -> Result<Done, ApiError> {
    // What stamps and seals reaches well ahead; what cannot succeed now has a year to do so.
    if let Err(error) = services.authority.keep_up(services.now()) {
        log::warn!("renewal of the authority's own certificates: {error:#}");
    }
    // Before anything counts or reminds: by the calendar in force.
    let recounted = calendar::look(services)?;
    // Before anything that waits for somebody else's server: a reminder is for today.
    let reminded = reminders::look(services)?;
    let sent = mail::send_due(services)?;
    signing::settle_waiting(services)?;
    Ok(Done {
        recounted,
        reminded,
        sent,
        stamped: stamps::fetch(services)?,
        completed: stamps::complete_exports(services)?,
        archived: archive::versions(services)?,
        renewed: archive::renew(services)?,
    })
}

/// The background work of a running server.
pub struct Background {
    services: Arc<Services>,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

impl Background {
    /// Looks again and again, on a thread of its own.
    pub fn start(services: Arc<Services>) -> Self {
        let stop = Arc::new(AtomicBool::new(false));
        let (looking, until) = (services.clone(), stop.clone());
        let thread = std::thread::spawn(move || {
            while !until.load(Ordering::Relaxed) {
                if let Err(error) = look(&looking) {
                    log::warn!("background work: {error}");
                }
                looking.alarm.wait(PAUSE);
            }
        });
        Self {
            services,
            stop,
            thread,
        }
    }

    /// Lets the present look end, then returns.
    pub fn stop(self) {
        self.stop.store(true, Ordering::Relaxed);
        self.services.alarm.ring();
        if self.thread.join().is_err() {
            log::error!("the background work panicked");
        }
    }
}
