//! Who keeps the calendar.

use congvu_db::{AnyConnection, calendar};
use congvu_domain::access::Action;

use crate::auth::Caller;
use crate::error::ApiError;

/// The operator is who administers accounts for the whole body.
pub(super) fn is_operator(
    connection: &mut AnyConnection,
    caller: &Caller,
) -> Result<bool, ApiError> {
    if !caller.may_anywhere(Action::IssueAccounts) {
        return Ok(false);
    }
    let root = calendar::root(connection)?;
    Ok(caller.may(Action::IssueAccounts, &root.path))
}

/// # Errors
/// 403 for anybody but the operator.
pub(super) fn operator(connection: &mut AnyConnection, caller: &Caller) -> Result<(), ApiError> {
    if is_operator(connection, caller)? {
        Ok(())
    } else {
        Err(ApiError::forbidden())
    }
}
