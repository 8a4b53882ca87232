//! Keys of the installation itself, each with its certificate: the first as `{name}.key` and `{name}.der`, its successors as
//! `{name}-2.pem` and so on with both inside. None is ever thrown away: what they signed is verified by their certificates.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, anyhow};
use chrono::{DateTime, Utc};
use congvu_signing::certificate::CertificateInfo;
use congvu_signing::pem;
use congvu_signing::pilot_ca::{generations, write_once};
use congvu_signing::software_key::SoftwareKey;

use super::files::write_private;

/// A key with its certificate.
pub struct OwnKey {
    pub key: SoftwareKey,
    pub der: Vec<u8>,
    pub info: CertificateInfo,
}

impl OwnKey {
    fn new(key: SoftwareKey, der: Vec<u8>) -> anyhow::Result<Self> {
        let info = CertificateInfo::parse(&der)?;
        Ok(Self { key, der, info })
    }
}

/// The keys of this name, oldest first; none before the first start.
///
/// # Errors
/// A file is damaged.
pub fn read(dir: &Path, name: &str) -> anyhow::Result<Vec<OwnKey>> {
    let certificate = dir.join(format!("{name}.der"));
    if !certificate.exists() {
        return Ok(Vec::new());
    }
    let pem = fs::read_to_string(dir.join(format!("{name}.key")))?;
    let first = OwnKey::new(SoftwareKey::from_pkcs8_pem(&pem)?, fs::read(certificate)?)?;
    let mut found = vec![first];
    for (_, path) in generations(dir, name)? {
        let text = fs::read_to_string(&path)?;
        let der = pem::first_certificate(text.as_bytes())
            .with_context(|| format!("{} holds no certificate", path.display()))?;
        found.push(OwnKey::new(SoftwareKey::from_pkcs8_pem(&text)?, der)?);
    }
    Ok(found)
}

/// Keeps the first key of this name.
///
/// # Errors
/// The folder cannot be written.
pub fn begin(dir: &Path, name: &str, key: &SoftwareKey, der: &[u8]) -> anyhow::Result<()> {
    write_private(
        &dir.join(format!("{name}.key")),
        key.to_pkcs8_pem().as_bytes(),
    )?;
    fs::write(dir.join(format!("{name}.der")), der)?;
    Ok(())
}

/// Keeps the successor of so many keys; where another server was faster, its key is the successor.
///
/// # Errors
/// The folder cannot be written.
pub fn succeed(
    dir: &Path,
    name: &str,
    so_far: usize,
    key: &SoftwareKey,
    der: &[u8],
) -> anyhow::Result<()> {
    let path = dir.join(format!("{name}-{}.pem", so_far + 1));
    let certificate = pem::certificate(der).map_err(|error| anyhow!("{error}"))?;
    let text = format!("{}{certificate}", key.to_pkcs8_pem());
    write_once(&path, &text, crate::random::bytes()?, true)?;
    Ok(())
}

/// The newest of these that is valid already.
pub fn in_use<T>(
    keys: &[T],
    info: impl Fn(&T) -> &CertificateInfo,
    now: DateTime<Utc>,
) -> Option<&T> {
    keys.iter()
        .rev()
        .find(|key| info(key).not_before <= now)
        .or_else(|| keys.first())
}
