//! One's own deadlines in one's own calendar program (iCalendar, RFC 5545).
//!
//! A feed is opened by a secret in its address, since calendar programs do not sign in; the server keeps only the secret's hash.

mod ics;
pub mod routes;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use congvu_db::tasks::{self, Filter, Whose};
use congvu_db::{AnyConnection, accounts, feeds};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::notifications::CalendarFeed;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::error::ApiError;
use crate::http::{Created, IfMatch};
use crate::random;
use crate::services::Services;

/// Deadlines in a feed, the soonest first; calendar programs grow slow with more.
const ENTRIES: i64 = 500;

/// Whether the caller has a feed, with the account's revision.
///
/// # Errors
/// The database cannot be read.
pub fn show(
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<(CalendarFeed, i64), ApiError> {
    let (account, _) = accounts::find(connection, &caller.account_id)?;
    let feed = CalendarFeed {
        active: account.feed_sha256.is_some(),
        address: None,
    };
    Ok((feed, account.revision))
}

/// Makes a feed, or gives it a new address: the old one opens nothing from then on.
///
/// # Errors
/// The database cannot be written.
pub fn make(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<Created<CalendarFeed>, ApiError> {
    let secret = URL_SAFE_NO_PAD.encode(random::bytes::<32>()?);
    let hash = sha256_hex(secret.as_bytes());
    feeds::set_feed(connection, &caller.account_id, Some(&hash))?;
    record(services, connection, caller, "calendar_feed_made")?;
    let (hidden, revision) = show(connection, caller)?;
    let root = services.settings.public_url.trim_end_matches('/');
    Ok(Created {
        body: CalendarFeed {
            active: true,
            address: Some(format!("{root}/api/v1/calendar/{secret}.ics")),
        },
        kept: Some(hidden),
        revision: Some(revision),
    })
}

/// Ends the caller's feed.
///
/// # Errors
/// 412 where the account was changed meanwhile.
pub fn end(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    seen: IfMatch,
) -> Result<(), ApiError> {
    let (_, revision) = show(connection, caller)?;
    seen.check(revision)?;
    feeds::set_feed(connection, &caller.account_id, None)?;
    record(services, connection, caller, "calendar_feed_ended")
}

fn record(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    action: &str,
) -> Result<(), ApiError> {
    let event = Event::own(action, &caller.account_id);
    audit::record(services, connection, caller, event)
}

/// The feed that a secret opens.
///
/// # Errors
/// 404 where it opens none.
pub fn read(
    services: &Services,
    connection: &mut AnyConnection,
    secret: &str,
) -> Result<String, ApiError> {
    let hash = sha256_hex(secret.as_bytes());
    let account = feeds::by_feed(connection, &hash)?.ok_or_else(ApiError::not_found)?;
    let caller = Caller::absent(services, connection, &account.id)?;
    let roles = caller.roles();
    let whose = Whose::Mine {
        account_id: &caller.account_id,
        person_id: caller.person_id.as_deref(),
        roles: &roles,
    };
    let filter = Filter::default();
    let mut rows = tasks::page(connection, &whose, &filter, None, ENTRIES)?;
    rows.retain(|(task, ..)| {
        let mine = task.assignee_id.as_ref().is_none_or(|id| *id == account.id);
        mine && task.due_on.is_some()
    });
    let ids: Vec<&str> = rows.iter().map(|(task, ..)| task.id.as_str()).collect();
    let moves = feeds::moves(connection, &ids)?;
    Ok(ics::calendar(services, &rows, &moves))
}
