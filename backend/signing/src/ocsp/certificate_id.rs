//! How requests and answers name a certificate.

use aws_lc_rs::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use const_oid::db::rfc5912;
use der::Encode;
use der::asn1::{Any, ObjectIdentifier, OctetString};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::serial_number::SerialNumber;
use x509_ocsp::CertId;

/// The hash names an issuer, it protects nothing; SHA-1 is what every responder understands.
const SHA_1: ObjectIdentifier = rfc5912::ID_SHA_1;

/// The name of a certificate by its issuer (SHA-1) and serial number.
pub(super) fn certificate_id(
    issuer: &Certificate,
    serial_number: &SerialNumber,
) -> Result<CertId, der::Error> {
    let (name, key) = hashes(issuer, &SHA1_FOR_LEGACY_USE_ONLY)?;
    Ok(CertId {
        hash_algorithm: AlgorithmIdentifierOwned {
            oid: SHA_1,
            parameters: Some(Any::null()),
        },
        issuer_name_hash: OctetString::new(name)?,
        issuer_key_hash: OctetString::new(key)?,
        serial_number: serial_number.clone(),
    })
}

/// Whether `id` names this issuer, by SHA-1 or SHA-256.
pub(super) fn identifies(id: &CertId, issuer: &Certificate) -> bool {
    let algorithm = match id.hash_algorithm.oid {
        SHA_1 => &SHA1_FOR_LEGACY_USE_ONLY,
        rfc5912::ID_SHA_256 => &SHA256,
        _ => return false,
    };
    hashes(issuer, algorithm).is_ok_and(|(name, key)| {
        id.issuer_name_hash.as_bytes() == name && id.issuer_key_hash.as_bytes() == key
    })
}

/// SHA-1 of a certificate's public key, without tag and length: how responders are named.
pub(super) fn key_hash(certificate: &Certificate) -> Vec<u8> {
    let key = &certificate.tbs_certificate.subject_public_key_info;
    let bits = key.subject_public_key.as_bytes().unwrap_or_default();
    digest(&SHA1_FOR_LEGACY_USE_ONLY, bits).as_ref().to_vec()
}

fn hashes(
    issuer: &Certificate,
    algorithm: &'static Algorithm,
) -> Result<(Vec<u8>, Vec<u8>), der::Error> {
    let body = &issuer.tbs_certificate;
    let key = body.subject_public_key_info.subject_public_key.as_bytes();
    Ok((
        digest(algorithm, &body.subject.to_der()?).as_ref().to_vec(),
        digest(algorithm, key.unwrap_or_default()).as_ref().to_vec(),
    ))
}
