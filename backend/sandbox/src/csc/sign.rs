//! `signatures/signHash`: one signature a digest, in order.

use actix_web::web::{Data, Json};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use congvu_signing::algorithm::SignatureAlgorithm;
use serde::Deserialize;
use serde_json::json;

use super::authorize::decode_hashes;
use super::errors::CscError;
use super::{Csc, access};
use crate::locked;

const SHA256: &str = "2.16.840.1.101.3.4.2.1";

/// The request of both versions: `hash` and `hashAlgo` in v1, `hashes` and `hashAlgorithmOID` in v2.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Request {
    #[serde(rename = "credentialID")]
    credential_id: String,
    #[serde(rename = "SAD")]
    sad: String,
    #[serde(alias = "hash")]
    hashes: Vec<String>,
    #[serde(alias = "hashAlgo", rename = "hashAlgorithmOID")]
    hash_algorithm: Option<String>,
    sign_algo: String,
    #[serde(default)]
    operation_mode: Option<String>,
}

pub(super) async fn sign_hash(
    service: Data<Csc>,
    http: HttpRequest,
    request: Json<Request>,
) -> Result<HttpResponse, CscError> {
    access::check(&service, &http)?;
    let credential = service.credential(&request.credential_id)?;
    let hashes = decode_hashes(&request.hashes)?;
    let key = &credential.identity.key;
    let (own, bare) = match key.algorithm() {
        SignatureAlgorithm::RsaPkcs1Sha256 => ("1.2.840.113549.1.1.11", "1.2.840.113549.1.1.1"),
        SignatureAlgorithm::EcdsaP256Sha256 => ("1.2.840.10045.4.3.2", "1.2.840.10045.2.1"),
    };
    let hash_algorithm = request.hash_algorithm.as_deref();
    match request.sign_algo.as_str() {
        // The digest algorithm may be left out where the signature algorithm names it.
        algorithm if algorithm == own && hash_algorithm.is_none_or(|oid| oid == SHA256) => {}
        algorithm if algorithm == bare && hash_algorithm == Some(SHA256) => {}
        algorithm if algorithm == own || algorithm == bare => {
            return Err(CscError::invalid("Invalid parameter hashAlgo"));
        }
        _ => return Err(CscError::invalid("Invalid parameter signAlgo")),
    }
    if request
        .operation_mode
        .as_deref()
        .is_some_and(|mode| mode != "S")
    {
        return Err(CscError::invalid("Invalid parameter operationMode"));
    }
    use_activation(&service, &request.sad, &credential.id, &hashes)?;
    let signatures = hashes
        .iter()
        .map(|hash| key.sign_digest(hash).map(|raw| STANDARD.encode(raw)))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|_key| CscError::invalid("The key does not sign"))?;
    Ok(HttpResponse::Ok().json(json!({ "signatures": signatures })))
}

/// A SAD signs what it was given for, as often as it was given for, and ends.
fn use_activation(
    service: &Csc,
    sad: &str,
    credential: &str,
    hashes: &[[u8; 32]],
) -> Result<(), CscError> {
    let now = service.clock.now();
    let mut state = locked(&service.state);
    let activation = state
        .activations
        .get_mut(sad)
        .filter(|activation| activation.credential == credential)
        .ok_or(CscError::invalid("Invalid parameter SAD"))?;
    if now >= activation.until {
        return Err(CscError::invalid("SAD expired"));
    }
    if hashes.iter().any(|hash| !activation.hashes.contains(hash)) {
        return Err(CscError::invalid("Hash is not authorized by the SAD"));
    }
    activation.signatures_left = activation
        .signatures_left
        .checked_sub(hashes.len())
        .ok_or(CscError::invalid("SAD authorizes fewer signatures"))?;
    Ok(())
}
