//! A token key as the key of a certificate authority.

use rcgen::{Error, PKCS_ECDSA_P256_SHA256, PKCS_RSA_SHA256, PublicKeyData, SigningKey};
use sha2::{Digest, Sha256};

use super::TokenKey;
use crate::algorithm::{SignatureAlgorithm, normalise_signature};
use crate::signer::Signer;

impl PublicKeyData for TokenKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public_bits
    }

    fn algorithm(&self) -> &'static rcgen::SignatureAlgorithm {
        match Signer::algorithm(self) {
            SignatureAlgorithm::RsaPkcs1Sha256 => &PKCS_RSA_SHA256,
            SignatureAlgorithm::EcdsaP256Sha256 => &PKCS_ECDSA_P256_SHA256,
        }
    }
}

impl SigningKey for TokenKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let raw = self
            .sign_digest(&Sha256::digest(message).into())
            .map_err(|_reason| Error::RemoteKeyError)?;
        normalise_signature(Signer::algorithm(self), &raw).map_err(|_form| Error::RemoteKeyError)
    }
}
