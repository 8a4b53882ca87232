use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_db::{
    AnyConnection, Certificate, Signature, SigningRequest, StampWait, signatures, stamps,
    validation_data,
};
use congvu_domain::payload::{OnBehalf, sha256_hex};
use congvu_openapi::signing::TrustLevel;
use congvu_signing::dss::Evidence;
use congvu_signing::trust::{AnchorLevel, TrustStore};
use congvu_signing::verify::{VerifiedSignature, VerifyError, verify_detached};
use congvu_signing::{algorithm, cms};

use crate::auth::{Caller, stead};
use crate::codes::word;
use crate::error::{ApiError, Code, Mistake, Said, said};
use crate::services::Services;

/// A signature that was verified completely.
pub struct Accepted {
    pub cms: Vec<u8>,
    pub verified: VerifiedSignature,
    /// What it was judged by.
    trust: TrustStore,
}

/// The certificate's chain, its own first: ours for those issued here, as registered for the others.
///
/// # Errors
/// The row is damaged.
pub fn chain_of(services: &Services, certificate: &Certificate) -> Result<Vec<Vec<u8>>, ApiError> {
    let above: Vec<String> =
        serde_json::from_str(&certificate.chain).map_err(ApiError::internal)?;
    if above.is_empty() {
        return Ok(services.authority.ca().chain(&certificate.der));
    }
    let mut chain = vec![certificate.der.clone()];
    for der in above {
        chain.push(STANDARD.decode(der).map_err(ApiError::internal)?);
    }
    Ok(chain)
}

/// Assembles the CMS from the raw signature and verifies all of it: content, attributes, key, chain, revocation, key usage. The built-in
/// authority stamps it at once; another one later.
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
    let chain = chain_of(services, certificate)?;
    let raw = algorithm::normalise_signature(alg, raw).map_err(|_ignored| refusal("malformed"))?;
    let cms = cms::assemble(&request.attributes, alg, &raw, &chain)
        .map_err(|_ignored| refusal("malformed"))?;
    let content: [u8; 32] = hex::decode(&request.content_sha256)
        .ok()
        .and_then(|bytes| bytes.try_into().ok())
        .ok_or_else(|| ApiError::internal("content digest"))?;
    judged(services, connection, cms, &content, &chain)
}

/// A CMS verified against what holds now, and stamped where the built-in authority stamps.
///
/// # Errors
/// 422 with the reason.
pub fn judged(
    services: &Services,
    connection: &mut AnyConnection,
    cms: Vec<u8>,
    content: &[u8; 32],
    chain: &[Vec<u8>],
) -> Result<Accepted, ApiError> {
    let trust = services.trust(connection, chain)?;
    let judge = |cms: &[u8]| {
        verify_detached(cms, content, &trust, services.now())
            .map_err(|error: VerifyError| refusal(error.code()))
    };
    let mut verified = judge(&cms)?;
    let mut cms = cms;
    if let Some(stamped) = services.stamp_at_once(&cms)? {
        verified = judge(&stamped)?;
        cms = stamped;
    }
    Ok(Accepted {
        cms,
        verified,
        trust,
    })
}

/// A refused signature, with its own reason.
pub fn refusal(code: &str) -> ApiError {
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
        "revocation_unknown" | "revocation_stale" | "stale_revocation" => said(
            "Không tra cứu được tình trạng thu hồi của chứng thư (máy chủ của đơn vị cấp chứng thư không trả lời). Hãy thử lại sau ít phút.",
            "Whether the certificate was revoked cannot be found out (its authority does not answer). Try again in a few minutes.",
        ),
        "level_too_low" => said(
            "Nơi đây chỉ nhận chữ ký số ở mức cao hơn (chuyên dùng công vụ hoặc công cộng); chứng thư thử nghiệm không được chấp nhận.",
            "Only signatures of a higher level count here; a pilot certificate is not accepted.",
        ),
        "wrong_key_usage" => said(
            "Chứng thư này không dùng để ký văn bản (thiếu mục đích sử dụng chống chối bỏ).",
            "This certificate is not for signing documents (its key usage lacks nonRepudiation).",
        ),
        "unknown_issuer" => said(
            "Chứng thư do một nơi không được tin cậy ở đây cấp.",
            "The certificate's issuer is not trusted here.",
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
    /// In whose stead.
    pub on_behalf: Option<&'a OnBehalf>,
}

impl Accepted {
    /// A signature that came inside a file and was verified there.
    pub fn elsewhere(cms: Vec<u8>, verified: VerifiedSignature, trust: TrustStore) -> Self {
        Self {
            cms,
            verified,
            trust,
        }
    }

    /// The row that keeps the signature.
    pub fn row(&self, services: &Services, caller: &Caller, place: Place<'_>) -> Signature {
        let certificate = &self.verified.certificate;
        let stamp = self.verified.time_stamp.as_ref();
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
            stamp_state: if stamp.is_some() {
                "stamped"
            } else {
                "waiting"
            }
            .to_owned(),
            stamped_at: stamp.map(|stamp| stamp.at.into()),
            stamped_by: stamp
                .map(|stamp| stamp.certificate.subject_common_name.clone())
                .unwrap_or_default(),
            delegation_id: place.on_behalf.map(|by| by.delegation.clone()),
            on_behalf_of: stead(place.on_behalf),
        }
    }

    /// Keeps the signature with everything it was judged by; without a time stamp it joins the queue of those that wait for one.
    ///
    /// # Errors
    /// The database cannot be written, or its place in the chain is taken.
    pub fn keep(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
        signature: &Signature,
    ) -> Result<(), ApiError> {
        signatures::insert(connection, signature)?;
        let now = services.now();
        let mut certificates = self.verified.chain.clone();
        if let Some(stamp) = &self.verified.time_stamp {
            certificates.extend(stamp.chain.iter().cloned());
        }
        let data = services.validation_rows(&Evidence {
            certificates,
            crls: self.trust.crls.clone(),
            ocsps: self.trust.ocsps.clone(),
        });
        validation_data::keep(connection, &signature.id, &data)?;
        if signature.stamp_state == "waiting" {
            let wait = StampWait {
                signature_id: signature.id.clone(),
                attempts: 0,
                next_attempt_at: now.into(),
                last_error: String::new(),
            };
            stamps::wait(connection, &wait)?;
        }
        Ok(())
    }
}

/// Every earlier signature has its time stamp: it lies inside what the next one covers.
///
/// # Errors
/// 409 while one of them waits.
pub fn must_be_stamped(earlier: &[Signature]) -> Result<(), ApiError> {
    if earlier
        .iter()
        .any(|signature| signature.stamp_state == "waiting")
    {
        return Err(ApiError::new(
            Code::WaitingForTimeStamp,
            said(
                "Chữ ký trước đang chờ dấu thời gian của đơn vị cấp dấu; anh/chị ký tiếp được ngay khi có dấu. Hãy thử lại sau ít phút.",
                "The signature before waits for its time stamp; you can sign as soon as it is there. Try again in a few minutes.",
            ),
        ));
    }
    Ok(())
}
