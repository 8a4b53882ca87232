//! Conversions between `chrono`, used in the public interface, and the time types of the libraries beneath.

use std::time::Duration;

use chrono::{DateTime, Utc};
use der::asn1::{GeneralizedTime, UtcTime};
use rustls_pki_types::UnixTime;

pub(crate) fn since_epoch(at: DateTime<Utc>) -> Duration {
    Duration::from_secs(u64::try_from(at.timestamp()).unwrap_or(0))
}

pub(crate) fn to_unix(at: DateTime<Utc>) -> UnixTime {
    UnixTime::since_unix_epoch(since_epoch(at))
}

/// X.509 times lie between 1950 and 9999, all of which `chrono` can hold.
pub(crate) fn from_epoch(elapsed: Duration) -> DateTime<Utc> {
    i64::try_from(elapsed.as_secs())
        .ok()
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .unwrap_or_default()
}

pub(crate) fn from_x509(time: x509_cert::time::Time) -> DateTime<Utc> {
    from_epoch(time.to_unix_duration())
}

/// RFC 5280 §4.1.2.5: UTCTime through 2049, GeneralizedTime after.
pub(crate) fn to_x509(at: DateTime<Utc>) -> Result<x509_cert::time::Time, der::Error> {
    let elapsed = since_epoch(at);
    match UtcTime::from_unix_duration(elapsed) {
        Ok(time) => Ok(time.into()),
        Err(_) => Ok(GeneralizedTime::from_unix_duration(elapsed)?.into()),
    }
}

pub(crate) fn to_offset(
    at: DateTime<Utc>,
) -> Result<time::OffsetDateTime, time::error::ComponentRange> {
    time::OffsetDateTime::from_unix_timestamp(at.timestamp())
}
