//! Judging a detached CMS signature.

mod error;
mod path;
mod revocation;
mod signer;

use chrono::{DateTime, Utc};
use der::Decode;
use x509_cert::Certificate;
use x509_cert::ext::pkix::KeyUsage;

use crate::algorithm::SignatureAlgorithm;
use crate::certificate::CertificateInfo;
use crate::trust::{AnchorLevel, TrustStore};
pub use error::VerifyError;

/// A signature that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedSignature {
    /// The signer's certificate.
    pub certificate: CertificateInfo,
    pub leaf_der: Vec<u8>,
    /// DER certificates from the signer's to the anchor, both included.
    pub chain: Vec<Vec<u8>>,
    /// The time the signer claims; evidence of nothing.
    pub signing_time: Option<DateTime<Utc>>,
    pub algorithm: SignatureAlgorithm,
    pub anchor_level: AnchorLevel,
    pub anchor_name: String,
}

/// Verifies a CMS (DER or BER) with exactly one signer over content of the given SHA-256, which may also be inside.
///
/// Certificates are judged at `at`: use the time at which the server received the signature, or now; never the signer's own claim.
/// A certificate that was revoked only after `at` is accepted, so that old signatures outlive their certificates. Checked in this order:
/// attributes and content, binding to the certificate, signature, key usage, path to an anchor, revocation of every certificate below it.
pub fn verify_detached(
    cms: &[u8],
    content_sha256: &[u8; 32],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedSignature, VerifyError> {
    let signer = signer::verify(cms, content_sha256)?;
    check_key_usage(&signer.leaf)?;
    let path = path::build(&signer.leaf_der, &signer.others, trust, at)?;
    revocation::check(&path.certificates, &trust.crls, at)?;
    let certificate = CertificateInfo::parse(&signer.leaf_der)
        .map_err(|error| VerifyError::Malformed(error.to_string()))?;
    Ok(VerifiedSignature {
        certificate,
        leaf_der: signer.leaf_der,
        chain: path.certificates,
        signing_time: signer.signing_time,
        algorithm: signer.algorithm,
        anchor_level: path.anchor.level,
        anchor_name: path.anchor.name.clone(),
    })
}

/// The path builder does not look at the key usage of the end entity.
fn check_key_usage(leaf: &Certificate) -> Result<(), VerifyError> {
    match leaf.tbs_certificate.get::<KeyUsage>() {
        Ok(Some((_, usage))) if usage.non_repudiation() => Ok(()),
        _ => Err(VerifyError::WrongKeyUsage),
    }
}

fn parse(der: &[u8]) -> Result<Certificate, VerifyError> {
    Certificate::from_der(der).map_err(|error| VerifyError::Malformed(error.to_string()))
}
