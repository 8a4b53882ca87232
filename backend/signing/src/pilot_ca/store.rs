//! The authority's files: `root.pem`, `root.key.pem`, `issuing.pem`, `issuing.key.pem`; without those keys that live elsewhere.

use std::fs::{self, OpenOptions};
use std::io::{Error, Write};
use std::path::{Path, PathBuf};

use der::{Decode, Encode};
use rustls_pki_types::CertificateDer;
use rustls_pki_types::pem::PemObject;
use x509_cert::Certificate;

use super::key::AuthorityKey;
use super::{Authority, AuthorityKeys, PilotCa, PilotCaConfig, PilotCaError};
use crate::pem;
use crate::signer::Signer;
use crate::software_key::SoftwareKey;

const ROOT: &str = "root";
const ISSUING: &str = "issuing";

impl PilotCa {
    /// Writes certificates and keys into `dir`, made if absent; key files are readable by their owner only. Existing files are never overwritten.
    pub fn save(&self, dir: &Path) -> Result<(), PilotCaError> {
        fs::create_dir_all(dir).map_err(|source| file_error(dir, source))?;
        for (name, authority) in [(ROOT, &self.root), (ISSUING, &self.issuing)] {
            let certificate = certificate_path(dir, name);
            let text = pem::certificate(&authority.der)
                .ok()
                .ok_or_else(|| PilotCaError::Pem {
                    path: certificate.clone(),
                })?;
            if let Some(key) = authority.issuer.key().to_pkcs8_pem() {
                write_new(&key_path(dir, name), &key, true)?;
            }
            write_new(&certificate, &text, false)?;
        }
        Ok(())
    }

    /// Reads what [`PilotCa::save`] wrote and checks that keys and certificates belong together.
    pub fn open(dir: &Path, config: PilotCaConfig) -> Result<Self, PilotCaError> {
        Self::open_with(dir, config, AuthorityKeys::default())
    }

    /// As [`PilotCa::open`], with keys that live elsewhere; those not given are in the folder.
    pub fn open_with(
        dir: &Path,
        config: PilotCaConfig,
        keys: AuthorityKeys,
    ) -> Result<Self, PilotCaError> {
        Ok(Self {
            config,
            root: read(dir, ROOT, keys.root)?,
            issuing: read(dir, ISSUING, keys.issuing)?,
        })
    }
}

fn certificate_path(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!("{name}.pem"))
}

fn key_path(dir: &Path, name: &str) -> PathBuf {
    dir.join(format!("{name}.key.pem"))
}

fn file_error(path: &Path, source: Error) -> PilotCaError {
    PilotCaError::File {
        path: path.to_owned(),
        source,
    }
}

fn write_new(path: &Path, text: &str, secret: bool) -> Result<(), PilotCaError> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if secret { 0o600 } else { 0o644 });
    let written = options.open(path).and_then(|mut file| {
        file.write_all(text.as_bytes())
            .and_then(|()| file.sync_all())
    });
    written.map_err(|source| file_error(path, source))
}

fn read(dir: &Path, name: &str, given: Option<Box<dyn Signer>>) -> Result<Authority, PilotCaError> {
    let path = certificate_path(dir, name);
    let bytes = fs::read(&path).map_err(|source| file_error(&path, source))?;
    let der = CertificateDer::from_pem_slice(&bytes)
        .ok()
        .ok_or_else(|| PilotCaError::Pem { path: path.clone() })?
        .to_vec();
    let certificate = Certificate::from_der(&der)
        .ok()
        .ok_or_else(|| PilotCaError::Pem { path: path.clone() })?;
    let (key, path) = match given {
        Some(key) => (AuthorityKey::elsewhere(key)?, path),
        None => read_key(dir, name)?,
    };
    let certified = certificate
        .tbs_certificate
        .subject_public_key_info
        .to_der()
        .unwrap_or_default();
    if certified != key.signer().public_key() {
        return Err(PilotCaError::OtherKey { path });
    }
    Authority::new(der, key)
}

fn read_key(dir: &Path, name: &str) -> Result<(AuthorityKey, PathBuf), PilotCaError> {
    let path = key_path(dir, name);
    let text = fs::read_to_string(&path).map_err(|source| file_error(&path, source))?;
    let key = SoftwareKey::from_pkcs8_pem(&text)
        .ok()
        .ok_or_else(|| PilotCaError::Pem { path: path.clone() })?;
    Ok((AuthorityKey::here(key)?, path))
}
