//! Certificates of accounts: enrolment with the built-in pilot authority, registration of those from elsewhere, list, revocation (C7).

mod register;
pub mod routes;

pub use register::registered;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::{AnyConnection, Certificate, Unit, accounts, certificates};
use congvu_domain::access::Action;
use congvu_domain::payload::sha256_hex;
use congvu_openapi::certificates as wire;
use congvu_openapi::signing::TrustLevel;
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pem;
use congvu_signing::pilot_ca::PersonSubject;

use crate::audit::{self, Event, Ground};
use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, said};
use crate::services::Services;

/// Calendar days that a person's certificate is valid.
const VALID_DAYS: u32 = 365;

/// Issues a certificate to the caller for the key of a request. The subject is from our records.
///
/// # Errors
/// 422 where the request is none, or its key is too weak, or the applicant does not hold it.
pub fn enrol(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &wire::NewCertificate,
) -> Result<wire::Certificate, ApiError> {
    let wrong = |detail: &str| {
        ApiError::invalid_at(
            "/csr",
            "csr",
            said(
                format!(
                    "Yêu cầu cấp chứng thư không dùng được ({detail}). Hãy tạo lại khoá ký: RSA từ 2048 bit hoặc P-256."
                ),
                format!(
                    "The certificate request cannot be used ({detail}). Make the key again: RSA of 2048 bits or more, or P-256."
                ),
            ),
        )
    };
    let csr = STANDARD
        .decode(new.csr.split_whitespace().collect::<String>())
        .map_err(|error| wrong(&error.to_string()))?;
    let (_, unit): (_, Unit) = accounts::find(connection, &caller.account_id)?;
    let subject = PersonSubject {
        common_name: caller.name.clone(),
        unit: Some(unit.name),
        uid: format!("ACCOUNT:{}", caller.account_id),
    };
    let der = services
        .authority
        .ca()
        .issue_person(
            &csr,
            &subject,
            crate::random::bytes()?,
            services.now(),
            VALID_DAYS,
        )
        .map_err(|error| wrong(&error.to_string()))?;
    let info = CertificateInfo::parse(&der).map_err(ApiError::internal)?;
    let row = Certificate {
        id: services.new_id(),
        account_id: caller.account_id.clone(),
        label: new.label.trim().to_owned(),
        serial: info.serial_hex,
        public_key_sha256: public_key_sha256(&der)?,
        subject: info.subject_common_name,
        issuer: info.issuer_common_name,
        not_before: info.not_before.into(),
        not_after: info.not_after.into(),
        level: word(&TrustLevel::Pilot),
        revoked_at: None,
        revocation_reason: String::new(),
        revocation_code: word(&wire::RevocationCode::Unspecified),
        der,
        place: word(&wire::KeyPlace::Browser),
        provider: String::new(),
        reference: String::new(),
        asks: word(&wire::SecretAsked::Nothing),
        chain: "[]".to_owned(),
        state: "active".to_owned(),
    };
    certificates::insert(connection, &row)?;
    audit::record(
        services,
        connection,
        caller,
        Event::own("certificate_issued", &row.serial),
    )?;
    view(services, &row)
}

fn public_key_sha256(der: &[u8]) -> Result<String, ApiError> {
    let spki = congvu_signing::certificate::public_key(der).map_err(ApiError::internal)?;
    Ok(sha256_hex(&spki))
}

/// Revokes a certificate: one's own, or under a role, those of accounts in scope.
///
/// # Errors
/// 404 out of scope, 409 where it was revoked.
pub fn revoke(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
    why: &wire::Revocation,
) -> Result<wire::Certificate, ApiError> {
    let certificate = certificates::find(connection, id)?;
    let own = certificate.account_id == caller.account_id;
    if !own {
        let (_, unit) = accounts::find(connection, &certificate.account_id)?;
        if !caller.may(Action::RevokeCertificates, &unit.path) {
            return Err(ApiError::not_found());
        }
    }
    if !certificates::revoke(
        connection,
        id,
        services.now().into(),
        &word(&why.code),
        why.reason.trim(),
    )? {
        return Err(ApiError::conflict(said(
            "Chứng thư này đã bị thu hồi trước đó.",
            "This certificate was revoked before.",
        )));
    }
    let ground = if own { Ground::Own } else { Ground::Regulation };
    let subject = certificate.serial;
    let event = Event {
        action: "certificate_revoked",
        person_id: None,
        subject: &subject,
        ground,
    };
    audit::record(services, connection, caller, event)?;
    view(services, &certificates::find(connection, id)?)
}

/// A certificate as it travels.
pub fn view(services: &Services, row: &Certificate) -> Result<wire::Certificate, ApiError> {
    let status = if row.revoked_at.is_some() {
        wire::CertificateStatus::Revoked
    } else if row.not_after.utc() <= services.now() {
        wire::CertificateStatus::Expired
    } else if row.state == "unproven" {
        wire::CertificateStatus::Unproven
    } else if row.state == "awaiting_confirmation" {
        wire::CertificateStatus::AwaitingConfirmation
    } else {
        wire::CertificateStatus::Valid
    };
    Ok(wire::Certificate {
        id: row.id.clone(),
        label: row.label.clone(),
        subject: row.subject.clone(),
        issuer: row.issuer.clone(),
        serial: row.serial.clone(),
        not_before: row.not_before.rfc3339(),
        not_after: row.not_after.rfc3339(),
        level: variant(&row.level)?,
        place: variant(&row.place)?,
        provider: row.provider.clone(),
        asks: variant(&row.asks)?,
        holder: String::new(),
        status,
        revoked_at: row.revoked_at.map(congvu_db::Timestamp::rfc3339),
        revocation: row
            .revoked_at
            .map(|_| variant(&row.revocation_code))
            .transpose()?,
        public_key_sha256: row.public_key_sha256.clone(),
        pem: pem::certificate(&row.der).map_err(ApiError::internal)?,
    })
}
