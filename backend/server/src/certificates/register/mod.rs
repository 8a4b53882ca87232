//! Certificates made elsewhere: registered, proven by a first signature, and bound to the account's person (C7).

mod confirm;
mod proof;
mod sources;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::{AnyConnection, Certificate, certificates};
use congvu_domain::payload::canonical;
use congvu_openapi::certificates as wire;
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::certificate::CertificateInfo;
use serde::{Deserialize, Serialize};

use super::{public_key_sha256, view};
use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, said};
use crate::services::Services;
use crate::signing::{self, Prepared, Subject, level};

pub use confirm::{awaiting, confirm};
pub use proof::registered;
pub use sources::{Found, look_up, sources};

/// What the first signature with a registered key covers.
#[derive(Debug, Serialize, Deserialize)]
struct Statement {
    context: String,
    deployment: String,
    account: String,
    name: String,
    certificate_sha256: String,
    prepared_at: String,
}

const CONTEXT: &str = "congvu/registration/v1";

fn unusable(vi: &str, en: &str) -> ApiError {
    ApiError::invalid_at(
        "/chain",
        "certificate",
        said(
            format!("Chứng thư này không dùng để ký được ở đây ({vi})."),
            format!("This certificate cannot sign here ({en})."),
        ),
    )
}

/// Keeps the certificate as not yet proven, and prepares the signature that proves it.
///
/// # Errors
/// 422 where it cannot sign here, 409 where another account has it.
pub fn register(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    new: &wire::NewRegistration,
    found: &Found,
) -> Result<wire::Registration, ApiError> {
    let leaf = found
        .chain
        .first()
        .ok_or_else(|| unusable("thiếu chứng thư", "it is missing"))?;
    let info = CertificateInfo::parse(leaf)
        .map_err(|_ignored| unusable("không đọc được", "it cannot be read"))?;
    SignatureAlgorithm::of_certificate(leaf).map_err(|_ignored| {
        unusable(
            "khoá phải là RSA từ 2048 bit hoặc P-256",
            "its key is neither RSA of 2048 bits or more nor P-256",
        )
    })?;
    let chain = completed(services, &found.chain);
    let trust = services.trust(connection, &chain)?;
    let anchored = congvu_signing::verify::anchor_of(
        leaf,
        chain.get(1..).unwrap_or_default(),
        &trust,
        services.now(),
    )
    .map_err(|error| {
        ApiError::invalid_at(
            "/chain",
            error.code(),
            signing::refusal(error.code()).detail,
        )
    })?;
    let row = match certificates::with_serial(connection, &info.serial_hex)? {
        Some(known) if known.account_id != caller.account_id => {
            return Err(ApiError::conflict(said(
                "Chứng thư này đã đăng ký cho một tài khoản khác.",
                "This certificate is registered for another account.",
            )));
        }
        Some(known) if known.state != "unproven" => {
            return Err(ApiError::conflict(said(
                "Chứng thư này đã đăng ký rồi.",
                "This certificate is registered already.",
            )));
        }
        Some(known) => known,
        None => {
            let row = Certificate {
                id: services.new_id(),
                account_id: caller.account_id.clone(),
                label: new.label.trim().to_owned(),
                serial: info.serial_hex.clone(),
                public_key_sha256: public_key_sha256(leaf)?,
                subject: info.subject_common_name.clone(),
                issuer: info.issuer_common_name.clone(),
                not_before: info.not_before.into(),
                not_after: info.not_after.into(),
                level: word(&level(anchored.level)),
                revoked_at: None,
                revocation_reason: String::new(),
                revocation_code: word(&wire::RevocationCode::Unspecified),
                der: leaf.clone(),
                place: word(&new.place),
                provider: found.provider.clone(),
                reference: found.reference.clone(),
                asks: word(&found.asks),
                chain: chain_text(&anchored.certificates)?,
                state: "unproven".to_owned(),
            };
            certificates::insert(connection, &row)?;
            row
        }
    };
    let statement = Statement {
        context: CONTEXT.to_owned(),
        deployment: services.deployment.key.clone(),
        account: caller.account_id.clone(),
        name: caller.name.clone(),
        certificate_sha256: info.sha256_hex,
        prepared_at: services.now_in_vietnam().to_rfc3339(),
    };
    let bytes = canonical(&statement).map_err(ApiError::internal)?;
    let prepared = Prepared {
        subject: Subject::Certificate,
        subject_id: row.id.clone(),
        subject_revision: 0,
        intent: String::new(),
        content_sha256: crate::submissions::sha256(&bytes),
        payload: bytes,
        show_payload: true,
        signing_time: Some(services.now()),
        title: said(
            format!("Ký thử để đăng ký chứng thư “{}”", row.subject),
            format!("Sign once to register the certificate “{}”", row.subject),
        ),
        on_behalf_of: String::new(),
    };
    let signing_request = signing::prepare(services, connection, caller, &row, prepared)?;
    Ok(wire::Registration {
        certificate: view(services, &row)?,
        signing_request,
    })
}

/// The chain, with intermediates that the installation knows.
fn completed(services: &Services, chain: &[Vec<u8>]) -> Vec<Vec<u8>> {
    let mut chain = chain.to_vec();
    for known in services.trusted.intermediates() {
        if !chain.contains(known) {
            chain.push(known.clone());
        }
    }
    chain
}

/// Everything above the leaf, as the database keeps it.
fn chain_text(certificates: &[Vec<u8>]) -> Result<String, ApiError> {
    let above: Vec<String> = certificates
        .iter()
        .skip(1)
        .map(|der| STANDARD.encode(der))
        .collect();
    serde_json::to_string(&above).map_err(ApiError::internal)
}
