//! ESS signing-certificate-v2 (RFC 5035): the signed attribute that ties a signature to one certificate.

use const_oid::db::rfc5912;
use der::Sequence;
use der::asn1::{Any, OctetString};
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::AlgorithmIdentifierOwned;
use x509_cert::Certificate;
use x509_cert::ext::pkix::name::{GeneralName, GeneralNames};
use x509_cert::serial_number::SerialNumber;

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
        let expected = match entry
            .hash_algorithm
            .as_ref()
            .map_or(rfc5912::ID_SHA_256, |algorithm| algorithm.oid)
        {
            rfc5912::ID_SHA_256 => Sha256::digest(leaf_der).to_vec(),
            rfc5912::ID_SHA_384 => Sha384::digest(leaf_der).to_vec(),
            rfc5912::ID_SHA_512 => Sha512::digest(leaf_der).to_vec(),
            other => return Binding::UnsupportedHash(other),
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
