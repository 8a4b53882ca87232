use congvu_db::{AnyConnection, Certificate, Signature, SigningRequest};
use congvu_domain::payload::sha256_hex;
use congvu_openapi::signing::TrustLevel;
use congvu_signing::trust::AnchorLevel;
use congvu_signing::verify::{VerifiedSignature, VerifyError, verify_detached};
use congvu_signing::{algorithm, cms};

use crate::auth::Caller;
use crate::codes::word;
use crate::error::{ApiError, Code, Mistake, Said, said};
use crate::services::Services;

/// A signature that was verified completely.
pub struct Accepted {
    pub cms: Vec<u8>,
    pub verified: VerifiedSignature,
}

/// Assembles the CMS from the raw signature and verifies all of it: content, attributes, key, chain,
/// revocation, key usage.
///
/// # Errors
/// 422 with the reason.
pub fn accept(
    services: &Services,
    connection: &mut AnyConnection,
    request: &SigningRequest,
    certificate: &Certificate,
    raw: &[u8],
) -> Result<Accepted, ApiError> {
    let alg = algorithm::SignatureAlgorithm::of_certificate(&certificate.der)
        .map_err(ApiError::internal)?;
    let chain = services.authority.ca.chain(&certificate.der);
    let refused = |code: &str| refusal(code);
    let raw = algorithm::normalise_signature(alg, raw).map_err(|_ignored| refused("malformed"))?;
    let cms = cms::assemble(&request.attributes, alg, &raw, &chain)
        .map_err(|_ignored| refused("malformed"))?;
    let content: [u8; 32] = hex::decode(&request.content_sha256)
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| ApiError::internal("content digest"))?;
    let trust = services.authority.trust(services, connection)?;
    let verified = verify_detached(&cms, &content, &trust, services.now())
        .map_err(|error: VerifyError| refused(error.code()))?;
    Ok(Accepted { cms, verified })
}

/// A refused signature, with its own reason.
fn refusal(code: &str) -> ApiError {
    let message: Said = match code {
        "signature_mismatch" => said(
            "Chữ ký không phải do khoá của chứng thư này tạo ra; hãy ký lại bằng đúng khoá.",
            "The signature was not made by the key of this certificate; sign again with the right key.",
        ),
        "revoked" => said(
            "Chứng thư đã bị thu hồi; hãy tạo khoá ký mới rồi ký lại.",
            "The certificate was revoked; make a new key and sign again.",
        ),
        "expired" | "not_yet_valid" => said(
            "Chứng thư không còn hoặc chưa có hiệu lực.",
            "The certificate is out of its time.",
        ),
        "malformed" => said(
            "Dữ liệu gửi lên không phải một chữ ký; hãy ký lại.",
            "What was sent is no signature; sign again.",
        ),
        other => said(
            format!("Chữ ký không được chấp nhận ({other})."),
            format!("The signature is refused ({other})."),
        ),
    };
    ApiError {
        mistakes: vec![Mistake {
            pointer: "/signature".to_owned(),
            item: String::new(),
            code: code.to_owned(),
            message: message.clone(),
        }],
        ..ApiError::new(Code::SignatureRefused, message)
    }
}

/// The level of an anchor, as it travels.
pub fn level(anchor: AnchorLevel) -> TrustLevel {
    match anchor {
        AnchorLevel::Official => TrustLevel::Official,
        AnchorLevel::Public => TrustLevel::Public,
        AnchorLevel::Pilot => TrustLevel::Pilot,
    }
}

/// Where a signature belongs.
pub struct Place<'a> {
    pub submission_id: Option<&'a str>,
    pub export_id: Option<&'a str>,
    pub position: i64,
    pub act: &'a str,
    pub role: &'a str,
    /// Reasons, JSON.
    pub reasons: &'a str,
    /// What was signed; empty for a PDF, which holds it itself.
    pub payload: Vec<u8>,
    pub payload_sha256: &'a str,
}

impl Accepted {
    /// The row that keeps the signature.
    pub fn row(&self, services: &Services, caller: &Caller, place: Place<'_>) -> Signature {
        let certificate = &self.verified.certificate;
        Signature {
            id: services.new_id(),
            submission_id: place.submission_id.map(str::to_owned),
            export_id: place.export_id.map(str::to_owned),
            position: place.position,
            act: place.act.to_owned(),
            role: place.role.to_owned(),
            reasons: place.reasons.to_owned(),
            payload: place.payload,
            payload_sha256: place.payload_sha256.to_owned(),
            cms_sha256: sha256_hex(&self.cms),
            cms: self.cms.clone(),
            account_id: Some(caller.account_id.clone()),
            signer: caller.name.clone(),
            serial: certificate.serial_hex.clone(),
            issuer: certificate.issuer_common_name.clone(),
            level: word(&level(self.verified.anchor_level)),
            signed_at: services.now().into(),
        }
    }
}
