use congvu_db::{AnyConnection, signing_sessions};

use super::outcome::{refused, view};
use crate::auth::Caller;
use crate::error::{ApiError, said};
use crate::http::Language;

/// Gives a waiting session up: a confirmation that still comes is not carried out, and its requests can be signed another way. One that is
/// over stays as it is, so asking twice does no harm.
///
/// # Errors
/// 404 for somebody else's session.
pub fn cancel(
    connection: &mut AnyConnection,
    caller: &Caller,
    language: Language,
    id: &str,
) -> Result<(), ApiError> {
    let row = signing_sessions::find(connection, id)?;
    if row.account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if !row.waiting {
        return Ok(());
    }
    let before = view(&row)?;
    let ids: Vec<&str> = before
        .items
        .iter()
        .map(|item| item.request_id.as_str())
        .collect();
    let why = said(
        "Anh/chị đã huỷ lần ký này; chưa có gì được ký.",
        "You cancelled this signing; nothing was signed.",
    );
    let items = refused(&ids, why, language);
    let text = serde_json::to_string(&items).map_err(ApiError::internal)?;
    // Where the outcome came first, it stays.
    signing_sessions::settle(connection, id, &text, false)?;
    Ok(())
}
