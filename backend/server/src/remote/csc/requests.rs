//! What is asked; the two versions name some fields differently.

use congvu_signing::algorithm::SignatureAlgorithm;
use serde_json::{Value, json};

use crate::remote::RemoteError;

const SHA256: &str = "2.16.840.1.101.3.4.2.1";
const SHA256_WITH_RSA: &str = "1.2.840.113549.1.1.11";
const ECDSA_WITH_SHA256: &str = "1.2.840.10045.4.3.2";

/// Version of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// 1.0.4.
    V1,
    /// 2.0.
    V2,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Requests(pub Version);

impl Requests {
    pub(super) fn list(self, user: &str) -> Value {
        json!({ "userID": user })
    }

    pub(super) fn info(self, credential: &str) -> Value {
        json!({
            "credentialID": credential,
            "certificates": "chain",
            "certInfo": true,
            "authInfo": true,
        })
    }

    pub(super) fn send_otp(self, credential: &str) -> (&'static str, Value) {
        match self.0 {
            Version::V1 => (
                "/credentials/sendOTP",
                json!({ "credentialID": credential }),
            ),
            Version::V2 => (
                "/credentials/getChallenge",
                json!({ "credentialID": credential, "authID": "OTP" }),
            ),
        }
    }

    pub(super) fn authorize(
        self,
        credential: &str,
        hashes: &[String],
        description: &str,
        otp: Option<&str>,
    ) -> Value {
        let count = hashes.len();
        match (self.0, otp) {
            (Version::V1, None) => json!({
                "credentialID": credential, "numSignatures": count, "description": description,
                "hash": hashes,
            }),
            (Version::V1, Some(otp)) => json!({
                "credentialID": credential, "numSignatures": count, "description": description,
                "hash": hashes, "OTP": otp,
            }),
            (Version::V2, None) => json!({
                "credentialID": credential, "numSignatures": count, "description": description,
                "hashes": hashes, "hashAlgorithmOID": SHA256,
            }),
            (Version::V2, Some(otp)) => json!({
                "credentialID": credential, "numSignatures": count, "description": description,
                "hashes": hashes, "hashAlgorithmOID": SHA256,
                "authData": [{ "id": "OTP", "value": otp }],
            }),
        }
    }

    /// The signature algorithm is the one of the certificate's key.
    pub(super) fn sign_hash(
        self,
        credential: &str,
        hashes: &[String],
        sad: &str,
        leaf: &[u8],
    ) -> Result<Value, RemoteError> {
        let algorithm = SignatureAlgorithm::of_certificate(leaf)
            .map_err(|error| RemoteError::Malformed(error.to_string()))?;
        let algorithm = match algorithm {
            SignatureAlgorithm::RsaPkcs1Sha256 => SHA256_WITH_RSA,
            SignatureAlgorithm::EcdsaP256Sha256 => ECDSA_WITH_SHA256,
        };
        Ok(match self.0 {
            Version::V1 => json!({
                "credentialID": credential, "SAD": sad, "signAlgo": algorithm,
                "hash": hashes, "hashAlgo": SHA256,
            }),
            Version::V2 => json!({
                "credentialID": credential, "SAD": sad, "signAlgo": algorithm,
                "hashes": hashes, "hashAlgorithmOID": SHA256, "operationMode": "S",
            }),
        })
    }
}
