//! Certificate profiles: names, validity, extensions.

use chrono::{DateTime, TimeDelta, Utc};
use rcgen::{
    BasicConstraints, CertificateParams, CrlDistributionPoint, CustomExtension, DistinguishedName,
    DnType, ExtendedKeyUsagePurpose, IsCa, KeyUsagePurpose, SerialNumber,
};

use super::{PilotCaConfig, PilotCaError, access};
use crate::instant;

const UID: [u64; 7] = [0, 9, 2342, 19_200_300, 100, 1, 1];
/// id-kp-documentSigning (RFC 9336).
const DOCUMENT_SIGNING: [u64; 9] = [1, 3, 6, 1, 5, 5, 7, 3, 36];
const EXTENDED_KEY_USAGE: [u64; 4] = [2, 5, 29, 37];
/// DER of a sequence with id-kp-timeStamping (1.3.6.1.5.5.7.3.8) alone.
const TIME_STAMPING_ALONE: [u8; 12] = [0x30, 0x0a, 0x06, 0x08, 43, 6, 1, 5, 5, 7, 3, 8];
/// id-pkix-ocsp-nocheck.
const OCSP_NO_CHECK: [u64; 10] = [1, 3, 6, 1, 5, 5, 7, 48, 1, 5];
const DER_NULL: [u8; 2] = [5, 0];
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
    profile.custom_extensions = vec![access::extension(config, "root")?];
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

/// What every certificate from the issuing authority has in common.
fn end_entity(
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
    profile.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    profile.use_authority_key_identifier_extension = true;
    profile.crl_distribution_points = vec![crl_at(config, "issuing")];
    profile.custom_extensions = vec![access::extension(config, "issuing")?];
    profile.not_before = instant::to_offset(now - BACKDATING)?;
    profile.not_after = instant::to_offset(not_after)?;
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
    let mut profile = end_entity(subject, serial, not_after, config, now)?;
    profile.key_usages.push(KeyUsagePurpose::ContentCommitment);
    profile.extended_key_usages = vec![
        ExtendedKeyUsagePurpose::EmailProtection,
        ExtendedKeyUsagePurpose::Other(DOCUMENT_SIGNING.to_vec()),
    ];
    Ok(profile)
}

/// A certificate for time stamps and nothing else: the purpose is critical (RFC 3161 §2.3).
pub(super) fn time_stamping(
    serial: [u8; 16],
    not_after: DateTime<Utc>,
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    let name = format!("Dấu thời gian thử nghiệm – {}", config.organisation);
    let subject = subject(&config.organisation, None, &name, None);
    let mut profile = end_entity(subject, serial, not_after, config, now)?;
    let mut purpose =
        CustomExtension::from_oid_content(&EXTENDED_KEY_USAGE, TIME_STAMPING_ALONE.to_vec());
    purpose.set_criticality(true);
    profile.custom_extensions.push(purpose);
    Ok(profile)
}

/// A certificate for answering about others (RFC 6960 §4.2.2.2), itself never revoked but short-lived.
pub(super) fn ocsp_responder(
    serial: [u8; 16],
    not_after: DateTime<Utc>,
    config: &PilotCaConfig,
    now: DateTime<Utc>,
) -> Result<CertificateParams, PilotCaError> {
    let name = format!("OCSP thử nghiệm – {}", config.organisation);
    let subject = subject(&config.organisation, None, &name, None);
    let mut profile = end_entity(subject, serial, not_after, config, now)?;
    profile.extended_key_usages = vec![ExtendedKeyUsagePurpose::OcspSigning];
    profile
        .custom_extensions
        .push(CustomExtension::from_oid_content(
            &OCSP_NO_CHECK,
            DER_NULL.to_vec(),
        ));
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
pub(super) fn positive(mut serial: [u8; 16]) -> SerialNumber {
    let [first, ..] = &mut serial;
    *first = (*first & 0x7f) | 0x40;
    SerialNumber::from_slice(&serial)
}

fn crl_at(config: &PilotCaConfig, name: &str) -> CrlDistributionPoint {
    CrlDistributionPoint {
        uris: vec![format!("{}/{name}.crl", config.crl_base_url)],
    }
}
