//! Sessions that wait for the holder's confirmation elsewhere.

use congvu_db::{Certificate, certificates, signing_sessions};
use congvu_openapi::signing as wire;
use congvu_openapi::signing::SessionState;

use super::outcome::{finish_all, refused, view};
use super::remote::{Credential, Waiting};
use crate::auth::Caller;
use crate::error::{ApiError, Said, said};
use crate::http::Language;
use crate::remote::Polled;
use crate::services::Services;

/// Asks the remote service whether the holder confirmed, and finishes what was signed.
///
/// # Errors
/// 404 for somebody else's session. A service that does not answer leaves the session waiting.
pub fn poll(
    services: &Services,
    caller: &Caller,
    language: Language,
    id: &str,
) -> Result<wire::SigningSession, ApiError> {
    let (row, certificate) = services.database.read(|connection| {
        let row = signing_sessions::find(connection, id)?;
        let certificate = certificates::find(connection, &row.certificate_id)?;
        Ok::<_, ApiError>((row, certificate))
    })?;
    if row.account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if !row.waiting {
        return view(&row);
    }
    let before = view(&row)?;
    let ids: Vec<&str> = before
        .items
        .iter()
        .map(|item| item.request_id.as_str())
        .collect();
    let Some(items) = settle(services, caller, language, &row, &certificate, &ids)? else {
        return services
            .database
            .read(|connection| view(&signing_sessions::find(connection, id)?));
    };
    let text = serde_json::to_string(&items).map_err(ApiError::internal)?;
    services.database.write(|connection| {
        // Whoever was faster wrote the same outcome; but what was carried out counts, also where it was cancelled at the same moment.
        let first = signing_sessions::settle(connection, id, &text, false)?;
        if !first && items.iter().any(|item| item.state == SessionState::Done) {
            signing_sessions::overrule(connection, id, &text)?;
        }
        view(&signing_sessions::find(connection, id)?)
    })
}

fn settle(
    services: &Services,
    caller: &Caller,
    language: Language,
    row: &congvu_db::SigningSession,
    certificate: &Certificate,
    ids: &[&str],
) -> Result<Option<Vec<wire::SessionItem>>, ApiError> {
    let refused = |why: Said| refused(ids, why, language);
    let over = || {
        refused(said(
            "Đã hết thời gian chờ xác nhận; chưa có gì được ký. Hãy ký lại.",
            "The confirmation did not come in time; nothing was signed. Sign again.",
        ))
    };
    let late = || row.expires_at.utc() <= services.now();
    // The operator may have taken the service out of the settings: then nothing comes any more.
    let Some(remote) = services.places.remote(&certificate.provider) else {
        return Ok(late().then(over));
    };
    let waiting: Waiting = serde_json::from_str(&row.reference).map_err(ApiError::internal)?;
    let Credential { user, credential } = &waiting.credential;
    Ok(match remote.poll(user, credential, &waiting.transaction) {
        Ok(Polled::Signed(raws)) => {
            // The service takes its time: whoever cancelled meanwhile does not want it carried out.
            let now = services.database.read(|connection| {
                Ok::<_, ApiError>(signing_sessions::find(connection, &row.id)?)
            })?;
            now.waiting
                .then(|| finish_all(services, caller, language, ids, &raws))
        }
        Ok(Polled::Refused(_)) => Some(refused(said(
            "Anh/chị đã từ chối ký trên điện thoại; chưa có gì được ký.",
            "The signing was declined on the telephone; nothing was signed.",
        ))),
        Ok(Polled::Expired) => Some(over()),
        Ok(Polled::Waiting) => late().then(over),
        Err(error) => {
            log::warn!("remote signing at {}: {error}", certificate.provider);
            late().then(over)
        }
    })
}

/// Looks after sessions whose browser has gone: a confirmation on the telephone counts all the same.
///
/// # Errors
/// The database cannot be used.
pub fn settle_waiting(services: &Services) -> Result<usize, ApiError> {
    let rows = services
        .database
        .read(|connection| Ok::<_, ApiError>(signing_sessions::waiting(connection, 100)?))?;
    let mut looked = 0;
    for row in &rows {
        let caller = services
            .database
            .read(|connection| Caller::absent(services, connection, &row.account_id));
        let polled =
            caller.and_then(|caller| poll(services, &caller, Language::Vietnamese, &row.id));
        match polled {
            Ok(_) => looked += 1,
            // One session does not hold up the others, nor what else is due.
            Err(error) => log::warn!("signing session {}: {error}", row.id),
        }
    }
    Ok(looked)
}
