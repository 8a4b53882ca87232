//! Sending what is queued.
//!
//! A letter is taken by moving its next attempt ahead, so that of several servers one sends it. Between the mail server's acceptance and
//! the note of it lies a moment in which a stopped process leaves the letter to be sent again; its `Message-ID` stays the same.

use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{Letter, letters};
use lettre::Transport as _;

use super::PostOffice;
use super::message::message;
use crate::error::ApiError;
use crate::services::Services;

/// Attempts after which a letter is given up; with the pauses below that is after more than two days.
pub const MOST_ATTEMPTS: i64 = 15;
/// Minutes after which a failed attempt is repeated, at first; then twice as long, up to the longest. Longer than any conversation with a
/// mail server lasts, since the letter counts as taken so long.
const FIRST_PAUSE: i64 = 5;
const LONGEST_PAUSE: i64 = 360;
/// What is kept of an error.
const ERROR_LENGTH: usize = 300;

/// A moment of sending a letter, for tests of what a crash there leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It is taken: its next attempt lies ahead.
    Taken,
    /// The mail server accepted it, which is not written down yet.
    Accepted,
    /// It is written down.
    Noted,
}

/// Sends the letters whose turn has come, as many as a minute allows; answers how many the mail server accepted.
///
/// # Errors
/// The database cannot be used. What the mail server does not take is tried again later.
pub fn send_due(services: &Services) -> Result<usize, ApiError> {
    send_watched(services, &|_| Ok(()))
}

/// The same, with somebody who looks after each step and may end it there.
///
/// # Errors
/// See [`send_due`]; whatever the watch says.
pub fn send_watched(
    services: &Services,
    watch: &dyn Fn(Sending) -> Result<(), ApiError>,
) -> Result<usize, ApiError> {
    let Some(office) = &services.mailer.office else {
        return Ok(0);
    };
    if office.rests(services.now()) {
        return Ok(0);
    }
    let mut accepted = 0;
    // The clock is read for each: a slow mail server must not let another server take the same letter.
    while let Some(letter) = take(services, office, services.now())? {
        watch(Sending::Taken)?;
        match send(office, &letter) {
            Ok(()) => {
                watch(Sending::Accepted)?;
                office.answered();
                services.database.write(|connection| {
                    Ok::<_, ApiError>(letters::sent(
                        connection,
                        &letter.id,
                        services.now().into(),
                    )?)
                })?;
                accepted += 1;
                watch(Sending::Noted)?;
            }
            Err(Failure { words, away }) => {
                log::warn!("letter {}: {words}", letter.id);
                let words: String = words.chars().take(ERROR_LENGTH).collect();
                services.database.write(|connection| {
                    Ok::<_, ApiError>(letters::failed(connection, &letter.id, &words)?)
                })?;
                if away {
                    office.away(services.now());
                    break;
                }
            }
        }
    }
    Ok(accepted)
}

/// Takes the next letter; none where there is none, or the minute is used up.
fn take(
    services: &Services,
    office: &PostOffice,
    now: DateTime<Utc>,
) -> Result<Option<Letter>, ApiError> {
    let none_due = services.database.read(|connection| {
        Ok::<_, ApiError>(letters::due(connection, now.into(), MOST_ATTEMPTS, 1)?.is_empty())
    })?;
    if none_due {
        return Ok(None);
    }
    services.database.write(|connection| {
        let since = (now - TimeDelta::minutes(1)).into();
        let sent = letters::sent_since(connection, since)?;
        if sent >= i64::from(office.per_minute) {
            return Ok(None);
        }
        // Another server may be faster with the first ones.
        for letter in letters::due(connection, now.into(), MOST_ATTEMPTS, 20)? {
            let doublings = u32::try_from(letter.attempts.clamp(0, 7)).unwrap_or(0);
            let pause = (FIRST_PAUSE << doublings).min(LONGEST_PAUSE);
            let next = (now + TimeDelta::minutes(pause)).into();
            if letters::take(connection, &letter, next)? {
                return Ok(Some(letter));
            }
        }
        Ok(None)
    })
}

/// Why a letter did not go.
struct Failure {
    words: String,
    /// The mail server, and not this letter, is the reason: the others wait too.
    away: bool,
}

fn send(office: &PostOffice, letter: &Letter) -> Result<(), Failure> {
    let message = message(letter, &office.from).map_err(|error| Failure {
        words: error.to_string(),
        away: false,
    })?;
    match office.transport.send(&message) {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure {
            // 421: the service is not available.
            away: error
                .status()
                .is_none_or(|code| code.to_string().starts_with("421")),
            words: error.to_string(),
        }),
    }
}
