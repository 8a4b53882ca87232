//! ESS signing-certificate and -v2 (RFC 5035): the signed attribute that ties a signature to one certificate.

use aws_lc_rs::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};
use der::Sequence;
use der::asn1::{Any, OctetString};
use sha2::{Digest, Sha256};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::ext::pkix::name::{GeneralName, GeneralNames};
use x509_cert::serial_number::SerialNumber;

use crate::algorithm::DigestAlgorithm;

/// `SigningCertificateV2`; the first entry names the signer's certificate.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(crate) struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct EssCertIdV2 {
    /// DEFAULT sha256, which DER leaves out.
    #[asn1(optional = "true")]
    hash_algorithm: Option<AlgorithmIdentifierOwned>,
    cert_hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<IssuerSerial>,
}

#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct IssuerSerial {
    issuer: GeneralNames,
    serial_number: SerialNumber,
}

/// `SigningCertificate`, the older form, whose hash is always SHA-1. Time-stamp authorities still write it. It is enough there: the hash
/// only picks one among certificates that a trusted authority issued for the very key that signed, and nobody can make a second one of these
/// with a given SHA-1.
#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
pub(crate) struct SigningCertificate {
    certs: Vec<EssCertId>,
    #[asn1(optional = "true")]
    policies: Option<Any>,
}

#[derive(Clone, Debug, PartialEq, Eq, Sequence)]
struct EssCertId {
    cert_hash: OctetString,
    #[asn1(optional = "true")]
    issuer_serial: Option<IssuerSerial>,
}

impl SigningCertificate {
    /// As [`SigningCertificateV2::binds`].
    pub(crate) fn binds(&self, leaf_der: &[u8], leaf: &Certificate) -> Binding {
        let same = self.certs.first().is_some_and(|entry| {
            let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, leaf_der);
            entry.cert_hash.as_bytes() == hash.as_ref()
                && entry
                    .issuer_serial
                    .as_ref()
                    .is_none_or(|named| named.is(leaf))
        });
        if same { Binding::Same } else { Binding::Other }
    }
}

/// Outcome of comparing the attribute with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Binding {
    Same,
    Other,
    UnsupportedHash(der::asn1::ObjectIdentifier),
}

impl SigningCertificateV2 {
    pub(crate) fn of(leaf_der: &[u8]) -> Result<Self, der::Error> {
        let cert_hash = OctetString::new(Sha256::digest(leaf_der).to_vec())?;
        Ok(Self {
            certs: vec![EssCertIdV2 {
                hash_algorithm: None,
                cert_hash,
                issuer_serial: None,
            }],
            policies: None,
        })
    }

    /// Whether the first entry names exactly this certificate; the hash is compared as a whole, issuer and serial if they are given.
    pub(crate) fn binds(&self, leaf_der: &[u8], leaf: &Certificate) -> Binding {
        let Some(entry) = self.certs.first() else {
            return Binding::Other;
        };
        let expected = match &entry.hash_algorithm {
            None => Sha256::digest(leaf_der).to_vec(),
            Some(named) => match DigestAlgorithm::of_identifier(named.oid) {
                Some(known) => known.digest(leaf_der),
                None => return Binding::UnsupportedHash(named.oid),
            },
        };
        let names_it = entry
            .issuer_serial
            .as_ref()
            .is_none_or(|named| named.is(leaf));
        if entry.cert_hash.as_bytes() == expected && names_it {
            Binding::Same
        } else {
            Binding::Other
        }
    }
}

impl IssuerSerial {
    fn is(&self, leaf: &Certificate) -> bool {
        let body = &leaf.tbs_certificate;
        let issuer = self
            .issuer
            .iter()
            .any(|name| matches!(name, GeneralName::DirectoryName(name) if *name == body.issuer));
        issuer && self.serial_number == body.serial_number
    }
}
