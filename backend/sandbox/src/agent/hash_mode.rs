//! `SignMsg`, `VerifyMsg`, `GetCertInfo`: the page keeps the document, the agent signs a digest.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_signing::algorithm::SignatureAlgorithm;
use congvu_signing::digest_key::verify_digest;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::answers::{Failure, SUCCESS};
use crate::identity::Identity;

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct SignRequest {
    hash_alg: String,
    hash_value: String,
    #[serde(default)]
    encode: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct VerifyRequest {
    hash_alg: String,
    hash_value: String,
    signature: String,
    cert_base64: String,
}

/// Signs the digest of a hash-mode request; the old form is the text itself in base64.
pub(super) fn sign(message: &str, identity: &Identity) -> Result<Value, Failure> {
    let digest = if message.trim_start().starts_with('{') {
        let request: SignRequest =
            serde_json::from_str(message).map_err(|_json| Failure::BadRequest("HashValue"))?;
        check_encoding(request.encode.as_deref(), identity)?;
        digest(&request.hash_alg, &request.hash_value)?
    } else {
        Sha256::digest(bytes(message.trim(), "text")?).into()
    };
    let signature = identity
        .key
        .sign_digest(&digest)
        .map_err(|error| Failure::File(error.to_string()))?;
    Ok(json!({
        "Status": SUCCESS,
        "Signature": STANDARD.encode(signature),
        "CertBase64": STANDARD.encode(identity.leaf()),
        "Message": "",
    }))
}

fn check_encoding(encode: Option<&str>, identity: &Identity) -> Result<(), Failure> {
    let fits = match encode {
        None => true,
        Some("RSA") => identity.key.algorithm() == SignatureAlgorithm::RsaPkcs1Sha256,
        Some(_) => false,
    };
    fits.then_some(()).ok_or(Failure::BadRequest("Encode"))
}

/// Says whether a signature over a digest was made with the certificate's key.
pub(super) fn verify(message: &str) -> Result<Value, Failure> {
    let request: VerifyRequest =
        serde_json::from_str(message).map_err(|_json| Failure::BadRequest("Signature"))?;
    let digest = digest(&request.hash_alg, &request.hash_value)?;
    let signature = bytes(&request.signature, "Signature")?;
    let certificate = bytes(&request.cert_base64, "CertBase64")?;
    if verify_digest(&certificate, &digest, &signature) {
        Ok(json!({ "Status": SUCCESS, "Message": "" }))
    } else {
        Err(Failure::NotValid)
    }
}

pub(super) fn certificate_info(identity: &Identity) -> Value {
    let info = &identity.info;
    json!({
        "Status": SUCCESS,
        "CertInfo": {
            "SerialNumber": info.serial_hex.to_uppercase(),
            "Subject": info.subject,
            "CommonName": info.subject_common_name,
            "Issuer": info.issuer_common_name,
            "ValidFrom": info.not_before.to_rfc3339(),
            "ValidTo": info.not_after.to_rfc3339(),
        },
        "Message": "",
    })
}

fn digest(algorithm: &str, value: &str) -> Result<[u8; 32], Failure> {
    if !matches!(
        algorithm.to_ascii_uppercase().as_str(),
        "SHA256" | "SHA-256"
    ) {
        return Err(Failure::BadRequest("HashAlg"));
    }
    bytes(value, "HashValue")?
        .try_into()
        .map_err(|_length| Failure::BadRequest("HashValue"))
}

fn bytes(base64: &str, field: &'static str) -> Result<Vec<u8>, Failure> {
    STANDARD
        .decode(base64)
        .map_err(|_base64| Failure::BadRequest(field))
}
