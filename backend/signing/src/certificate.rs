//! What people need to see of a certificate (chứng thư số).

use chrono::{DateTime, Utc};
use const_oid::db::{rfc4519, rfc5280};
use der::asn1::{
    Any, BmpString, Ia5StringRef, ObjectIdentifier, PrintableStringRef, TeletexStringRef,
    Utf8StringRef,
};
use der::{Decode, Encode as _, Tag, Tagged};
use serde::Serialize;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{AuthorityInfoAccessSyntax, CrlDistributionPoints};
use x509_cert::name::Name;

use crate::instant;

/// The readable parts of an X.509 certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CertificateInfo {
    /// Common name of the holder; empty if the certificate has none.
    pub subject_common_name: String,
    /// Whole distinguished name of the holder in the RFC 4514 form.
    pub subject: String,
    /// Serial number, lower-case hexadecimal without separators.
    pub serial_hex: String,
    /// Common name of the certificate authority.
    pub issuer_common_name: String,
    pub not_before: DateTime<Utc>,
    pub not_after: DateTime<Utc>,
    /// Attribute UID (0.9.2342.19200300.100.1.1), e.g. `CCCD:0790…` for a person, `MST:…` for a body, `ACCOUNT:…` in the pilot.
    pub uid: Option<String>,
    /// SHA-256 of the DER certificate, lower-case hexadecimal.
    pub sha256_hex: String,
}

/// The bytes are not a DER X.509 certificate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an X.509 certificate: {0}")]
pub struct CertificateError(#[from] der::Error);

impl CertificateInfo {
    /// Reads a DER certificate; checks nothing about its trustworthiness.
    pub fn parse(der: &[u8]) -> Result<Self, CertificateError> {
        let certificate = Certificate::from_der(der)?;
        let body = &certificate.tbs_certificate;
        Ok(Self {
            subject_common_name: text(&body.subject, rfc4519::CN).unwrap_or_default(),
            subject: body.subject.to_string(),
            serial_hex: hex::encode(body.serial_number.as_bytes()),
            issuer_common_name: text(&body.issuer, rfc4519::CN).unwrap_or_default(),
            not_before: instant::from_x509(body.validity.not_before),
            not_after: instant::from_x509(body.validity.not_after),
            uid: text(&body.subject, rfc4519::UID),
            sha256_hex: hex::encode(Sha256::digest(der)),
        })
    }
}

/// DER SubjectPublicKeyInfo of a certificate: what tells whose key it is.
pub fn public_key(der: &[u8]) -> Result<Vec<u8>, CertificateError> {
    let certificate = Certificate::from_der(der)?;
    Ok(certificate
        .tbs_certificate
        .subject_public_key_info
        .to_der()?)
}

/// Where the revocation lists for a DER certificate are published (CRL distribution points), `http` and `https` only.
pub fn crl_urls(der: &[u8]) -> Result<Vec<String>, CertificateError> {
    let certificate = Certificate::from_der(der)?;
    let points = certificate.tbs_certificate.get::<CrlDistributionPoints>()?;
    let points = points.into_iter().flat_map(|(_, points)| points.0);
    Ok(points
        .filter_map(|point| point.distribution_point)
        .filter_map(|name| match name {
            DistributionPointName::FullName(names) => Some(names),
            DistributionPointName::NameRelativeToCRLIssuer(_) => None,
        })
        .flatten()
        .filter_map(|name| url(&name))
        .collect())
}

/// Where the status of a DER certificate is asked by OCSP.
pub fn ocsp_urls(der: &[u8]) -> Result<Vec<String>, CertificateError> {
    access(der, rfc5280::ID_AD_OCSP)
}

/// Where the certificate of the issuer of a DER certificate is found.
pub fn issuer_urls(der: &[u8]) -> Result<Vec<String>, CertificateError> {
    access(der, rfc5280::ID_AD_CA_ISSUERS)
}

fn access(der: &[u8], method: ObjectIdentifier) -> Result<Vec<String>, CertificateError> {
    let certificate = Certificate::from_der(der)?;
    let found = certificate
        .tbs_certificate
        .get::<AuthorityInfoAccessSyntax>()?;
    let places = found.into_iter().flat_map(|(_, places)| places.0);
    Ok(places
        .filter(|place| place.access_method == method)
        .filter_map(|place| url(&place.access_location))
        .collect())
}

/// Addresses of other kinds (LDAP directories) are passed over.
fn url(name: &GeneralName) -> Option<String> {
    match name {
        GeneralName::UniformResourceIdentifier(uri) => Some(uri.as_str().to_owned())
            .filter(|uri| uri.starts_with("http://") || uri.starts_with("https://")),
        _ => None,
    }
}

/// First value of an attribute in a distinguished name.
pub(crate) fn text(name: &Name, oid: ObjectIdentifier) -> Option<String> {
    let attribute = name
        .0
        .iter()
        .flat_map(|set| set.0.iter())
        .find(|attribute| attribute.oid == oid)?;
    string(&attribute.value)
}

/// Certificates of public authorities still use every string type of X.520.
fn string(value: &Any) -> Option<String> {
    match value.tag() {
        Tag::Utf8String => value
            .decode_as::<Utf8StringRef<'_>>()
            .ok()
            .map(|text| text.as_str().to_owned()),
        Tag::PrintableString => value
            .decode_as::<PrintableStringRef<'_>>()
            .ok()
            .map(|text| text.as_str().to_owned()),
        Tag::Ia5String => value
            .decode_as::<Ia5StringRef<'_>>()
            .ok()
            .map(|text| text.as_str().to_owned()),
        Tag::TeletexString => value
            .decode_as::<TeletexStringRef<'_>>()
            .ok()
            .map(|text| text.as_str().to_owned()),
        Tag::BmpString => value
            .decode_as::<BmpString>()
            .ok()
            .map(|text| text.to_string()),
        _ => None,
    }
}
