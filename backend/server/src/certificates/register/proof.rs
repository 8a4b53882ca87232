//! The first signature with a registered key, and what it makes of the certificate.

use congvu_db::{AnyConnection, SigningRequest, certificates, people};
use congvu_openapi::signing as signing_wire;
use congvu_signing::certificate::CertificateInfo;

use crate::audit::{self, Event};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::services::Services;
use crate::signing::{self, Accepted, Place, level};

/// The first signature holds: the certificate counts, at once where it names the person by identity number, else once it is confirmed.
pub fn registered(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    request: &SigningRequest,
    accepted: &Accepted,
) -> Result<signing_wire::SigningResult, ApiError> {
    let certificate = certificates::find(connection, &request.subject_id)?;
    if certificate.state != "unproven" {
        return Err(ApiError::conflict(said(
            "Chứng thư này đã đăng ký rồi.",
            "This certificate is registered already.",
        )));
    }
    let state = binding(connection, caller, &accepted.verified.certificate)?;
    let level = word(&level(accepted.verified.anchor_level));
    certificates::proven(connection, &certificate.id, state, &level)?;
    let place = Place {
        submission_id: None,
        export_id: None,
        position: 0,
        act: "register",
        role: "",
        reasons: "[]",
        payload: request.payload.clone(),
        payload_sha256: &request.content_sha256,
        on_behalf: None,
    };
    let signature = accepted.row(services, caller, place);
    accepted.keep(services, connection, &signature)?;
    audit::record(
        services,
        connection,
        caller,
        Event::own("certificate_registered", &certificate.serial),
    )?;
    Ok(signing_wire::SigningResult {
        signature: signing::summary(services, &signature)?,
        submission_id: None,
        submission_state: None,
        version: None,
        export_id: None,
        certificate_id: Some(certificate.id),
        delegation_id: None,
    })
}

/// The state in which a proven certificate goes on. A certificate that names somebody else is refused.
fn binding(
    connection: &mut AnyConnection,
    caller: &Caller,
    info: &CertificateInfo,
) -> Result<&'static str, ApiError> {
    let own = match &caller.person_id {
        Some(person) => Some(people::find(connection, person)?.0.personal_id),
        None => None,
    };
    match (named_number(info), own) {
        (Some(named), Some(own)) if named == own => Ok("active"),
        (Some(_), Some(_)) => Err(ApiError::invalid_at(
            "/signature",
            "certificate_of_another",
            said(
                "Chứng thư này ghi số định danh của người khác nên không đăng ký cho tài khoản của anh/chị được.",
                "This certificate carries another person's identification number and cannot be registered for your account.",
            ),
        )),
        _ => Ok("awaiting_confirmation"),
    }
}

/// The identification number in a certificate: `CCCD:…`, `CMND:…` (authorities of Việt Nam) or `PNOVN-…` (ETSI EN 319 412-1).
fn named_number(info: &CertificateInfo) -> Option<String> {
    let uid = info.uid.as_deref()?;
    ["CCCD:", "CMND:", "PNOVN-"]
        .iter()
        .find_map(|prefix| uid.strip_prefix(prefix))
        .map(|number| number.trim().to_owned())
        .filter(|number| number.len() == 12)
}
