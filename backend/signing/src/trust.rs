//! Which certificate authorities are trusted, and how much their signatures are worth.

use const_oid::db::rfc4519;
use der::Decode;
use rustls_pki_types::pem::{PemObject, SectionKind};
use serde::{Deserialize, Serialize};
use x509_cert::Certificate;
use x509_cert::crl::CertificateList;

use crate::certificate::text;

/// Legal standing of the signatures under an anchor (Luật Giao dịch điện tử 20/2023/QH15), in rising order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AnchorLevel {
    /// Chữ ký thử nghiệm: the built-in authority, without legal value.
    Pilot,
    /// Chữ ký số công cộng: a licensed public authority.
    Public,
    /// Chữ ký số chuyên dùng công vụ: the authority of Ban Cơ yếu Chính phủ.
    Official,
}

/// A root certificate that chains may end in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    pub der: Vec<u8>,
    pub level: AnchorLevel,
    /// Common name of the authority.
    pub name: String,
}

/// Everything a verifier may rely on, and what it insists on. Intermediates, CRLs and OCSP responses need no trust of their own: their
/// signatures are checked up to an anchor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TrustStore {
    pub anchors: Vec<Anchor>,
    /// DER certificates that may complete a chain.
    pub intermediates: Vec<Vec<u8>>,
    /// DER revocation lists; of all that is usable, lists and OCSP, the newest is taken.
    pub crls: Vec<Vec<u8>>,
    /// DER OCSPResponses.
    pub ocsps: Vec<Vec<u8>>,
    /// The least that the anchor of a signature must be worth, and that of its time stamp, whose word moves the time judged at.
    pub minimum_level: Option<AnchorLevel>,
    /// Whether a signature without a time stamp is refused.
    pub time_stamp_required: bool,
}

/// Why a PEM file cannot be added.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    #[error("not PEM: {0}")]
    Pem(rustls_pki_types::pem::Error),
    #[error("PEM block {index} is neither a certificate nor a CRL: {source}")]
    Malformed { index: usize, source: der::Error },
    #[error("the file holds no certificate and no CRL")]
    Empty,
}

impl TrustStore {
    /// Adds every block of a PEM file: self-issued certificates as anchors of `level`, other certificates as intermediates, CRLs as CRLs.
    /// Other kinds of block are passed over. Returns how many were added; on error nothing is.
    pub fn add_pem(&mut self, pem: &str, level: AnchorLevel) -> Result<usize, TrustError> {
        let mut added = Self::default();
        for (index, section) in <(SectionKind, Vec<u8>)>::pem_slice_iter(pem.as_bytes()).enumerate()
        {
            let (kind, der) = section.map_err(TrustError::Pem)?;
            let malformed = |source| TrustError::Malformed {
                index: index + 1,
                source,
            };
            match kind {
                SectionKind::Certificate => {
                    let body = Certificate::from_der(&der)
                        .map_err(malformed)?
                        .tbs_certificate;
                    if body.subject == body.issuer {
                        let name = text(&body.subject, rfc4519::CN)
                            .unwrap_or_else(|| body.subject.to_string());
                        added.anchors.push(Anchor { der, level, name });
                    } else {
                        added.intermediates.push(der);
                    }
                }
                SectionKind::Crl => {
                    CertificateList::from_der(&der).map_err(malformed)?;
                    added.crls.push(der);
                }
                _ => {}
            }
        }
        let count = added.anchors.len() + added.intermediates.len() + added.crls.len();
        if count == 0 {
            return Err(TrustError::Empty);
        }
        self.anchors.append(&mut added.anchors);
        self.intermediates.append(&mut added.intermediates);
        self.crls.append(&mut added.crls);
        Ok(count)
    }
}
