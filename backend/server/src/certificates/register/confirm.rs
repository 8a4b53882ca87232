//! Certificates that name nobody by identity number: whoever issues accounts says whose they are.

use congvu_db::{AnyConnection, accounts, certificates};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::certificates as wire;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::certificates::view;
use crate::error::{ApiError, said};
use crate::services::Services;

/// Certificates that wait for a confirmation, within the caller's scope.
///
/// # Errors
/// The database cannot be read.
pub fn awaiting(
    services: &Services,
    connection: &mut AnyConnection,
    scope: &[String],
) -> Result<wire::CertificateList, ApiError> {
    let items = certificates::awaiting(connection, scope)?
        .iter()
        .map(|(row, account)| {
            Ok(wire::Certificate {
                holder: account.name.clone(),
                ..view(services, row)?
            })
        })
        .collect::<Result<_, ApiError>>()?;
    Ok(wire::CertificateList { items })
}

/// Confirms that a certificate is its account holder's.
///
/// # Errors
/// 404 out of scope, 403 for one's own, 409 where it does not wait.
pub fn confirm(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::Certificate, ApiError> {
    let row = certificates::find(connection, id)?;
    let (account, unit) = accounts::find(connection, &row.account_id)?;
    if !caller.may(congvu_domain::access::Action::IssueAccounts, &unit.path) {
        return Err(ApiError::not_found());
    }
    if account.id == caller.account_id {
        return Err(ApiError {
            detail: said(
                "Không ai tự xác nhận chứng thư của chính mình.",
                "Nobody confirms their own certificate.",
            ),
            ..ApiError::forbidden()
        });
    }
    if !certificates::advance(connection, id, "awaiting_confirmation", "active")? {
        return Err(ApiError::conflict(said(
            "Chứng thư này không chờ xác nhận.",
            "This certificate does not wait for a confirmation.",
        )));
    }
    let subject = sha256_hex(&row.der);
    let event = Event {
        action: "certificate_confirmed",
        person_id: account.person_id.as_deref(),
        subject: &subject,
        ground: audit::Ground::Regulation,
    };
    audit::record(services, connection, caller, event)?;
    view(services, &certificates::find(connection, id)?)
}
