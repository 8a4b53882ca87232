//! The status of one certificate.

use chrono::{DateTime, TimeDelta, Utc};
use const_oid::db::rfc6960::ID_PKIX_OCSP_ARCHIVE_CUTOFF;
use der::Decode;
use der::asn1::GeneralizedTime;
use x509_ocsp::{CertStatus, OcspGeneralizedTime, SingleResponse};

use crate::instant;

/// Minutes for which an answer without nextUpdate is taken as current; its responder says that newer ones are always to be had.
pub const UNBOUNDED_MINUTES: i64 = 10;

/// What a responder says of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub status: Status,
    /// When this was known to be so.
    pub this_update: DateTime<Utc>,
    /// When newer information will be available.
    pub next_update: Option<DateTime<Utc>>,
    /// Certificates that expired since then are still answered for.
    pub archive_cutoff: Option<DateTime<Utc>>,
}

/// Status of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Good,
    /// Revoked from this time on.
    Revoked {
        at: DateTime<Utc>,
    },
    /// The responder does not know the certificate; never the same as good.
    Unknown,
}

impl Answer {
    pub(super) fn of(single: &SingleResponse) -> Self {
        Self {
            status: match single.cert_status {
                CertStatus::Good(_) => Status::Good,
                CertStatus::Revoked(info) => Status::Revoked {
                    at: time(info.revocation_time),
                },
                CertStatus::Unknown(_) => Status::Unknown,
            },
            this_update: time(single.this_update),
            next_update: single.next_update.map(time),
            archive_cutoff: archive_cutoff(single),
        }
    }

    /// Until when the answer counts.
    pub fn in_force_until(&self) -> DateTime<Utc> {
        self.next_update
            .unwrap_or(self.this_update + TimeDelta::minutes(UNBOUNDED_MINUTES))
    }
}

fn archive_cutoff(single: &SingleResponse) -> Option<DateTime<Utc>> {
    let mut extensions = single.single_extensions.iter().flatten();
    let found = extensions.find(|extension| extension.extn_id == ID_PKIX_OCSP_ARCHIVE_CUTOFF)?;
    let cutoff = GeneralizedTime::from_der(found.extn_value.as_bytes()).ok()?;
    Some(instant::from_epoch(cutoff.to_unix_duration()))
}

pub(super) fn time(time: OcspGeneralizedTime) -> DateTime<Utc> {
    instant::from_epoch(time.0.to_unix_duration())
}
