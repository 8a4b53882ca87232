//! A private key held in memory: the pilot's agency seal and the tests.

use der::Decode;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, KeyPair, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256,
    PublicKeyData, RsaKeySize, SigningKey,
};
use spki::SubjectPublicKeyInfoOwned;

use crate::algorithm::{AlgorithmError, SignatureAlgorithm};

/// Why a key cannot be made, read or used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    #[error("the key cannot be read or used: {0}")]
    Key(#[from] rcgen::Error),
    #[error(transparent)]
    Unsupported(#[from] AlgorithmError),
}

/// An RSA or P-256 private key. `Debug` does not show it.
#[derive(Debug)]
pub struct SoftwareKey {
    pair: KeyPair,
    algorithm: SignatureAlgorithm,
}

impl SoftwareKey {
    /// A new RSA-2048 key, the kind civil-service tokens hold.
    pub fn generate_rsa() -> Result<Self, KeyError> {
        Self::new(KeyPair::generate_rsa_for(
            &PKCS_RSA_SHA256,
            RsaKeySize::_2048,
        )?)
    }

    /// A new RSA-3072 key, for what must last longer: authorities.
    pub fn generate_rsa_3072() -> Result<Self, KeyError> {
        Self::new(KeyPair::generate_rsa_for(
            &PKCS_RSA_SHA256,
            RsaKeySize::_3072,
        )?)
    }

    /// A new P-256 key.
    pub fn generate_p256() -> Result<Self, KeyError> {
        Self::new(KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?)
    }

    /// Reads an unencrypted PKCS#8 `PRIVATE KEY` block.
    pub fn from_pkcs8_pem(pem: &str) -> Result<Self, KeyError> {
        Self::new(KeyPair::from_pem(pem)?)
    }

    /// The key as an unencrypted PKCS#8 `PRIVATE KEY` block; the caller protects it.
    pub fn to_pkcs8_pem(&self) -> String {
        self.pair.serialize_pem()
    }

    pub(crate) fn new(pair: KeyPair) -> Result<Self, KeyError> {
        let key = SubjectPublicKeyInfoOwned::from_der(&pair.subject_public_key_info())
            .map_err(AlgorithmError::from)?;
        Ok(Self {
            algorithm: SignatureAlgorithm::of_key(&key)?,
            pair,
        })
    }

    /// What [`SoftwareKey::sign`] produces.
    pub fn algorithm(&self) -> SignatureAlgorithm {
        self.algorithm
    }

    /// DER SubjectPublicKeyInfo.
    pub fn public_key(&self) -> Vec<u8> {
        self.pair.subject_public_key_info()
    }

    /// Signs the DER of the signed attributes (`ToBeSigned::attributes`); ECDSA in DER form.
    pub fn sign(&self, attributes: &[u8]) -> Result<Vec<u8>, KeyError> {
        Ok(self.pair.sign(attributes)?)
    }

    /// A DER certification request, as a browser would send at enrolment.
    pub fn csr(&self, common_name: &str) -> Result<Vec<u8>, KeyError> {
        let mut request = CertificateParams::default();
        request.distinguished_name = DistinguishedName::new();
        request
            .distinguished_name
            .push(DnType::CommonName, common_name);
        Ok(request.serialize_request(&self.pair)?.der().to_vec())
    }
}
