//! Revocation by CRL (danh sách chứng thư số bị thu hồi) of every certificate below the anchor.
//!
//! webpki's own check takes the first list of an issuer and ignores revocation dates. Records are judged years later, with lists of several
//! ages at hand, some out of files that anybody may have written. So here every list must be signed by the issuer, the newest of those still
//! in force at the time judged at decides, and a revocation counts from its date on.

use chrono::{DateTime, Utc};
use der::{Decode, EncodeValue, Header, Reader, SliceReader};
use spki::{AlgorithmIdentifierOwned, SubjectPublicKeyInfoOwned};
use x509_cert::Certificate;
use x509_cert::crl::{CertificateList, RevokedCert};
use x509_cert::ext::pkix::crl::dp::IssuingDistributionPoint;
use x509_cert::ext::pkix::name::{DistributionPointName, GeneralName};
use x509_cert::ext::pkix::{BasicConstraints, CrlDistributionPoints, KeyUsage};

use super::{VerifyError, parse};
use crate::instant;

/// invalidityDate (RFC 5280 §5.3.2).
const INVALIDITY_DATE: der::asn1::ObjectIdentifier = const_oid::db::rfc5912::ID_CE_INVALIDITY_DATE;

/// RFC 5280 §5.2.5; the constant of x509-cert 0.2 is that of another extension.
const ISSUING_DISTRIBUTION_POINT: der::asn1::ObjectIdentifier =
    const_oid::db::rfc5912::ID_CE_ISSUING_DISTRIBUTION_POINT;

struct Crl<'a> {
    list: CertificateList,
    /// The part under the signature, as received.
    signed: &'a [u8],
}

/// `path` is DER, the signer's certificate first, the anchor last. Lists that cannot be read or were not signed by the issuer are ignored.
pub(super) fn check(
    path: &[Vec<u8>],
    crls: &[Vec<u8>],
    at: DateTime<Utc>,
) -> Result<(), VerifyError> {
    let lists: Vec<Crl<'_>> = crls.iter().filter_map(|der| Crl::read(der).ok()).collect();
    let certificates = path
        .iter()
        .map(|der| parse(der))
        .collect::<Result<Vec<_>, _>>()?;
    certificates
        .iter()
        .zip(certificates.iter().skip(1))
        .try_for_each(|(subject, issuer)| check_one(subject, issuer, &lists, at))
}

fn check_one(
    subject: &Certificate,
    issuer: &Certificate,
    lists: &[Crl<'_>],
    at: DateTime<Utc>,
) -> Result<(), VerifyError> {
    let issuer_name = || {
        crate::certificate::text(&issuer.tbs_certificate.subject, const_oid::db::rfc4519::CN)
            .unwrap_or_default()
    };
    let mut newest: Option<(&Crl<'_>, DateTime<Utc>)> = None;
    let mut stale: Option<DateTime<Utc>> = None;
    for list in lists
        .iter()
        .filter(|list| list.speaks_for(subject) && list.is_signed_by(issuer))
    {
        let body = &list.list.tbs_cert_list;
        let Some(next_update) = body.next_update.map(instant::from_x509) else {
            continue;
        };
        let this_update = instant::from_x509(body.this_update);
        if next_update < at {
            stale = stale.max(Some(next_update));
        } else if newest.is_none_or(|(_, known)| this_update > known) {
            newest = Some((list, this_update));
        }
    }
    match (newest, stale) {
        (Some((list, _)), _) => match list.revoked_at(subject) {
            Some(since) if since <= at => Err(VerifyError::Revoked { at: since }),
            _ => Ok(()),
        },
        (None, Some(next_update)) => Err(VerifyError::CrlExpired {
            issuer: issuer_name(),
            next_update,
        }),
        (None, None) => Err(VerifyError::RevocationUnknown {
            issuer: issuer_name(),
        }),
    }
}

impl<'a> Crl<'a> {
    fn read(der: &'a [u8]) -> Result<Self, der::Error> {
        let mut reader = SliceReader::new(der)?;
        Header::decode(&mut reader)?;
        Ok(Self {
            signed: reader.tlv_bytes()?,
            list: CertificateList::from_der(der)?,
        })
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
        let signature = self.list.signature.as_bytes().unwrap_or_default();
        may && self.list.signature_algorithm == self.list.tbs_cert_list.signature
            && is_signed(
                &issuer.tbs_certificate.subject_public_key_info,
                &self.list.signature_algorithm,
                self.signed,
                signature,
            )
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

fn is_signed(
    key: &SubjectPublicKeyInfoOwned,
    algorithm: &AlgorithmIdentifierOwned,
    message: &[u8],
    signature: &[u8],
) -> bool {
    let (Ok(wanted), Ok(key_kind)) = (contents(algorithm), contents(&key.algorithm)) else {
        return false;
    };
    let bits = key.subject_public_key.as_bytes().unwrap_or_default();
    webpki::ALL_VERIFICATION_ALGS
        .iter()
        .filter(|known| {
            known.signature_alg_id().as_ref() == wanted
                && known.public_key_alg_id().as_ref() == key_kind
        })
        .any(|known| known.verify_signature(bits, message, signature).is_ok())
}

/// The inside of the SEQUENCE, the form in which webpki names algorithms.
fn contents(algorithm: &AlgorithmIdentifierOwned) -> Result<Vec<u8>, der::Error> {
    let mut bytes = Vec::new();
    algorithm.encode_value(&mut bytes)?;
    Ok(bytes)
}
