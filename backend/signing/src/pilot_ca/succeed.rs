//! New certificates for the authority itself (gia hạn chứng thư của cơ quan cấp) before the old ones end.
//!
//! Name and key stay, so everything issued before verifies under the new certificate as well, and lists and answers are signed by the key
//! that the certificates in question name. The old certificates stay beside the new ones: signatures are judged as of their own time.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use super::files::write_once;
use super::store::{ISSUING, ROOT, file_error};
use super::{Authority, PilotCa, PilotCaError, profile};
use crate::certificate::CertificateInfo;
use crate::pem;

/// Calendar days before its end at which the issuing authority gets a new certificate: what it issues for five years is never cut short.
const ISSUING_DAYS_BEFORE: i64 = 6 * 365;
/// The same for the root, whose issuing authority lasts ten years.
const ROOT_DAYS_BEFORE: i64 = 11 * 365;

impl PilotCa {
    /// From when [`PilotCa::succeed`] has something to do.
    ///
    /// # Errors
    /// A certificate of the authority is damaged.
    pub fn succeeds_at(&self) -> Result<DateTime<Utc>, PilotCaError> {
        Ok(due(&self.root, ROOT_DAYS_BEFORE)?.min(due(&self.issuing, ISSUING_DAYS_BEFORE)?))
    }

    /// Issues new certificates for root and issuing authority where they are due, into the folder that [`PilotCa::save`] wrote. True where
    /// there is something new in it, also when another process was faster: then the authority is to be opened again. `serials` are 16 random
    /// bytes each, for the root and for the issuing authority.
    ///
    /// # Errors
    /// The key does not sign, or the folder cannot be written.
    pub fn succeed(
        &self,
        dir: &Path,
        serials: [[u8; 16]; 2],
        now: DateTime<Utc>,
    ) -> Result<bool, PilotCaError> {
        let [root_serial, issuing_serial] = serials;
        if due(&self.root, ROOT_DAYS_BEFORE)? <= now {
            let mut own = profile::root(&self.config, now)?;
            own.serial_number = Some(profile::positive(root_serial));
            let key = self.root.issuer.key();
            let signed = own.self_signed(key).map_err(|error| key.explain(error))?;
            publish(dir, ROOT, &self.root, signed.der(), root_serial)?;
            // The issuing authority reaches as far as the root does now: it has its turn once the new root was read.
            return Ok(true);
        }
        if due(&self.issuing, ISSUING_DAYS_BEFORE)? <= now {
            let mut own = profile::issuing(&self.config, now)?;
            own.serial_number = Some(profile::positive(issuing_serial));
            let public = self.issuing.issuer.key().signer().public_key();
            let der = self.root.sign(&own, &public)?;
            publish(dir, ISSUING, &self.issuing, &der, issuing_serial)?;
            return Ok(true);
        }
        Ok(false)
    }
}

fn due(authority: &Authority, days_before: i64) -> Result<DateTime<Utc>, PilotCaError> {
    Ok(CertificateInfo::parse(&authority.der)?.not_after - TimeDelta::days(days_before))
}

/// The place after the one that was read: taken once, by whoever is faster.
fn publish(
    dir: &Path,
    name: &str,
    authority: &Authority,
    der: &[u8],
    unique: [u8; 16],
) -> Result<(), PilotCaError> {
    let number = authority.former.len() + 2;
    let path = dir.join(format!("{name}-{number}.pem"));
    let text = pem::certificate(der)
        .ok()
        .ok_or_else(|| PilotCaError::Pem { path: path.clone() })?;
    write_once(&path, &text, unique, false).map_err(|source| file_error(&path, source))?;
    Ok(())
}
