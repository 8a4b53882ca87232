//! What a certificate is worth before anything is signed with it.

use chrono::{DateTime, Utc};

use super::{Purpose, VerifyError, check_key_usage, parse, path};
use crate::trust::{AnchorLevel, TrustStore};

/// A certificate that documents may be signed with, and its path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored {
    /// DER certificates from this one to the anchor, both included.
    pub certificates: Vec<Vec<u8>>,
    pub level: AnchorLevel,
    /// Common name of the anchor.
    pub name: String,
}

/// The anchor that a certificate leads to at `at`, helped by `others`. Revocation is not looked at: that is judged with each signature.
///
/// # Errors
/// The first reason why nothing signed with it would be accepted.
pub fn anchor_of(
    leaf: &[u8],
    others: &[Vec<u8>],
    trust: &TrustStore,
    at: DateTime<Utc>,
) -> Result<Anchored, VerifyError> {
    check_key_usage(&parse(leaf)?)?;
    let path = path::build(leaf, others, trust, at, Purpose::Signing)?;
    Ok(Anchored {
        certificates: path.certificates,
        level: path.anchor.level,
        name: path.anchor.name.clone(),
    })
}
