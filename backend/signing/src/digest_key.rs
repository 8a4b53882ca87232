//! A private key in memory that is given digests, the way a token, an agent or a remote service uses its own. For stand-ins of those.

use aws_lc_rs::digest::{Digest, SHA256};
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _,
    RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, UnparsedPublicKey, VerificationAlgorithm,
};
use der::Decode as _;
use rustls_pki_types::PrivatePkcs8KeyDer;
use rustls_pki_types::pem::PemObject;
use x509_cert::Certificate;

use crate::algorithm::{SignatureAlgorithm, normalise_signature};
use crate::signer::SignerError;

/// An RSA or P-256 private key that signs digests.
#[derive(Debug)]
pub enum DigestKey {
    Rsa(rsa::KeyPair),
    P256(EcdsaKeyPair),
}

impl DigestKey {
    /// Reads an unencrypted PKCS#8 `PRIVATE KEY` block.
    ///
    /// # Errors
    /// [`SignerError::Refused`]: not such a block, or another kind of key.
    pub fn from_pkcs8_pem(pem: &str) -> Result<Self, SignerError> {
        let key = PrivatePkcs8KeyDer::from_pem_slice(pem.as_bytes())
            .map_err(|error| SignerError::Refused(error.to_string()))?;
        Self::from_pkcs8(key.secret_pkcs8_der())
    }

    /// Reads DER PKCS#8.
    ///
    /// # Errors
    /// As [`DigestKey::from_pkcs8_pem`].
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, SignerError> {
        if let Ok(key) = rsa::KeyPair::from_pkcs8(der) {
            return Ok(Self::Rsa(key));
        }
        EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, der)
            .map(Self::P256)
            .map_err(|error| SignerError::Refused(error.to_string()))
    }

    /// What [`DigestKey::sign_digest`] produces.
    pub fn algorithm(&self) -> SignatureAlgorithm {
        match self {
            Self::Rsa(_) => SignatureAlgorithm::RsaPkcs1Sha256,
            Self::P256(_) => SignatureAlgorithm::EcdsaP256Sha256,
        }
    }

    /// The key bits inside SubjectPublicKeyInfo.
    pub fn public_bits(&self) -> &[u8] {
        match self {
            Self::Rsa(key) => key.public_key().as_ref(),
            Self::P256(key) => key.public_key().as_ref(),
        }
    }

    /// Signs a SHA-256 digest: RSA as PKCS#1 v1.5 over `DigestInfo`, ECDSA as DER.
    ///
    /// # Errors
    /// [`SignerError::Refused`] if the arithmetic or the generator fails.
    pub fn sign_digest(&self, digest: &[u8; 32]) -> Result<Vec<u8>, SignerError> {
        let refused = |_unspecified| SignerError::Refused("the key did not sign".into());
        let digest = Digest::import_less_safe(digest, &SHA256).map_err(refused)?;
        match self {
            Self::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign_digest(&RSA_PKCS1_SHA256, &digest, &mut signature)
                    .map_err(refused)?;
                Ok(signature)
            }
            Self::P256(key) => {
                let signature = key.sign_digest(&digest).map_err(refused)?;
                Ok(signature.as_ref().to_vec())
            }
        }
    }
}

/// Whether the key of a DER certificate made this signature over a SHA-256 digest; ECDSA as DER or `r || s`. Says nothing about the
/// certificate.
pub fn verify_digest(certificate_der: &[u8], digest: &[u8; 32], signature: &[u8]) -> bool {
    let verified = || {
        let certificate = Certificate::from_der(certificate_der).ok()?;
        let key = certificate.tbs_certificate.subject_public_key_info;
        let algorithm = SignatureAlgorithm::of_key(&key).ok()?;
        let signature = normalise_signature(algorithm, signature).ok()?;
        let digest = Digest::import_less_safe(digest, &SHA256).ok()?;
        let with: &dyn VerificationAlgorithm = match algorithm {
            SignatureAlgorithm::RsaPkcs1Sha256 => &RSA_PKCS1_2048_8192_SHA256,
            SignatureAlgorithm::EcdsaP256Sha256 => &ECDSA_P256_SHA256_ASN1,
        };
        UnparsedPublicKey::new(with, key.subject_public_key.raw_bytes())
            .verify_digest(&digest, &signature)
            .ok()
    };
    verified().is_some()
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};
    use spki::SubjectPublicKeyInfoOwned;

    use super::*;
    use crate::software_key::SoftwareKey;

    #[test]
    fn signing_the_digest_is_signing_the_message() {
        for key in [
            SoftwareKey::generate_rsa().unwrap(),
            SoftwareKey::generate_p256().unwrap(),
        ] {
            let by_digest = DigestKey::from_pkcs8_pem(&key.to_pkcs8_pem()).unwrap();
            assert_eq!(by_digest.algorithm(), key.algorithm());
            let signature = by_digest
                .sign_digest(&Sha256::digest(b"message").into())
                .unwrap();
            let public = SubjectPublicKeyInfoOwned::from_der(&key.public_key()).unwrap();
            assert_eq!(
                public.subject_public_key.raw_bytes(),
                by_digest.public_bits()
            );
            assert!(key.algorithm().verifies(&public, b"message", &signature));
            assert!(!key.algorithm().verifies(&public, b"massage", &signature));
        }
    }

    #[test]
    fn what_is_no_key_is_refused() {
        assert!(
            DigestKey::from_pkcs8_pem(
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"
            )
            .is_err()
        );
        assert!(DigestKey::from_pkcs8_pem("").is_err());
    }
}
