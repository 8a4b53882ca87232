//! Phase 1: the attributes that get signed.

use chrono::{DateTime, Utc};
use const_oid::db::rfc5911;
use der::asn1::{Any, GeneralizedTime, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Decode, Encode};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::Attribute;

use super::{CmsError, SigningCertificateV2};
use crate::instant;

/// What a signer gets. Keys that hash themselves (WebCrypto) sign `attributes`; those that take a digest (tokens, remote services) sign `digest`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToBeSigned {
    /// DER SET OF the signed attributes.
    pub attributes: Vec<u8>,
    /// SHA-256 of `attributes`.
    pub digest: [u8; 32],
}

/// Builds the signed attributes: content type, message digest, signing certificate (ESS v2) and, for data, the signing time.
///
/// `signing_time` is `None` in a PDF, whose signature dictionary holds the time. The time is the signer's claim, never what is judged by.
pub fn prepare(
    content_sha256: &[u8; 32],
    leaf_der: &[u8],
    signing_time: Option<DateTime<Utc>>,
) -> Result<ToBeSigned, CmsError> {
    attributes(rfc5911::ID_DATA, content_sha256, leaf_der, signing_time)
}

/// [`prepare`] for content of any type.
pub(crate) fn attributes(
    content_type: ObjectIdentifier,
    content_sha256: &[u8; 32],
    leaf_der: &[u8],
    signing_time: Option<DateTime<Utc>>,
) -> Result<ToBeSigned, CmsError> {
    Certificate::from_der(leaf_der).map_err(|source| CmsError::Certificate { index: 0, source })?;
    let mut attributes = SetOfVec::new();
    attributes.insert(attribute(rfc5911::ID_CONTENT_TYPE, &content_type)?)?;
    attributes.insert(attribute(
        rfc5911::ID_MESSAGE_DIGEST,
        &OctetString::new(content_sha256.as_slice())?,
    )?)?;
    if let Some(at) = signing_time {
        attributes.insert(time_attribute(at)?)?;
    }
    attributes.insert(attribute(
        rfc5911::ID_AA_SIGNING_CERTIFICATE_V_2,
        &SigningCertificateV2::of(leaf_der)?,
    )?)?;
    Ok(ToBeSigned::new(attributes.to_der()?))
}

impl ToBeSigned {
    /// Octets to sign with their digest; keys are not limited to attributes.
    pub(crate) fn new(octets: Vec<u8>) -> Self {
        Self {
            digest: Sha256::digest(&octets).into(),
            attributes: octets,
        }
    }
}

fn attribute<T: Encode>(oid: ObjectIdentifier, value: &T) -> Result<Attribute, der::Error> {
    let mut values = SetOfVec::new();
    values.insert(Any::from_der(&value.to_der()?)?)?;
    Ok(Attribute { oid, values })
}

/// RFC 5652 §11.3: UTCTime through 2049, GeneralizedTime after.
fn time_attribute(at: DateTime<Utc>) -> Result<Attribute, der::Error> {
    let elapsed = instant::since_epoch(at);
    match UtcTime::from_unix_duration(elapsed) {
        Ok(time) => attribute(rfc5911::ID_SIGNING_TIME, &time),
        Err(_) => attribute(
            rfc5911::ID_SIGNING_TIME,
            &GeneralizedTime::from_unix_duration(elapsed)?,
        ),
    }
}
