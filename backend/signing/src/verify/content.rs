//! What a signature is to be over.

use cms::signed_data::SignedData;
use der::asn1::{ObjectIdentifier, OctetString};
use sha2::{Digest, Sha256};

use super::{VerifyError, malformed, unsupported};
use crate::algorithm::DigestAlgorithm;

/// The content that the signature must cover.
pub(crate) enum Content<'a> {
    /// It travels beside the signature and only its SHA-256 is known here.
    Sha256(&'a [u8; 32]),
    /// It travels beside the signature.
    Whole(&'a [u8]),
    /// It is inside and of this type.
    Inside(ObjectIdentifier),
}

/// Content to be compared with the digest that was signed.
pub(super) struct Known<'a> {
    expected: &'a Content<'a>,
    /// The octets inside the CMS, if any.
    pub inside: Option<Vec<u8>>,
}

impl<'a> Known<'a> {
    /// Some producers put the content in although it travels beside; then both must be the same.
    pub(super) fn of(expected: &'a Content<'a>, data: &SignedData) -> Result<Self, VerifyError> {
        let found = &data.encap_content_info;
        let inside = match &found.econtent {
            None => None,
            Some(octets) => {
                let octets = octets.decode_as::<OctetString>().map_err(malformed)?;
                Some(octets.into_bytes())
            }
        };
        let same = match (expected, &inside) {
            (Content::Inside(kind), Some(_)) if found.econtent_type == *kind => true,
            (Content::Inside(_), _) => {
                return Err(VerifyError::Malformed(format!(
                    "no content, or of type {}",
                    found.econtent_type
                )));
            }
            (_, None) => true,
            (Content::Sha256(given), Some(octets)) => {
                Sha256::digest(octets).as_slice() == given.as_slice()
            }
            (Content::Whole(given), Some(octets)) => octets == given,
        };
        if same {
            Ok(Self { expected, inside })
        } else {
            Err(VerifyError::ContentChanged)
        }
    }

    /// The content's digest; a SHA-256 is all there is unless the content itself is at hand.
    pub(super) fn digest(
        &self,
        algorithm: DigestAlgorithm,
        oid: ObjectIdentifier,
    ) -> Result<Vec<u8>, VerifyError> {
        match (self.expected, &self.inside) {
            (Content::Sha256(given), _) if algorithm == DigestAlgorithm::Sha256 => {
                Ok(given.to_vec())
            }
            (Content::Whole(octets), _) => Ok(algorithm.digest(octets)),
            (_, Some(octets)) => Ok(algorithm.digest(octets)),
            (_, None) => Err(unsupported(oid)),
        }
    }
}
