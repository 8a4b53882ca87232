use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{AnyConnection, Certificate, SigningRequest, certificates, signing_requests};
use congvu_openapi::signing as wire;
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::cms;
use serde::{Deserialize, Serialize};

use crate::auth::Caller;
use crate::codes::{variant, word};
use crate::error::{ApiError, Said, said};
use crate::services::Services;

/// Minutes after which something prepared must be asked for again.
const MINUTES: i64 = 10;

/// What a signing request is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A draft to be submitted; the subject is the person.
    Draft,
    /// A decision on a submission.
    Submission,
    /// The competent person's signature on an export.
    Export,
    /// A certificate from elsewhere: the first signature shows who holds its key.
    Certificate,
    /// A delegation, signed by whoever delegates.
    Delegation,
}

/// Something ready to be signed.
pub struct Prepared {
    pub subject: Subject,
    pub subject_id: String,
    /// The revision that was seen; anything else voids the request.
    pub subject_revision: i64,
    /// What the act needs when it is finished, JSON.
    pub intent: String,
    /// What is kept beside the signature: the payload, or the prepared PDF.
    pub payload: Vec<u8>,
    /// What the signature covers.
    pub content_sha256: [u8; 32],
    /// The payload travels to the signer, who compares it with what they see.
    pub show_payload: bool,
    /// Time in the signed attributes; `None` for PDFs, which carry it themselves.
    pub signing_time: Option<DateTime<Utc>>,
    pub title: Said,
    /// In whose stead it is signed, in words; empty when acting for oneself.
    pub on_behalf_of: String,
}

/// The caller's certificate, fit to sign now.
///
/// # Errors
/// 422 where it is somebody else's, revoked or out of its time.
pub fn own_certificate(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    id: &str,
) -> Result<Certificate, ApiError> {
    let unusable = |code: &str, vi: &str, en: &str| {
        Err(ApiError::invalid_at("/certificate_id", code, said(vi, en)))
    };
    let own = certificates::find(connection, id)
        .ok()
        .filter(|certificate| certificate.account_id == caller.account_id);
    let Some(certificate) = own else {
        return unusable(
            "unknown_certificate",
            "Tài khoản của anh/chị không có chứng thư này; hãy tạo khoá ký hoặc chọn chứng thư khác.",
            "Your account has no such certificate; make a signing key or choose another.",
        );
    };
    let now = services.now();
    if certificate.revoked_at.is_some() {
        return unusable(
            "certificate_revoked",
            "Chứng thư này đã bị thu hồi; hãy tạo khoá ký mới.",
            "This certificate was revoked; make a new signing key.",
        );
    }
    match certificate.state.as_str() {
        "active" => {}
        "unproven" => {
            return unusable(
                "certificate_unproven",
                "Chứng thư này chưa hoàn tất đăng ký; hãy ký thử một lần ở trang Khoá ký.",
                "The registration of this certificate is not complete; sign once on the keys page.",
            );
        }
        _ => {
            return unusable(
                "certificate_unconfirmed",
                "Chứng thư này đang chờ đơn vị cấp tài khoản xác nhận là của anh/chị.",
                "This certificate waits for whoever issues accounts to confirm that it is yours.",
            );
        }
    }
    if !(certificate.not_before.utc()..=certificate.not_after.utc()).contains(&now) {
        return unusable(
            "certificate_expired",
            "Chứng thư này đã hết hạn; hãy tạo khoá ký mới.",
            "This certificate expired; make a new signing key.",
        );
    }
    Ok(certificate)
}

/// Keeps what was prepared and answers what the key has to sign.
pub fn prepare(
    services: &Services,
    connection: &mut AnyConnection,
    caller: &Caller,
    certificate: &Certificate,
    prepared: Prepared,
) -> Result<wire::SigningRequest, ApiError> {
    let tbs = cms::prepare(
        &prepared.content_sha256,
        &certificate.der,
        prepared.signing_time,
    )
    .map_err(ApiError::internal)?;
    let algorithm =
        SignatureAlgorithm::of_certificate(&certificate.der).map_err(ApiError::internal)?;
    let expires_at = services.now() + TimeDelta::minutes(MINUTES);
    let row = SigningRequest {
        id: services.new_id(),
        account_id: caller.account_id.clone(),
        certificate_id: certificate.id.clone(),
        kind: word(&prepared.subject),
        subject_id: prepared.subject_id,
        subject_revision: prepared.subject_revision,
        intent: prepared.intent,
        content_sha256: hex::encode(prepared.content_sha256),
        attributes: tbs.attributes,
        expires_at: expires_at.into(),
        signature: None,
        result: None,
        payload: prepared.payload,
    };
    signing_requests::insert(connection, &row)?;
    Ok(wire::SigningRequest {
        id: row.id,
        title: prepared.title.vi,
        title_en: prepared.title.en,
        payload: if prepared.show_payload {
            STANDARD.encode(&row.payload)
        } else {
            String::new()
        },
        payload_sha256: row.content_sha256,
        to_be_signed: STANDARD.encode(&row.attributes),
        digest: STANDARD.encode(tbs.digest),
        algorithm: word(&algorithm),
        level: variant(&certificate.level)?,
        place: variant(&certificate.place)?,
        certificate_id: row.certificate_id.clone(),
        on_behalf_of: prepared.on_behalf_of,
        expires_at: row.expires_at.rfc3339(),
    })
}
