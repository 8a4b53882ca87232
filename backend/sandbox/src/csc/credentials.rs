//! `credentials/list` and `credentials/info`.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Utc};
use congvu_signing::algorithm::SignatureAlgorithm;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::errors::CscError;
use super::{Authorization, Credential, Csc, Version, access, authorize};
use crate::locked;

const RSA: [&str; 2] = ["1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1"];
const ECDSA: [&str; 1] = ["1.2.840.10045.4.3.2"];
const P256: &str = "1.2.840.10045.3.1.7";

#[derive(Deserialize)]
pub(super) struct ListRequest {
    #[serde(rename = "userID")]
    user_id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InfoRequest {
    #[serde(rename = "credentialID")]
    credential_id: String,
    #[serde(default)]
    certificates: Option<String>,
    #[serde(default)]
    cert_info: bool,
    #[serde(default)]
    auth_info: bool,
}

pub(super) async fn list(
    service: Data<Csc>,
    http: HttpRequest,
    request: Json<ListRequest>,
) -> Result<HttpResponse, CscError> {
    access::check(&service, &http)?;
    let own: Vec<_> = service
        .credentials
        .iter()
        .filter(|credential| credential.user == request.user_id)
        .map(|credential| credential.id.as_str())
        .collect();
    if own.is_empty() {
        return Err(CscError::invalid("Invalid parameter userID"));
    }
    Ok(HttpResponse::Ok().json(json!({ "credentialIDs": own })))
}

pub(super) async fn info(
    service: Data<Csc>,
    version: Data<Version>,
    http: HttpRequest,
    request: Json<InfoRequest>,
) -> Result<HttpResponse, CscError> {
    access::check(&service, &http)?;
    let credential = service.credential(&request.credential_id)?;
    let chain = match request.certificates.as_deref().unwrap_or("single") {
        "none" => &[],
        "single" => credential.identity.chain.get(..1).unwrap_or_default(),
        "chain" => credential.identity.chain.as_slice(),
        _ => return Err(CscError::invalid("Invalid parameter certificates")),
    };
    let locked_out = authorize::is_locked(&locked(&service.state), &credential.id);
    let shown = request.auth_info || **version == Version::V1;
    let authorization = shown.then(|| authorization(credential, **version));
    Ok(HttpResponse::Ok().json(Info {
        description: &credential.identity.info.subject_common_name,
        key: key(credential, locked_out),
        cert: certificate(credential, chain, request.cert_info),
        authorization,
        scal: "2",
        multisign: credential.multisign,
        lang: "vi-VN",
    }))
}

#[derive(Serialize)]
struct Info<'a> {
    description: &'a str,
    key: Value,
    cert: Value,
    /// `authMode`, `PIN` and `OTP` in v1, `auth` in v2.
    #[serde(flatten)]
    authorization: Option<Value>,
    #[serde(rename = "SCAL")]
    scal: &'static str,
    multisign: usize,
    lang: &'static str,
}

fn key(credential: &Credential, locked_out: bool) -> Value {
    let status = if locked_out { "disabled" } else { "enabled" };
    match credential.identity.key.algorithm() {
        SignatureAlgorithm::RsaPkcs1Sha256 => {
            json!({ "status": status, "algo": RSA, "len": 2048 })
        }
        SignatureAlgorithm::EcdsaP256Sha256 => {
            json!({ "status": status, "algo": ECDSA, "len": 256, "curve": P256 })
        }
    }
}

fn certificate(credential: &Credential, chain: &[Vec<u8>], with_info: bool) -> Value {
    let chain: Vec<_> = chain.iter().map(|der| STANDARD.encode(der)).collect();
    if !with_info {
        return json!({ "status": "valid", "certificates": chain });
    }
    let info = &credential.identity.info;
    json!({
        "status": "valid",
        "certificates": chain,
        "issuerDN": format!("CN={}", info.issuer_common_name),
        "subjectDN": info.subject,
        "serialNumber": info.serial_hex.to_uppercase(),
        "validFrom": generalized_time(info.not_before),
        "validTo": generalized_time(info.not_after),
    })
}

fn generalized_time(at: DateTime<Utc>) -> String {
    at.format("%Y%m%d%H%M%SZ").to_string()
}

fn authorization(credential: &Credential, version: Version) -> Value {
    match (version, credential.authorization) {
        (Version::V1, Authorization::Phone) => json!({ "authMode": "implicit" }),
        (Version::V2, Authorization::Phone) => json!({ "auth": { "mode": "implicit" } }),
        (Version::V1, Authorization::OneTimePassword) => json!({
            "authMode": "explicit",
            "PIN": { "presence": "false" },
            "OTP": {
                "presence": "true", "type": "online", "format": "N", "label": "Mã OTP", "ID": "OTP", "provider": "SMS",
            },
        }),
        (Version::V2, Authorization::OneTimePassword) => json!({
            "auth": {
                "mode": "explicit",
                "expression": "OTP",
                "objects": [{ "type": "ChallengeResponse", "id": "OTP", "format": "N", "label": "Mã OTP" }],
            },
        }),
    }
}
