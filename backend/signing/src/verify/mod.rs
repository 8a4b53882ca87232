//! Judging a detached CMS signature.

mod anchor;
mod certificates;
mod content;
mod error;
pub(crate) mod path;
pub(crate) mod revocation;
pub(crate) mod signer;
mod time_stamp;

use chrono::{DateTime, Utc};
use der::Decode;
use der::asn1::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::ext::pkix::KeyUsage;

use crate::algorithm::AcceptedAlgorithm;
use crate::certificate::CertificateInfo;
use crate::cms::ReadError;
use crate::trust::{AnchorLevel, TrustStore};
use crate::tsp::VerifiedTimestamp;
pub use anchor::{Anchored, anchor_of};
pub(crate) use content::Content;
pub use error::VerifyError;
pub(crate) use path::Purpose;
pub(crate) use revocation::{EXPIRED_CERTS_ON_CRL, Evidence};
use signer::Signer;

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
    pub algorithm: AcceptedAlgorithm,
    pub anchor_level: AnchorLevel,
    pub anchor_name: String,
    /// The earliest time stamp on the signature: it existed by then.
    pub time_stamp: Option<VerifiedTimestamp>,
    /// The time at which certificate and revocation were judged: that of the time stamp, or the one asked for.
    pub judged_at: DateTime<Utc>,
}

/// Verifies a CMS (DER or BER) with exactly one signer over content of the given SHA-256, which may also be inside. A signature that hashes
/// the content with another function needs [`verify_content`].
///
/// Certificates are judged at `at`: use the time at which the server received the signature, or now; never the signer's own claim. If the
/// signature has a time stamp, its authority is judged at `at` and the signer at the time stamped. A certificate that was revoked only
/// after the time it is judged at is accepted, so that old signatures outlive their certificates. Checked in this order: attributes and
/// content, binding to the certificate, signature, key usage, time stamps, path to an anchor, revocation of every certificate below it.
///
/// # Errors
/// The first reason against it.
pub fn verify_detached(
    cms: &[u8],
    content_sha256: &[u8; 32],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedSignature, VerifyError> {
    judge(
        signer::verify(cms, &Content::Sha256(content_sha256))?,
        trust,
        at,
    )
}

/// As [`verify_detached`], over the content itself, hashed with the function the CMS names (SHA-256, SHA-384 or SHA-512).
///
/// # Errors
/// The first reason against it.
pub fn verify_content(
    cms: &[u8],
    content: &[u8],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedSignature, VerifyError> {
    judge(signer::verify(cms, &Content::Whole(content))?, trust, at)
}

fn judge(
    signer: Signer,
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedSignature, VerifyError> {
    check_key_usage(&signer.leaf)?;
    let time_stamp = time_stamp::check(&signer, trust, at)?;
    let judged_at = time_stamp.as_ref().map_or(at, |stamp| stamp.at);
    let path = path::build(
        &signer.leaf_der,
        &signer.others,
        trust,
        judged_at,
        Purpose::Signing,
    )?;
    let evidence = Evidence::of(trust).and(&signer.crls, &signer.ocsps);
    revocation::check(&path.certificates, &evidence, judged_at)?;
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
        time_stamp,
        judged_at,
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
    Certificate::from_der(der).map_err(malformed)
}

fn malformed(error: der::Error) -> VerifyError {
    VerifyError::Malformed(error.to_string())
}

fn unsupported(oid: ObjectIdentifier) -> VerifyError {
    VerifyError::UnsupportedAlgorithm {
        oid: oid.to_string(),
    }
}

impl From<ReadError> for VerifyError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::TooLarge => Self::TooLarge,
            ReadError::Malformed(reason) => Self::Malformed(reason),
        }
    }
}
