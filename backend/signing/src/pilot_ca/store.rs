//! The authority's files: `root.pem`, `root.key.pem`, `issuing.pem`, `issuing.key.pem`; without those keys that live elsewhere. Later
//! certificates for the same keys stand beside them: `issuing-2.pem` and so on.

use std::fs;
use std::io::Error;
use std::path::{Path, PathBuf};

use der::{Decode, Encode};
use x509_cert::Certificate;

use super::files::{generations, write_new};
use super::key::AuthorityKey;
use super::{Authority, AuthorityKeys, PilotCa, PilotCaConfig, PilotCaError};
use crate::pem;
use crate::signer::Signer;
use crate::software_key::SoftwareKey;

pub(super) const ROOT: &str = "root";
pub(super) const ISSUING: &str = "issuing";

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
                let path = key_path(dir, name);
                write_new(&path, &key, true).map_err(|source| file_error(&path, source))?;
            }
            write_new(&certificate, &text, false)
                .map_err(|source| file_error(&certificate, source))?;
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

pub(super) fn file_error(path: &Path, source: Error) -> PilotCaError {
    PilotCaError::File {
        path: path.to_owned(),
        source,
    }
}

fn read(dir: &Path, name: &str, given: Option<Box<dyn Signer>>) -> Result<Authority, PilotCaError> {
    let mut certificates = vec![read_certificate(&certificate_path(dir, name))?];
    for (_, later) in generations(dir, name).map_err(|source| file_error(dir, source))? {
        certificates.push(read_certificate(&later)?);
    }
    let (key, path) = match given {
        Some(key) => (AuthorityKey::elsewhere(key)?, certificate_path(dir, name)),
        None => read_key(dir, name)?,
    };
    let own = key.signer().public_key();
    if certificates.iter().any(|(_, certified)| *certified != own) {
        return Err(PilotCaError::OtherKey { path });
    }
    let mut former: Vec<Vec<u8>> = certificates.into_iter().map(|(der, _)| der).collect();
    let der = former.pop().unwrap_or_default();
    Authority::new(der, former, key)
}

/// A certificate and its DER SubjectPublicKeyInfo.
fn read_certificate(path: &Path) -> Result<(Vec<u8>, Vec<u8>), PilotCaError> {
    let bytes = fs::read(path).map_err(|source| file_error(path, source))?;
    let unreadable = || PilotCaError::Pem {
        path: path.to_owned(),
    };
    let der = pem::first_certificate(&bytes).ok_or_else(unreadable)?;
    let certificate = Certificate::from_der(&der).ok().ok_or_else(unreadable)?;
    let certified = certificate
        .tbs_certificate
        .subject_public_key_info
        .to_der()
        .ok()
        .ok_or_else(unreadable)?;
    Ok((der, certified))
}

fn read_key(dir: &Path, name: &str) -> Result<(AuthorityKey, PathBuf), PilotCaError> {
    let path = key_path(dir, name);
    let text = fs::read_to_string(&path).map_err(|source| file_error(&path, source))?;
    let key = SoftwareKey::from_pkcs8_pem(&text)
        .ok()
        .ok_or_else(|| PilotCaError::Pem { path: path.clone() })?;
    Ok((AuthorityKey::here(key)?, path))
}
