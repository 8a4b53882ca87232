//! The pilot authority: certificates, revocation lists, time stamps; and the seal key.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::Context as _;
use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{AnyConnection, certificates};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::cms::ToBeSigned;
use congvu_signing::pem;
use congvu_signing::pilot_ca::{PilotCa, PilotCaConfig, RevocationReason, RevokedCertificate};
use congvu_signing::pkcs11::{KeyName, Module};
use congvu_signing::signer::{Signer as _, SignerError};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::tsp::Tsa;

use crate::error::ApiError;
use crate::places::Tokens;
use crate::services::Services;

use super::Trust;

/// Lists are made anew at least this often, and whenever a certificate is revoked.
const LIST_HOURS: i64 = 6;

/// Policy under which the built-in authority stamps: a trial, vouched for by nobody outside.
const STAMP_POLICY: &str = "1.3.6.1.4.1.99999.1.1";

/// The agency's seal key and its certificate, the seal's first.
pub struct Seal {
    pub key: SealKey,
    pub chain: Vec<Vec<u8>>,
}

/// Where the seal's key is.
pub enum SealKey {
    /// In a file of the server, for pilots.
    File(SoftwareKey),
    /// In a token; the PIN is typed for each sealing.
    Token {
        module: Arc<Module>,
        token: String,
        key: String,
    },
}

impl Seal {
    /// The seal's certificate.
    pub fn der(&self) -> &[u8] {
        self.chain.first().map(Vec::as_slice).unwrap_or_default()
    }

    /// Label of the token that holds the key.
    pub fn token(&self) -> Option<&str> {
        match &self.key {
            SealKey::File(_) => None,
            SealKey::Token { token, .. } => Some(token),
        }
    }

    /// Sealing needs a PIN.
    pub fn asks_pin(&self) -> bool {
        self.token().is_some()
    }

    /// Signs with the seal.
    ///
    /// # Errors
    /// See [`SignerError`]; a token refuses a wrong PIN.
    pub fn sign(&self, to_be_signed: &ToBeSigned, pin: &str) -> Result<Vec<u8>, SignerError> {
        match &self.key {
            SealKey::File(key) => key
                .sign(&to_be_signed.attributes)
                .map_err(|error| SignerError::Refused(error.to_string())),
            SealKey::Token { module, token, key } => module
                .open(token, pin)?
                .key(KeyName::Label(key))?
                .sign(to_be_signed),
        }
    }
}

/// Keys of the authority and of the seal.
pub struct Authority {
    pub ca: PilotCa,
    pub seal: Seal,
    /// The built-in time-stamp authority.
    pub tsa: Tsa,
    tsa_der: Vec<u8>,
    lists: Mutex<Option<Lists>>,
}

#[derive(Clone)]
struct Lists {
    made_at: DateTime<Utc>,
    revoked: usize,
    crls: [Vec<u8>; 2],
}

impl Authority {
    /// Opens the authority under `dir`, or makes one there at the first start.
    ///
    /// # Errors
    /// The folder cannot be read or written, or a key in it is damaged.
    pub fn open_or_create(
        dir: &Path,
        organisation: &str,
        public_url: &str,
        now: DateTime<Utc>,
    ) -> anyhow::Result<Self> {
        let config = PilotCaConfig {
            organisation: organisation.to_owned(),
            crl_base_url: format!("{public_url}/api/v1/pki"),
        };
        // Demonstration data are signed in the past, so the authority is older than they are.
        let born = now - TimeDelta::days(400);
        let seal_path = dir.join("seal.der");
        let ca = if seal_path.exists() {
            PilotCa::open(dir, config)?
        } else {
            let ca = PilotCa::create(config, born)?;
            ca.save(dir)?;
            let (seal, der) = ca.issue_seal(organisation, crate::random::bytes()?, born)?;
            write_private(&dir.join("seal.key"), seal.to_pkcs8_pem().as_bytes())?;
            fs::write(&seal_path, &der)?;
            ca
        };
        let seal = Seal {
            key: SealKey::File(read_key(&dir.join("seal.key"))?),
            chain: ca.chain(&fs::read(&seal_path)?),
        };
        let (tsa, tsa_der) = open_tsa(&ca, dir, born)?;
        Ok(Self {
            ca,
            seal,
            tsa,
            tsa_der,
            lists: Mutex::new(None),
        })
    }

    /// Seals with a key in a token from now on, as the settings say.
    ///
    /// # Errors
    /// The token or the certificate in it cannot be found.
    pub fn take_seal_from(&mut self, tokens: &Tokens, trusted: &Trust) -> anyhow::Result<()> {
        let Some(named) = &tokens.seal else {
            return Ok(());
        };
        let found = tokens.module.certificates(&named.token)?;
        let certificate = found
            .into_iter()
            .find(|certificate| certificate.label == named.key)
            .with_context(|| {
                format!("token “{}” has no certificate “{}”", named.token, named.key)
            })?;
        let mut chain = self.ca.chain(&certificate.der);
        chain.extend(trusted.intermediates().iter().cloned());
        self.seal = Seal {
            key: SealKey::Token {
                module: tokens.module.clone(),
                token: named.token.clone(),
                key: named.key.clone(),
            },
            chain,
        };
        Ok(())
    }

    /// Answers an OCSP request about certificates issued here.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn ocsp(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
        request: &[u8],
    ) -> Result<Vec<u8>, ApiError> {
        let revoked = revoked(connection)?;
        let own: Vec<String> = [self.seal.der(), self.tsa_der.as_slice()]
            .into_iter()
            .filter_map(|der| Some(CertificateInfo::parse(der).ok()?.serial_hex))
            .collect();
        let connection = RefCell::new(connection);
        let known = |serial: &str| {
            own.iter().any(|known| known == serial)
                || matches!(
                    certificates::with_serial(*connection.borrow_mut(), serial),
                    Ok(Some(_))
                )
        };
        Ok(self
            .ca
            .ocsp_response(request, &revoked, known, services.now()))
    }

    /// Revocation lists of the root and of the issuing authority, as of now.
    pub fn crls(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
    ) -> Result<[Vec<u8>; 2], ApiError> {
        let entries = revoked(connection)?;
        let now = services.now();
        let mut lists = self.lists.lock().map_err(ApiError::internal)?;
        if let Some(made) = &*lists
            && made.revoked == entries.len()
            && (TimeDelta::zero()..TimeDelta::hours(LIST_HOURS)).contains(&(now - made.made_at))
        {
            return Ok(made.crls.clone());
        }
        let number = u64::try_from(now.timestamp_micros()).map_err(ApiError::internal)?;
        let crls = self
            .ca
            .crls(&entries, number, now)
            .map_err(ApiError::internal)?;
        *lists = Some(Lists {
            made_at: now,
            revoked: entries.len(),
            crls: crls.clone(),
        });
        Ok(crls)
    }

    /// The trust anchors, PEM.
    pub fn anchors_pem(&self) -> Result<String, ApiError> {
        pem::certificate(self.ca.root_der()).map_err(ApiError::internal)
    }
}

/// Certificates of the pilot authority that no longer count.
fn revoked(connection: &mut AnyConnection) -> Result<Vec<RevokedCertificate>, ApiError> {
    Ok(certificates::revoked(connection)?
        .into_iter()
        .filter_map(|certificate| {
            Some(RevokedCertificate {
                serial_hex: certificate.serial,
                at: certificate.revoked_at?.utc(),
                reason: RevocationReason::Unspecified,
            })
        })
        .collect())
}

fn read_key(path: &Path) -> anyhow::Result<SoftwareKey> {
    Ok(SoftwareKey::from_pkcs8_pem(&fs::read_to_string(path)?)?)
}

/// The time-stamp authority's key and certificate, made when first needed.
fn open_tsa(ca: &PilotCa, dir: &Path, born: DateTime<Utc>) -> anyhow::Result<(Tsa, Vec<u8>)> {
    let (key_path, certificate_path) = (dir.join("tsa.key"), dir.join("tsa.der"));
    if !certificate_path.exists() {
        let key = SoftwareKey::generate_rsa()?;
        let der = ca.issue_tsa(&key.public_key(), crate::random::bytes()?, born)?;
        write_private(&key_path, key.to_pkcs8_pem().as_bytes())?;
        fs::write(&certificate_path, der)?;
    }
    let der = fs::read(&certificate_path)?;
    let tsa = Tsa::new(Box::new(read_key(&key_path)?), ca.chain(&der), STAMP_POLICY)?;
    Ok((tsa, der))
}

/// Writes a file that only its owner may read.
pub fn write_private(path: &Path, content: &[u8]) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    fs::OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(true)
        .mode(0o600)
        .open(path)?
        .write_all(content)
}
