//! The signature algorithms: those produced here ([`SignatureAlgorithm`]) and those accepted from elsewhere ([`AcceptedAlgorithm`]).

mod accepted;
mod digest;

use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use const_oid::db::rfc5912;
use der::asn1::{Any, ObjectIdentifier, UintRef};
use der::{Decode, Encode, Sequence};
use serde::{Deserialize, Serialize};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::Certificate;

pub use accepted::{AcceptedAlgorithm, Scheme};
pub use digest::DigestAlgorithm;

/// Length of an `r || s` P-256 signature in bytes.
const P1363_LENGTH: usize = 64;
const MINIMUM_RSA_BITS: usize = 2048;

/// A signature algorithm of our own keys; civil-service tokens sign with the first, browsers can do both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SignatureAlgorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256, keys of 2048 bits or more.
    #[serde(rename = "rsa-pkcs1-sha256")]
    RsaPkcs1Sha256,
    /// ECDSA on P-256 with SHA-256.
    #[serde(rename = "ecdsa-p256-sha256")]
    EcdsaP256Sha256,
}

/// Why a key or a raw signature cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AlgorithmError {
    #[error("the certificate or key cannot be read: {0}")]
    Malformed(#[from] der::Error),
    #[error("neither an RSA key of at least 2048 bits nor a P-256 key")]
    UnsupportedKey,
    #[error("not an ECDSA P-256 signature, neither r||s nor DER")]
    MalformedSignature,
}

#[derive(Sequence)]
struct RsaPublicKey<'a> {
    modulus: UintRef<'a>,
    exponent: UintRef<'a>,
}

#[derive(Sequence)]
struct EcdsaSignature<'a> {
    r: UintRef<'a>,
    s: UintRef<'a>,
}

impl SignatureAlgorithm {
    /// The algorithm that the key of a DER certificate signs with.
    pub fn of_certificate(der: &[u8]) -> Result<Self, AlgorithmError> {
        Self::of_key(
            &Certificate::from_der(der)?
                .tbs_certificate
                .subject_public_key_info,
        )
    }

    /// The algorithm that goes with a public key; refuses short RSA keys and other curves.
    pub fn of_key(key: &SubjectPublicKeyInfoOwned) -> Result<Self, AlgorithmError> {
        if key.algorithm.oid == rfc5912::RSA_ENCRYPTION {
            let parsed =
                RsaPublicKey::from_der(key.subject_public_key.as_bytes().unwrap_or_default())?;
            let spare = parsed
                .modulus
                .as_bytes()
                .first()
                .map_or(0, |byte| byte.leading_zeros());
            let bits = (parsed.modulus.as_bytes().len() * 8)
                .saturating_sub(usize::try_from(spare).unwrap_or(0));
            return if bits >= MINIMUM_RSA_BITS {
                Ok(Self::RsaPkcs1Sha256)
            } else {
                Err(AlgorithmError::UnsupportedKey)
            };
        }
        let curve = key
            .algorithm
            .parameters
            .as_ref()
            .and_then(|any| any.decode_as::<ObjectIdentifier>().ok());
        if key.algorithm.oid == rfc5912::ID_EC_PUBLIC_KEY && curve == Some(rfc5912::SECP_256_R_1) {
            return Ok(Self::EcdsaP256Sha256);
        }
        Err(AlgorithmError::UnsupportedKey)
    }

    /// The algorithm named by a signature over SHA-256. Some producers write plain `rsaEncryption`, which RFC 5652 allows.
    pub(crate) fn of_identifier(oid: ObjectIdentifier) -> Option<Self> {
        if oid == rfc5912::SHA_256_WITH_RSA_ENCRYPTION || oid == rfc5912::RSA_ENCRYPTION {
            Some(Self::RsaPkcs1Sha256)
        } else if oid == rfc5912::ECDSA_WITH_SHA_256 {
            Some(Self::EcdsaP256Sha256)
        } else {
            None
        }
    }

    pub(crate) fn identifier(self) -> AlgorithmIdentifierOwned {
        match self {
            Self::RsaPkcs1Sha256 => AlgorithmIdentifierOwned {
                oid: rfc5912::SHA_256_WITH_RSA_ENCRYPTION,
                parameters: Some(Any::null()),
            },
            Self::EcdsaP256Sha256 => AlgorithmIdentifierOwned {
                oid: rfc5912::ECDSA_WITH_SHA_256,
                parameters: None,
            },
        }
    }

    /// Whether `signature` (ECDSA in DER form) over `message` was made by `key`.
    pub(crate) fn verifies(
        self,
        key: &SubjectPublicKeyInfoOwned,
        message: &[u8],
        signature: &[u8],
    ) -> bool {
        let algorithm: &dyn VerificationAlgorithm = match self {
            Self::RsaPkcs1Sha256 => &RSA_PKCS1_2048_8192_SHA256,
            Self::EcdsaP256Sha256 => &ECDSA_P256_SHA256_ASN1,
        };
        let bits = key.subject_public_key.as_bytes().unwrap_or_default();
        Self::of_key(key) == Ok(self)
            && UnparsedPublicKey::new(algorithm, bits)
                .verify(message, signature)
                .is_ok()
    }
}

/// Turns the 64 bytes `r || s` (WebCrypto, PKCS#11) into the DER form that CMS wants.
pub fn ecdsa_p1363_to_der(raw: &[u8]) -> Result<Vec<u8>, AlgorithmError> {
    if raw.len() != P1363_LENGTH {
        return Err(AlgorithmError::MalformedSignature);
    }
    let (r, s) = raw.split_at(P1363_LENGTH / 2);
    Ok(EcdsaSignature {
        r: UintRef::new(r)?,
        s: UintRef::new(s)?,
    }
    .to_der()?)
}

/// Accepts a raw signature in any form a signer may give it and returns the form that CMS wants: RSA unchanged, ECDSA as DER.
pub fn normalise_signature(
    algorithm: SignatureAlgorithm,
    raw: &[u8],
) -> Result<Vec<u8>, AlgorithmError> {
    match algorithm {
        SignatureAlgorithm::RsaPkcs1Sha256 => Ok(raw.to_vec()),
        SignatureAlgorithm::EcdsaP256Sha256 if EcdsaSignature::from_der(raw).is_ok() => {
            Ok(raw.to_vec())
        }
        SignatureAlgorithm::EcdsaP256Sha256 => ecdsa_p1363_to_der(raw),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn r_and_s_become_positive_minimal_integers() {
        let mut raw = [0u8; 64];
        raw[0] = 0x80;
        raw[63] = 0x01;
        let der = ecdsa_p1363_to_der(&raw).unwrap();
        assert_eq!(&der[..5], &[0x30, 0x26, 0x02, 0x21, 0x00]);
        assert_eq!(&der[der.len() - 3..], &[0x02, 0x01, 0x01]);
    }

    #[test]
    fn both_forms_of_ecdsa_are_accepted_and_others_refused() {
        let raw = [7u8; 64];
        let der = ecdsa_p1363_to_der(&raw).unwrap();
        let algorithm = SignatureAlgorithm::EcdsaP256Sha256;
        assert_eq!(normalise_signature(algorithm, &raw).unwrap(), der);
        assert_eq!(normalise_signature(algorithm, &der).unwrap(), der);
        assert_eq!(
            normalise_signature(algorithm, &raw[1..]),
            Err(AlgorithmError::MalformedSignature)
        );
    }
}
