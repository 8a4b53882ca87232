//! Who did or saw what, when, from where, on which ground: a hash chain (G2, G3).

pub mod routes;
mod verify;

pub use verify::{AuditBreak, verify};

use chrono::{DateTime, Utc};
use congvu_db::{AnyConnection, AuditEvent, audit};
use congvu_domain::payload::{canonical, sha256_hex};

use crate::auth::Caller;
use crate::error::ApiError;
use crate::services::Services;

/// Something worth remembering.
pub struct Event<'a> {
    /// Stable code: `profile_read`.
    pub action: &'a str,
    /// Whose personal data it touches.
    pub person_id: Option<&'a str>,
    /// What it is about: an identifier.
    pub subject: &'a str,
    pub ground: Ground,
}

/// Why the caller may.
#[derive(Clone, Copy, Debug)]
pub enum Ground {
    /// One's own data or account.
    Own,
    /// A role under the regulation of this body.
    Regulation,
}

impl<'a> Event<'a> {
    /// Something about one's own account.
    pub fn own(action: &'a str, subject: &'a str) -> Self {
        Self {
            action,
            person_id: None,
            subject,
            ground: Ground::Own,
        }
    }

    /// Something about a person's data; the ground follows from who the caller is.
    pub fn about(caller: &Caller, action: &'a str, person_id: &'a str, subject: &'a str) -> Self {
        let ground = if caller.is(person_id) {
            Ground::Own
        } else {
            Ground::Regulation
        };
        Self {
            action,
            person_id: Some(person_id),
            subject,
            ground,
        }
    }
}

/// Adds an event to the chain, in the transaction of what it tells about.
///
/// # Errors
/// The database cannot be written; then what it tells about does not happen either.
pub fn record(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    event: Event<'_>,
) -> Result<(), ApiError> {
    let (sequence, previous_hash) = audit::head(connection)?;
    let ground = match event.ground {
        Ground::Own => "Dữ liệu của chính mình".to_owned(),
        Ground::Regulation => services.rules().legal_basis.number.clone(),
    };
    let mut row = AuditEvent {
        sequence: sequence + 1,
        at: services.now().into(),
        account_id: Some(caller.account_id.clone()),
        actor: caller.name.clone(),
        action: event.action.to_owned(),
        person_id: event.person_id.map(str::to_owned),
        subject: event.subject.to_owned(),
        ground,
        address: caller.address.clone(),
        previous_hash,
        hash: String::new(),
    };
    row.hash = hash(&row)?;
    Ok(audit::append(connection, &row)?)
}

/// The hash of an event: SHA-256 of its canonical JSON, the hash before included.
fn hash(event: &AuditEvent) -> Result<String, ApiError> {
    let at: DateTime<Utc> = event.at.into();
    let bytes = canonical(&serde_json::json!({
        "sequence": event.sequence.to_string(),
        "at": at.to_rfc3339_opts(chrono::SecondsFormat::Micros, true),
        "account": event.account_id,
        "actor": event.actor,
        "action": event.action,
        "person": event.person_id,
        "subject": event.subject,
        "ground": event.ground,
        "address": event.address,
        "previous": event.previous_hash,
    }))
    .map_err(ApiError::internal)?;
    Ok(sha256_hex(&bytes))
}
