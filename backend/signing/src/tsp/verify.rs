//! Judging a time stamp.

use chrono::{DateTime, Utc};
use const_oid::db::rfc5912;
use x509_cert::Certificate;
use x509_cert::ext::pkix::{ExtendedKeyUsage, KeyUsage};

use super::TspError;
use super::info::{Info, TST_INFO};
use crate::certificate::CertificateInfo;
use crate::trust::{AnchorLevel, TrustStore};
use crate::verify::{Content, Evidence, Purpose, path, revocation, signer};

/// A time stamp that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifiedTimestamp {
    /// The time its authority vouches for.
    pub at: DateTime<Utc>,
    /// The authority's certificate.
    pub certificate: CertificateInfo,
    /// DER certificates from the authority's to the anchor, both included.
    pub chain: Vec<Vec<u8>>,
    /// Object identifier of the policy it was given under.
    pub policy: String,
    /// Serial number of the time stamp, lower-case hexadecimal.
    pub serial_hex: String,
    pub anchor_level: AnchorLevel,
    pub anchor_name: String,
}

/// Verifies an RFC 3161 token over what has the SHA-256 `imprint`.
///
/// The authority's certificate must be for time stamps alone (sole and critical extended key usage) and be named by the token (ESS). Its
/// chain and revocation are judged at `at`: now, or the time of a later time stamp that covers this one.
///
/// # Errors
/// The first reason against it.
pub fn verify(
    token: &[u8],
    imprint: &[u8; 32],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedTimestamp, TspError> {
    judge(token, |info| info.covers(imprint), trust, at)
}

/// As [`verify`] over octets at hand, whatever accepted hash the token has of them.
///
/// # Errors
/// The first reason against it.
pub fn verify_octets(
    token: &[u8],
    octets: &[u8],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedTimestamp, TspError> {
    judge(token, |info| info.covers_octets(octets), trust, at)
}

fn judge(
    token: &[u8],
    covers: impl FnOnce(&Info) -> Result<(), TspError>,
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<VerifiedTimestamp, TspError> {
    let signer = signer::verify(token, &Content::Inside(TST_INFO))?;
    let info = Info::read(&signer.content)?;
    covers(&info)?;
    check_usage(&signer.leaf)?;
    let stamped = info.at()?;
    let path = path::build(
        &signer.leaf_der,
        &signer.others,
        trust,
        at,
        Purpose::TimeStamping,
    )?;
    let certificate = CertificateInfo::parse(&signer.leaf_der)
        .map_err(|error| TspError::Malformed(error.to_string()))?;
    if stamped < certificate.not_before || stamped > certificate.not_after {
        return Err(TspError::OutsideCertificate { at: stamped });
    }
    let evidence = Evidence::of(trust).and(&signer.crls, &signer.ocsps);
    revocation::check(&path.certificates, &evidence, at)?;
    Ok(VerifiedTimestamp {
        at: stamped,
        certificate,
        chain: path.certificates,
        policy: info.policy.to_string(),
        serial_hex: hex::encode(info.serial_number.as_bytes()),
        anchor_level: path.anchor.level,
        anchor_name: path.anchor.name.clone(),
    })
}

/// RFC 3161 §2.3: timeStamping alone, critical; the key may do nothing but sign.
pub(super) fn check_usage(leaf: &Certificate) -> Result<(), TspError> {
    let body = &leaf.tbs_certificate;
    let purpose = matches!(body.get::<ExtendedKeyUsage>(), Ok(Some((true, purposes)))
        if purposes.0.as_slice() == [rfc5912::ID_KP_TIME_STAMPING]);
    let signs = match body.get::<KeyUsage>() {
        Ok(None) => true,
        Ok(Some((_, usage))) => usage.digital_signature() || usage.non_repudiation(),
        Err(_) => false,
    };
    if purpose && signs {
        Ok(())
    } else {
        Err(TspError::WrongUsage)
    }
}
