//! The built-in pilot authority of this installation, its revocation lists, and the agency's seal key.

pub mod routes;

use std::fs;
use std::path::Path;
use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};
use congvu_db::{AnyConnection, certificates};
use congvu_signing::pem;
use congvu_signing::pilot_ca::{PilotCa, PilotCaConfig, RevocationReason, RevokedCertificate};
use congvu_signing::software_key::SoftwareKey;
use congvu_signing::trust::TrustStore;

use crate::error::ApiError;
use crate::services::Services;

/// Lists are made anew at least this often, and whenever a certificate is revoked.
const LIST_HOURS: i64 = 6;

/// Keys of the authority and of the seal.
pub struct Authority {
    pub ca: PilotCa,
    /// The agency's seal key, kept on the server.
    pub seal: SoftwareKey,
    pub seal_der: Vec<u8>,
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
        let (key_path, certificate_path) = (dir.join("seal.key"), dir.join("seal.der"));
        if certificate_path.exists() {
            return Ok(Self {
                ca: PilotCa::open(dir, config)?,
                seal: SoftwareKey::from_pkcs8_pem(&fs::read_to_string(key_path)?)?,
                seal_der: fs::read(certificate_path)?,
                lists: Mutex::new(None),
            });
        }
        // Demonstration data are signed in the past, so the authority is older than they are.
        let born = now - TimeDelta::days(400);
        let ca = PilotCa::create(config, born)?;
        ca.save(dir)?;
        let serial = crate::random::bytes()?;
        let (seal, seal_der) = ca.issue_seal(organisation, serial, born)?;
        write_private(&key_path, seal.to_pkcs8_pem().as_bytes())?;
        fs::write(certificate_path, &seal_der)?;
        Ok(Self {
            ca,
            seal,
            seal_der,
            lists: Mutex::new(None),
        })
    }

    /// Revocation lists of the root and of the issuing authority, as of now.
    pub fn crls(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
    ) -> Result<[Vec<u8>; 2], ApiError> {
        let revoked = certificates::revoked(connection)?;
        let now = services.now();
        let mut lists = self.lists.lock().map_err(ApiError::internal)?;
        if let Some(made) = &*lists
            && made.revoked == revoked.len()
            && (TimeDelta::zero()..TimeDelta::hours(LIST_HOURS)).contains(&(now - made.made_at))
        {
            return Ok(made.crls.clone());
        }
        let entries: Vec<_> = revoked
            .iter()
            .filter_map(|certificate| {
                Some(RevokedCertificate {
                    serial_hex: certificate.serial.clone(),
                    at: certificate.revoked_at?.utc(),
                    reason: RevocationReason::Unspecified,
                })
            })
            .collect();
        let number = u64::try_from(now.timestamp_micros()).map_err(ApiError::internal)?;
        let crls = self
            .ca
            .crls(&entries, number, now)
            .map_err(ApiError::internal)?;
        *lists = Some(Lists {
            made_at: now,
            revoked: revoked.len(),
            crls: crls.clone(),
        });
        Ok(crls)
    }

    /// What signatures are judged by, as of now.
    pub fn trust(
        &self,
        services: &Services,
        connection: &mut AnyConnection,
    ) -> Result<TrustStore, ApiError> {
        let crls = self.crls(services, connection)?;
        self.ca.trust_store(crls).map_err(ApiError::internal)
    }

    /// The trust anchors, PEM.
    pub fn anchors_pem(&self) -> Result<String, ApiError> {
        pem::certificate(self.ca.root_der()).map_err(ApiError::internal)
    }
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
