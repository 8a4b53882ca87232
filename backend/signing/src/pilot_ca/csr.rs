//! Certification requests (PKCS#10): only the public key is taken, and only with proof of possession.

use der::{Decode, Encode, Header, Reader, SliceReader};
use x509_cert::request::CertReq;

use super::PilotCaError;
use crate::algorithm::{AlgorithmError, SignatureAlgorithm};

/// The DER SubjectPublicKeyInfo of a request whose signature holds. RSA from 2048 bits and P-256 are accepted, both with SHA-256.
pub(super) fn public_key(csr_der: &[u8]) -> Result<Vec<u8>, PilotCaError> {
    let request = CertReq::from_der(csr_der).map_err(PilotCaError::MalformedRequest)?;
    let key = &request.info.public_key;
    let algorithm = SignatureAlgorithm::of_key(key)?;
    if SignatureAlgorithm::of_identifier(request.algorithm.oid) != Some(algorithm) {
        return Err(AlgorithmError::UnsupportedKey.into());
    }
    let signed = signed_part(csr_der).map_err(PilotCaError::MalformedRequest)?;
    let signature = request.signature.as_bytes().unwrap_or_default();
    if !algorithm.verifies(key, signed, signature) {
        return Err(PilotCaError::NoProofOfPossession);
    }
    key.to_der().map_err(PilotCaError::MalformedRequest)
}

fn signed_part(csr_der: &[u8]) -> Result<&[u8], der::Error> {
    let mut reader = SliceReader::new(csr_der)?;
    Header::decode(&mut reader)?;
    reader.tlv_bytes()
}
