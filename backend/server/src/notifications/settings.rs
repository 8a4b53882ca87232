use congvu_db::{AnyConnection, accounts, letters};
use congvu_openapi::notifications as wire;
use lettre::Address;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::http::IfMatch;
use crate::services::Services;

/// The caller's letters as they are set, with the account's revision.
///
/// # Errors
/// The database cannot be read.
pub fn settings(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<(wire::MyLetters, i64), ApiError> {
    let (account, _) = accounts::find(connection, &caller.account_id)?;
    let letters = wire::MyLetters {
        wish: variant(&account.letters)?,
        address: account.email,
        offered: services.mailer.is_on(),
    };
    Ok((letters, account.revision))
}

/// Sets where the caller's letters go and how often. Letters that are queued still go where they were meant to.
///
/// # Errors
/// 412 where the account was changed meanwhile, 422 where the address is none.
pub fn set(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    seen: IfMatch,
    new: &wire::LetterSettings,
) -> Result<(wire::MyLetters, i64), ApiError> {
    let (account, _) = accounts::find(connection, &caller.account_id)?;
    seen.check(account.revision)?;
    let address = new.address.trim();
    if !address.is_empty() && address.parse::<Address>().is_err() {
        return Err(ApiError::invalid_at(
            "/address",
            "email",
            said(
                "Địa chỉ thư điện tử không đúng, ví dụ ten@coquan.gov.vn.",
                "This is no e-mail address; one looks like name@agency.gov.vn.",
            ),
        ));
    }
    let (id, revision) = (&account.id, account.revision);
    if !letters::set_wishes(connection, id, revision, address, &word(&new.wish))? {
        return Err(ApiError::stale(revision + 1));
    }
    audit::record(
        services,
        connection,
        caller,
        Event::own("letters_changed", id),
    )?;
    settings(services, connection, caller)
}
