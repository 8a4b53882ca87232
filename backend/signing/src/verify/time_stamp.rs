//! The time stamps on a signature (CAdES-T).

use chrono::{DateTime, TimeDelta, Utc};

use super::VerifyError;
use super::signer::Signer;
use crate::instant;
use crate::trust::TrustStore;
use crate::tsp::{self, VerifiedTimestamp};

/// Most time stamps that are looked at.
const MAXIMUM_COUNT: usize = 16;
/// The signer's clock may be ahead of the authority's by this much.
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// The earliest of the signature's time stamps. Every one must hold: one that does not was put there by mistake or on purpose.
pub(super) fn check(
    signer: &Signer,
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<Option<VerifiedTimestamp>, VerifyError> {
    if signer.time_stamps.len() > MAXIMUM_COUNT {
        return Err(VerifyError::TooLarge);
    }
    let mut earliest: Option<VerifiedTimestamp> = None;
    for token in &signer.time_stamps {
        let stamp = tsp::verify_octets(token, &signer.signature, trust, at)
            .map_err(VerifyError::TimeStamp)?;
        check_order(&stamp, signer)?;
        if earliest.as_ref().is_none_or(|known| stamp.at < known.at) {
            earliest = Some(stamp);
        }
    }
    match earliest {
        None if trust.time_stamp_required => Err(VerifyError::TimeStampMissing),
        found => Ok(found),
    }
}

fn check_order(stamp: &VerifiedTimestamp, signer: &Signer) -> Result<(), VerifyError> {
    let at = stamp.at;
    let not_before = instant::from_x509(signer.leaf.tbs_certificate.validity.not_before);
    if at < not_before {
        return Err(VerifyError::TimeStampBeforeCertificate { at, not_before });
    }
    match signer.signing_time {
        Some(signing_time) if at + TOLERANCE < signing_time => {
            Err(VerifyError::TimeStampBeforeSigning { at, signing_time })
        }
        _ => Ok(()),
    }
}
