//! Certificate profiles: names, validity, extensions.

use chrono::{DateTime, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, CrlDistributionPoint, DistinguishedName, DnType,
    ExtendedKeyUsagePurpose, IsCa, KeyUsagePurpose, SerialNumber,
};

use super::{PilotCaConfig, PilotCaError};
use crate::instant;

const UID: [u64; 7] = [0, 9, 2342, 19_200_300, 100, 1, 1];
/// id-kp-documentSigning (RFC 9336).
const DOCUMENT_SIGNING: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 36];
const ROOT_DAYS: i64 = 20 * 365;
const ISSUING_DAYS: i64 = 10 * 365;
/// Clocks of other machines may be a little behind.
const BACKDATING: TimeDelta = TimeDelta::minutes(5);

pub(super) fn root(
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    authority(
        &format!("CA gốc thử nghiệm – {}", config.organisation),
        1,
        ROOT_DAYS,
        config,
        now,
    )
}

pub(super) fn issuing(
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    let name = format!("CA cấp chứng thư thử nghiệm – {}", config.organisation);
    let mut profile = authority(&name, 0, ISSUING_DAYS, config, now)?;
    profile.use_authority_key_identifier_extension = true;
    profile.crl_distribution_points = vec![crl_at(config, "root")];
    Ok(profile)
}

fn authority(
    name: &str,
    below: u8,
    days: i64,
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    let mut profile = CertificateParams::default();
    profile.distinguished_name = subject(&config.organisation, None, name, None);
    profile.is_ca = IsCa::Ca(BasicConstraints::Constrained(below));
    profile.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    profile.not_before = instant::to_offset(now - BACKDATING)?;
    profile.not_after = instant::to_offset(now + TimeDelta::days(days))?;
    Ok(profile)
}

/// A certificate that may sign documents: keyUsage digitalSignature and nonRepudiation.
pub(super) fn signer(
    subject: DistinguishedName,
    serial: [u8; 16],
    not_after: DateTime<Utc>,
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    let mut profile = CertificateParams::default();
    profile.distinguished_name = subject;
    profile.serial_number = Some(positive(serial));
    profile.is_ca = IsCa::ExplicitNoCa;
    profile.key_usages = vec![
        KeyUsagePurpose::DigitalSignature,
        KeyUsagePurpose::ContentCommitment,
    ];
    profile.extended_key_usages = vec![
        ExtendedKeyUsagePurpose::EmailProtection,
        ExtendedKeyUsagePurpose::Other(DOCUMENT_SIGNING.to_vec()),
    ];
    profile.use_authority_key_identifier_extension = true;
    profile.crl_distribution_points = vec![crl_at(config, "issuing")];
    profile.not_before = instant::to_offset(now - BACKDATING)?;
    profile.not_after = instant::to_offset(not_after)?;
    Ok(profile)
}

pub(super) fn subject(
    organisation: &str,
    unit: Option<&str>,
    common_name: &str,
    uid: Option<&str>,
) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CountryName, "VN");
    name.push(DnType::OrganizationName, organisation);
    if let Some(unit) = unit {
        name.push(DnType::OrganizationalUnitName, unit);
    }
    name.push(DnType::CommonName, common_name);
    if let Some(uid) = uid {
        name.push(DnType::CustomDnType(UID.to_vec()), uid);
    }
    name
}

/// A DER INTEGER of exactly 16 bytes: positive, and without a leading zero that some would drop.
fn positive(mut serial: [u8; 16]) -> SerialNumber {
    let [first, ..] = &mut serial;
    *first = (*first & 0x7f) | 0x40;
    SerialNumber::from_slice(&serial)
}

fn crl_at(config: &PilotCaConfig, name: &str) -> CrlDistributionPoint {
    CrlDistributionPoint {
        uris: vec![format!("{}/{name}.crl", config.crl_base_url)],
    }
}
