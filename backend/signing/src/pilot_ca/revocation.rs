//! The authority's revocation lists (CRL).

use chrono::{DateTime, TimeDelta, Utc};
use rcgen::{CertificateRevocationListParams, KeyIdMethod, RevokedCertParams, SerialNumber};
use serde::{Deserialize, Serialize};

use super::{Authority, PilotCa, PilotCaError};
use crate::instant;

/// Calendar days from the issue of a list to its nextUpdate.
pub const CRL_VALIDITY_DAYS: i64 = 7;

/// Why a certificate is revoked (RFC 5280 §5.3.1, the reasons that apply to a person's certificate).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RevocationReason {
    Unspecified,
    /// The key is lost or known to somebody else.
    KeyCompromise,
    /// The holder moved to another body or changed name.
    AffiliationChanged,
    /// A new certificate replaces it.
    Superseded,
    /// The holder left the service.
    CessationOfOperation,
}

/// A certificate of the issuing authority that no longer counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokedCertificate {
    /// As in [`crate::certificate::CertificateInfo::serial_hex`].
    pub serial_hex: String,
    pub at: DateTime<Utc>,
    pub reason: RevocationReason,
}

impl PilotCa {
    /// Signs the DER lists of the root (always empty) and of the issuing authority, in this order. Keep listing certificates after they
    /// expire: old signatures are judged by the newest list. `crl_number` must grow with every call.
    pub fn crls(
        &self,
        revoked: &[RevokedCertificate],
        crl_number: u64,
        now: DateTime<Utc>,
    ) -> Result<[Vec<u8>; 2], PilotCaError> {
        let entries = revoked.iter().map(entry).collect::<Result<Vec<_>, _>>()?;
        Ok([
            list(&self.root, Vec::new(), crl_number, now)?,
            list(&self.issuing, entries, crl_number, now)?,
        ])
    }
}

fn list(
    authority: &Authority,
    revoked: Vec<RevokedCertParams>,
    number: u64,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, PilotCaError> {
    let list = CertificateRevocationListParams {
        this_update: instant::to_offset(now)?,
        next_update: instant::to_offset(now + TimeDelta::days(CRL_VALIDITY_DAYS))?,
        crl_number: SerialNumber::from(number),
        issuing_distribution_point: None,
        revoked_certs: revoked,
        key_identifier_method: KeyIdMethod::Sha256,
    };
    let list = list
        .signed_by(&authority.issuer)
        .map_err(|error| authority.issuer.key().explain(error))?;
    Ok(list.der().to_vec())
}

fn entry(revoked: &RevokedCertificate) -> Result<RevokedCertParams, PilotCaError> {
    let serial = hex::decode(&revoked.serial_hex)
        .ok()
        .ok_or_else(|| PilotCaError::SerialNumber(revoked.serial_hex.clone()))?;
    Ok(RevokedCertParams {
        serial_number: SerialNumber::from(serial),
        revocation_time: instant::to_offset(revoked.at)?,
        // Absence means unspecified; RFC 5280 asks to leave it out.
        reason_code: match revoked.reason {
            RevocationReason::Unspecified => None,
            RevocationReason::KeyCompromise => Some(rcgen::RevocationReason::KeyCompromise),
            RevocationReason::AffiliationChanged => {
                Some(rcgen::RevocationReason::AffiliationChanged)
            }
            RevocationReason::Superseded => Some(rcgen::RevocationReason::Superseded),
            RevocationReason::CessationOfOperation => {
                Some(rcgen::RevocationReason::CessationOfOperation)
            }
        },
        invalidity_date: None,
    })
}
