//! A delegation signed, and ended.

use congvu_db::{AnyConnection, Delegation, SigningRequest, delegations};
use congvu_domain::delegations::Basis;
use congvu_domain::payload::DelegationAct;
use congvu_openapi::delegations as wire;
use congvu_openapi::signing as signing_wire;

use super::view;
use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::services::Services;
use crate::signing::{self, Accepted, Place};

/// The principal signed: the delegation counts from its first day.
pub fn delegated(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<signing_wire::SigningResult, ApiError> {
    let act: DelegationAct =
        serde_json::from_slice(&request.payload).map_err(ApiError::internal)?;
    let place = Place {
        submission_id: None,
        export_id: None,
        position: 0,
        act: "delegate",
        role: &act.role,
        reasons: "[]",
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: None,
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    let row = Delegation {
        id: act.delegation.clone(),
        principal_account_id: caller.account_id.clone(),
        principal: act.delegator.name.clone(),
        principal_person_id: act.delegator.person.clone(),
        delegate_account_id: act.delegate.account.clone(),
        delegate: act.delegate.name.clone(),
        role: act.role.clone(),
        unit_id: request.intent.clone(),
        form: word(&act.form),
        from_on: act.from,
        to_on: act.to,
        basis: in_words(&act.basis),
        signature_id: signature.id.clone(),
        created_at: services.now().into(),
        ended_at: None,
    };
    delegations::insert(connection, &row)?;
    audit::record(
        services,
        connection,
        caller,
        Event::own("delegated", &row.id),
    )?;
    Ok(signing_wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: None,
        submission_state: None,
        version: None,
        export_id: None,
        certificate_id: None,
        delegation_id: Some(row.id),
    })
}

/// `15/GUQ-SNV ngày 27/02/2026 – Giấy ủy quyền`.
fn in_words(basis: &Basis) -> String {
    format!(
        "{} ngày {} – {}",
        basis.number,
        basis.date.format("%d/%m/%Y"),
        basis.text
    )
}

/// Ends a delegation before its time: what was signed under it stays signed.
///
/// # Errors
/// 404 where it is not the caller's to end, 409 where it was ended.
pub fn end(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<wire::Delegation, ApiError> {
    let (row, _, _) = delegations::find(connection, id)?;
    if row.principal_account_id != caller.account_id {
        return Err(ApiError::not_found());
    }
    if !delegations::end(connection, id, services.now().into())? {
        return Err(ApiError::conflict(said(
            "Việc ủy quyền này đã chấm dứt trước đó.",
            "This delegation was ended before.",
        )));
    }
    audit::record(
        services,
        connection,
        caller,
        Event::own("delegation_ended", id),
    )?;
    view(services, caller, &delegations::find(connection, id)?)
}
