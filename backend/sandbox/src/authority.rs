//! A throw-away certificate authority that plays a public one ("CA công cộng thử") and publishes its revocation lists.

use std::io;
use std::sync::Mutex;

use actix_web::web::{Data, Path, ServiceConfig};
use actix_web::{HttpResponse, web};
use congvu_signing::pilot_ca::{
    PersonSubject, PilotCa, PilotCaConfig, PilotCaError, RevocationReason, RevokedCertificate,
};
use congvu_signing::software_key::{KeyError, SoftwareKey};
use congvu_signing::trust::TrustStore;
use congvu_signing::tsp::{Tsa, TspError};

use crate::clock::Clock;
use crate::identity::{Identity, IdentityError};
use crate::{locked, random};

/// Certificates issued here are valid for a year (calendar days).
const VALIDITY_DAYS: u32 = 365;
/// Policy of time stamps: experimental (RFC 1155), under no authority.
const POLICY: &str = "1.3.6.1.3.3161";

/// An authority whose keys live as long as the process.
pub struct Authority {
    ca: PilotCa,
    clock: Clock,
    revoked: Mutex<Vec<RevokedCertificate>>,
}

/// An identity and its key in plain.
pub struct WithKey {
    pub identity: Identity,
    pub key_pem: String,
}

/// Why no certificate was issued.
#[derive(Debug, thiserror::Error)]
pub enum AuthorityError {
    #[error(transparent)]
    Authority(#[from] PilotCaError),
    #[error(transparent)]
    Key(#[from] KeyError),
    #[error(transparent)]
    Identity(#[from] IdentityError),
    #[error(transparent)]
    TimeStamps(#[from] TspError),
    #[error(transparent)]
    Random(#[from] io::Error),
}

impl Authority {
    /// Makes both keys. Certificates point to `{crl_base_url}/root.crl` and `{crl_base_url}/issuing.crl`.
    ///
    /// # Errors
    /// The keys cannot be made.
    pub fn create(
        organisation: &str,
        crl_base_url: &str,
        clock: Clock,
    ) -> Result<Self, AuthorityError> {
        let config = PilotCaConfig {
            organisation: organisation.to_owned(),
            crl_base_url: crl_base_url.to_owned(),
        };
        Ok(Self {
            ca: PilotCa::create(config, clock.now())?,
            clock,
            revoked: Mutex::default(),
        })
    }

    /// DER of the root, to be configured as a trust anchor.
    pub fn root_der(&self) -> &[u8] {
        self.ca.root_der()
    }

    /// DER of the authority below the root: agents and tokens often give the signer's certificate alone.
    pub fn issuing_der(&self) -> &[u8] {
        self.ca.issuing_der()
    }

    /// Makes an RSA-2048 key and a certificate for somebody; `uid` e.g. `CCCD:079…`.
    ///
    /// # Errors
    /// The key or certificate cannot be made.
    pub fn issue(&self, common_name: &str, uid: &str) -> Result<Identity, AuthorityError> {
        self.certify(&SoftwareKey::generate_rsa()?, common_name, uid)
    }

    /// Like [`Authority::issue`], with the key as unencrypted PKCS#8 PEM besides, to be put into a file or token.
    ///
    /// # Errors
    /// The key or certificate cannot be made.
    pub fn issue_with_key(&self, common_name: &str, uid: &str) -> Result<WithKey, AuthorityError> {
        let key = SoftwareKey::generate_rsa()?;
        Ok(WithKey {
            identity: self.certify(&key, common_name, uid)?,
            key_pem: key.to_pkcs8_pem(),
        })
    }

    /// Like [`Authority::issue`] with a P-256 key.
    ///
    /// # Errors
    /// The key or certificate cannot be made.
    pub fn issue_p256(&self, common_name: &str, uid: &str) -> Result<Identity, AuthorityError> {
        self.certify(&SoftwareKey::generate_p256()?, common_name, uid)
    }

    fn certify(
        &self,
        key: &SoftwareKey,
        common_name: &str,
        uid: &str,
    ) -> Result<Identity, AuthorityError> {
        let subject = PersonSubject {
            common_name: common_name.to_owned(),
            unit: None,
            uid: uid.to_owned(),
        };
        let leaf = self.ca.issue_person(
            &key.csr(common_name)?,
            &subject,
            random::bytes()?,
            self.clock.now(),
            VALIDITY_DAYS,
        )?;
        Ok(Identity::new(&key.to_pkcs8_pem(), self.ca.chain(&leaf))?)
    }

    /// Makes a key and a certificate for stamping time.
    ///
    /// # Errors
    /// The key or certificate cannot be made.
    pub fn time_stamps(&self) -> Result<Tsa, AuthorityError> {
        let key = SoftwareKey::generate_rsa()?;
        let leaf = self
            .ca
            .issue_tsa(&key.public_key(), random::bytes()?, self.clock.now())?;
        Ok(Tsa::new(Box::new(key), self.ca.chain(&leaf), POLICY)?)
    }

    /// Revokes a certificate from now on.
    pub fn revoke(&self, identity: &Identity) {
        locked(&self.revoked).push(RevokedCertificate {
            serial_hex: identity.info.serial_hex.clone(),
            at: self.clock.now(),
            reason: RevocationReason::KeyCompromise,
        });
    }

    /// The revocation lists of the root and of the issuing authority, as of now.
    ///
    /// # Errors
    /// They cannot be signed.
    pub fn crls(&self) -> Result<[Vec<u8>; 2], PilotCaError> {
        let now = self.clock.now();
        let number = u64::try_from(now.timestamp()).unwrap_or_default();
        self.ca.crls(&locked(&self.revoked), number, now)
    }

    /// Trusts this authority alone, with its lists of now.
    ///
    /// # Errors
    /// As [`Authority::crls`].
    pub fn trust_store(&self) -> Result<TrustStore, PilotCaError> {
        self.ca.trust_store(self.crls()?)
    }
}

/// Serves `GET /ca/root.crl`, `/ca/issuing.crl` and `/ca/root.cer`.
pub fn configure(config: &mut ServiceConfig, authority: Data<Authority>) {
    config
        .app_data(authority)
        .route("/ca/{file}", web::get().to(file));
}

async fn file(authority: Data<Authority>, name: Path<String>) -> io::Result<HttpResponse> {
    let [root, issuing] = authority.crls().map_err(io::Error::other)?;
    let (kind, bytes) = match name.as_str() {
        "root.cer" => ("application/pkix-cert", authority.root_der().to_vec()),
        "root.crl" => ("application/pkix-crl", root),
        "issuing.crl" => ("application/pkix-crl", issuing),
        _ => return Ok(HttpResponse::NotFound().finish()),
    };
    Ok(HttpResponse::Ok().content_type(kind).body(bytes))
}
