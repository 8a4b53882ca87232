//! The built-in certificate authority of a pilot (cơ quan chứng thực thử nghiệm): a root, an issuing authority, their CRLs.
//!
//! Its signatures are real and anybody can check them, but they have no legal value: every subject says "thử nghiệm" and verifiers
//! report [`crate::trust::AnchorLevel::Pilot`].

mod access;
mod csr;
mod error;
mod files;
mod issue;
mod key;
mod ocsp;
mod profile;
mod renew;
mod revocation;
mod store;
mod succeed;

use chrono::{DateTime, Utc};
use rcgen::{CertificateParams, Issuer, PublicKeyData as _, SubjectPublicKeyInfo};
use rustls_pki_types::CertificateDer;

use crate::certificate::CertificateInfo;
use crate::signer::Signer;
use crate::software_key::SoftwareKey;
use crate::trust::{Anchor, AnchorLevel, TrustStore};
pub use error::PilotCaError;
pub use files::{generations, write_once};
pub use issue::PersonSubject;
use key::AuthorityKey;
pub use key::AuthorityKeys;
pub use ocsp::{OCSP_VALIDITY_HOURS, OcspResponder};
pub use revocation::{CRL_VALIDITY_DAYS, RevocationReason, RevokedCertificate};

/// What is not in the authority's own files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PilotCaConfig {
    /// Name of the body that runs the pilot; becomes the organisation of every subject.
    pub organisation: String,
    /// Where CRLs, certificates and OCSP answers are served, without a trailing slash; certificates point to `{crl_base_url}/root.crl`,
    /// `issuing.crl`, `root.cer`, `issuing.cer` and `ocsp` there.
    pub crl_base_url: String,
}

/// A pilot authority with both of its keys.
#[derive(Debug)]
pub struct PilotCa {
    config: PilotCaConfig,
    root: Authority,
    issuing: Authority,
}

#[derive(Debug)]
struct Authority {
    der: Vec<u8>,
    /// Earlier certificates for the same name and key, oldest first.
    former: Vec<Vec<u8>>,
    issuer: Issuer<'static, AuthorityKey>,
}

impl Authority {
    fn new(der: Vec<u8>, former: Vec<Vec<u8>>, key: AuthorityKey) -> Result<Self, PilotCaError> {
        let issuer = Issuer::from_ca_cert_der(&CertificateDer::from(der.as_slice()), key)?;
        Ok(Self {
            der,
            former,
            issuer,
        })
    }

    /// Its first certificate: since when it speaks.
    fn first(&self) -> &[u8] {
        self.former.first().unwrap_or(&self.der)
    }

    /// All of its certificates, oldest first.
    fn all(&self) -> impl Iterator<Item = &Vec<u8>> {
        self.former.iter().chain([&self.der])
    }

    fn sign(
        &self,
        profile: &CertificateParams,
        public_key: &[u8],
    ) -> Result<Vec<u8>, PilotCaError> {
        let key = SubjectPublicKeyInfo::from_der(public_key)?;
        let certificate = profile
            .signed_by(&key, &self.issuer)
            .map_err(|error| self.issuer.key().explain(error))?;
        Ok(certificate.der().to_vec())
    }
}

/// The key given, or a new RSA-3072 key.
fn key_or_new(given: Option<Box<dyn Signer>>) -> Result<AuthorityKey, PilotCaError> {
    match given {
        Some(key) => AuthorityKey::elsewhere(key),
        None => AuthorityKey::here(SoftwareKey::generate_rsa_3072()?),
    }
}

impl PilotCa {
    /// Makes both RSA-3072 keys and certificates: the root for 20 years, the issuing authority for 10, both from `now`.
    pub fn create(config: PilotCaConfig, now: DateTime<Utc>) -> Result<Self, PilotCaError> {
        Self::create_with(config, now, AuthorityKeys::default())
    }

    /// As [`PilotCa::create`], for keys that live elsewhere; those not given are made.
    pub fn create_with(
        config: PilotCaConfig,
        now: DateTime<Utc>,
        keys: AuthorityKeys,
    ) -> Result<Self, PilotCaError> {
        let root_key = key_or_new(keys.root)?;
        let root_der = profile::root(&config, now)?
            .self_signed(&root_key)
            .map_err(|error| root_key.explain(error))?
            .der()
            .to_vec();
        let root = Authority::new(root_der, Vec::new(), root_key)?;
        let issuing_key = key_or_new(keys.issuing)?;
        let public = issuing_key.subject_public_key_info();
        let issuing_der = root.sign(&profile::issuing(&config, now)?, &public)?;
        let issuing = Authority::new(issuing_der, Vec::new(), issuing_key)?;
        Ok(Self {
            config,
            root,
            issuing,
        })
    }

    /// DER certificate of the root, the trust anchor.
    pub fn root_der(&self) -> &[u8] {
        &self.root.der
    }

    /// DER certificate of the issuing authority.
    pub fn issuing_der(&self) -> &[u8] {
        &self.issuing.der
    }

    /// The chain to put into a CMS for a certificate issued here: leaf, issuing authority, root.
    pub fn chain(&self, leaf_der: &[u8]) -> Vec<Vec<u8>> {
        vec![
            leaf_der.to_vec(),
            self.issuing.der.clone(),
            self.root.der.clone(),
        ]
    }

    /// DER certificates of the root, the newest first: name and key are the same, so whoever knows one knows them all, but some programs hold
    /// an anchor's own validity against what is judged as of earlier or later.
    pub fn roots(&self) -> Vec<&[u8]> {
        let mut roots: Vec<&[u8]> = self.root.all().map(Vec::as_slice).collect();
        roots.reverse();
        roots
    }

    /// A trust store with this authority alone.
    pub fn trust_store(&self, crls: [Vec<u8>; 2]) -> Result<TrustStore, PilotCaError> {
        let name = CertificateInfo::parse(&self.root.der)?.subject_common_name;
        let anchors = self.roots().into_iter().map(|root| Anchor {
            der: root.to_vec(),
            level: AnchorLevel::Pilot,
            name: name.clone(),
        });
        Ok(TrustStore {
            anchors: anchors.collect(),
            // The earlier ones, too: what was signed under them is judged as of then.
            intermediates: self.issuing.all().cloned().collect(),
            crls: crls.into(),
            ..TrustStore::default()
        })
    }

    fn sign(
        &self,
        profile: &CertificateParams,
        public_key: &[u8],
    ) -> Result<Vec<u8>, PilotCaError> {
        self.issuing.sign(profile, public_key)
    }
}
