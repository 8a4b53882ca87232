//! Revocation lists (CRL, danh sách chứng thư số bị thu hồi).

use chrono::{DateTime, Utc};
use der::Decode;
use x509_cert::Certificate;
use x509_cert::crl::{CertificateList, RevokedCert};
use x509_cert::ext::pkix::crl::dp::IssuingDistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{BasicConstraints, CrlDistributionPoints, KeyUsage};

use super::{Finding, Kind, Status, outlasts};
use crate::signed::Statement;
use crate::{instant, tlv};

/// Largest list that is read, in bytes.
const MAXIMUM_SIZE: usize = 64 * 1024 * 1024;

/// invalidityDate (RFC 5280 §5.3.2).
const INVALIDITY_DATE: der::asn1::ObjectIdentifier = const_oid::db::rfc5912::ID_CE_INVALIDITY_DATE;

/// RFC 5280 §5.2.5; the constant of x509-cert 0.2 is that of another extension.
const ISSUING_DISTRIBUTION_POINT: der::asn1::ObjectIdentifier =
    const_oid::db::rfc5912::ID_CE_ISSUING_DISTRIBUTION_POINT;

/// expiredCertsOnCRL (X.509 §9.5.2.8): since when expired certificates stay on the list.
pub(crate) const EXPIRED_CERTS_ON_CRL: der::asn1::ObjectIdentifier =
    der::asn1::ObjectIdentifier::new_unwrap("2.5.29.60");

pub(super) struct Crl<'a> {
    list: CertificateList,
    statement: Statement<'a>,
}

impl<'a> Crl<'a> {
    pub(super) fn read(der: &'a [u8]) -> Option<Self> {
        tlv::check(der, MAXIMUM_SIZE).ok()?;
        Some(Self {
            statement: Statement::read(der).ok()?,
            list: CertificateList::from_der(der).ok()?,
        })
    }

    /// What the list says of a certificate, if it is the issuer's, has a nextUpdate and speaks for the certificate.
    pub(super) fn finding(&self, subject: &Certificate, issuer: &Certificate) -> Option<Finding> {
        let body = &self.list.tbs_cert_list;
        let next_update = body.next_update.map(instant::from_x509)?;
        if !self.speaks_for(subject) || !self.is_signed_by(issuer) {
            return None;
        }
        let this_update = instant::from_x509(body.this_update);
        let revoked = self.revoked_at(subject);
        let expired = instant::from_x509(subject.tbs_certificate.validity.not_after);
        if revoked.is_none() && !outlasts(self.keeps_since(), expired, this_update) {
            return None;
        }
        Some(Finding {
            kind: Kind::Crl,
            this_update,
            next_update,
            status: revoked.map_or(Status::Good, Status::Revoked),
        })
    }

    fn keeps_since(&self) -> Option<DateTime<Utc>> {
        let mut extensions = self.list.tbs_cert_list.crl_extensions.iter().flatten();
        let found = extensions.find(|extension| extension.extn_id == EXPIRED_CERTS_ON_CRL)?;
        let since = der::asn1::GeneralizedTime::from_der(found.extn_value.as_bytes()).ok()?;
        Some(instant::from_epoch(since.to_unix_duration()))
    }

    /// Whether the list is a full one of the certificate's issuer and its scope includes the certificate.
    fn speaks_for(&self, subject: &Certificate) -> bool {
        let body = &self.list.tbs_cert_list;
        body.issuer == subject.tbs_certificate.issuer
            && body.crl_extensions.iter().flatten().all(|extension| {
                if extension.extn_id == ISSUING_DISTRIBUTION_POINT {
                    IssuingDistributionPoint::from_der(extension.extn_value.as_bytes())
                        .is_ok_and(|scope| includes(&scope, subject))
                } else {
                    // Among the unknown critical ones: a delta list says nothing by itself.
                    !extension.critical
                }
            })
    }

    fn is_signed_by(&self, issuer: &Certificate) -> bool {
        let may = match issuer.tbs_certificate.get::<KeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.crl_sign(),
            Err(_) => false,
        };
        may && *self.statement.algorithm() == self.list.tbs_cert_list.signature
            && self
                .statement
                .is_signed_by(&issuer.tbs_certificate.subject_public_key_info)
    }

    fn revoked_at(&self, subject: &Certificate) -> Option<DateTime<Utc>> {
        let serial = &subject.tbs_certificate.serial_number;
        let entries = self
            .list
            .tbs_cert_list
            .revoked_certificates
            .iter()
            .flatten();
        entries
            .filter(|entry| entry.serial_number == *serial)
            .map(since)
            .min()
    }
}

/// The earlier of revocation and, if given, the date from which the key was no longer to be trusted.
fn since(entry: &RevokedCert) -> DateTime<Utc> {
    let revoked = instant::from_x509(entry.revocation_date);
    let extension = entry
        .crl_entry_extensions
        .iter()
        .flatten()
        .find(|extension| extension.extn_id == INVALIDITY_DATE);
    let invalid = extension.and_then(|extension| {
        der::asn1::GeneralizedTime::from_der(extension.extn_value.as_bytes()).ok()
    });
    invalid.map_or(revoked, |time| {
        revoked.min(instant::from_epoch(time.to_unix_duration()))
    })
}

fn includes(scope: &IssuingDistributionPoint, subject: &Certificate) -> bool {
    let is_ca = matches!(subject.tbs_certificate.get::<BasicConstraints>(), Ok(Some((_, constraints))) if constraints.ca);
    let excluded = scope.indirect_crl
        || scope.only_contains_attribute_certs
        || scope.only_some_reasons.is_some()
        || (scope.only_contains_user_certs && is_ca)
        || (scope.only_contains_ca_certs && !is_ca);
    !excluded
        && scope
            .distribution_point
            .as_ref()
            .is_none_or(|point| names_point(point, subject))
}

/// A list that is one of several parts counts only for certificates that point to it.
fn names_point(point: &DistributionPointName, subject: &Certificate) -> bool {
    let Ok(Some((_, points))) = subject.tbs_certificate.get::<CrlDistributionPoints>() else {
        return false;
    };
    let wanted = uris(point);
    points
        .0
        .iter()
        .filter_map(|own| own.distribution_point.as_ref())
        .flat_map(uris)
        .any(|uri| wanted.contains(&uri))
}

fn uris(point: &DistributionPointName) -> Vec<&str> {
    let DistributionPointName::FullName(names) = point else {
        return Vec::new();
    };
    names
        .iter()
        .filter_map(|name| {
            if let GeneralName::UniformResourceIdentifier(uri) = name {
                Some(uri.as_str())
            } else {
                None
            }
        })
        .collect()
}
