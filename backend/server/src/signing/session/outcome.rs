//! What became of each request of a session.

use congvu_openapi::signing as wire;
use congvu_openapi::signing::SessionState;

use crate::auth::Caller;
use crate::error::{ApiError, Code, Said};
use crate::http::Language;
use crate::services::Services;
use crate::signing::finish_one;

pub(super) fn item(id: &str, state: SessionState) -> wire::SessionItem {
    wire::SessionItem {
        request_id: id.to_owned(),
        state,
        result: None,
        problem: None,
    }
}

/// Finishes each request with its own signature; one that is refused does not hold up the others.
pub(super) fn finish_all(
    services: &Services,
    caller: &Caller,
    language: Language,
    ids: &[&str],
    raws: &[Vec<u8>],
) -> Vec<wire::SessionItem> {
    let missing = Vec::new();
    ids.iter()
        .enumerate()
        .map(|(index, id)| {
            let raw = raws.get(index).unwrap_or(&missing);
            match finish_one(services, caller, id, raw) {
                Ok(result) => wire::SessionItem {
                    result: Some(result),
                    ..item(id, SessionState::Done)
                },
                Err(error) => wire::SessionItem {
                    problem: Some(error.problem(language)),
                    ..item(id, SessionState::Refused)
                },
            }
        })
        .collect()
}

/// Nothing was signed, for one reason.
pub(super) fn refused(ids: &[&str], why: Said, language: Language) -> Vec<wire::SessionItem> {
    let problem = ApiError::new(Code::SignatureRefused, why).problem(language);
    ids.iter()
        .map(|id| wire::SessionItem {
            problem: Some(problem.clone()),
            ..item(id, SessionState::Refused)
        })
        .collect()
}

/// The session as it travels.
///
/// # Errors
/// The row is damaged.
pub(super) fn view(row: &congvu_db::SigningSession) -> Result<wire::SigningSession, ApiError> {
    Ok(wire::SigningSession {
        id: row.id.clone(),
        state: if row.waiting {
            SessionState::Waiting
        } else {
            SessionState::Done
        },
        items: serde_json::from_str(&row.items).map_err(ApiError::internal)?,
    })
}
